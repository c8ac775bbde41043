import { createAskLead } from './ask-lead.ts';
import { createConcessionView } from './concession-view.ts';
import { createDecideConcession } from './decide-concession.ts';
import { createOfferConcession } from './offer-concession.ts';
import type { ConcessionPorts } from './ports.ts';
import { createSettleConcession } from './settle-concession.ts';

export type Concessions = ReturnType<typeof createConcessions>;

/** R10: everything that can happen when a customer bargains, each in one transaction with its activity. */
export function createConcessions(ports: ConcessionPorts) {
  return {
    view: createConcessionView(ports),
    offer: createOfferConcession(ports),
    settle: createSettleConcession(ports),
    ask: createAskLead(ports),
    decide: createDecideConcession(ports),
  };
}
