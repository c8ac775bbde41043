import type { Clock } from '../shared/time/clock.ts';
import type { Act } from './kernel/activities/act.ts';
import { createLearnedOffers } from './script-learning/learned-offers.ts';
import { createScriptExamples } from './script-learning/script-examples.ts';
import { createScriptNews } from './script-learning/script-news.ts';
import { createScriptProposals } from './script-proposals/script-proposals.ts';
import type { createRecordScriptChanges } from './scripts/library/record-script-changes.ts';
import type { ScriptService } from './scripts/library/script-service.ts';
import { newId } from './store/identity.ts';
import type { createStores } from './store/stores.ts';

type Parts = {
  readonly stores: ReturnType<typeof createStores>;
  readonly service: ScriptService;
  readonly recordChanges: ReturnType<typeof createRecordScriptChanges>;
  readonly act: Act;
  readonly clock: Clock;
};

/** Joins what is learned about scripts, and how a team changes them. */
export function createLearning({ stores, service, recordChanges, act, clock }: Parts) {
  const { scripts, scriptChanges, scriptFigures } = stores;
  const examples = createScriptExamples({
    examples: stores.scriptExamples,
    scripts,
    orders: stores.orders,
    changes: scriptChanges,
    act,
    newId,
  });
  return {
    examples,
    newsFor: createScriptNews({ scripts, changes: scriptChanges }),
    offers: createLearnedOffers({ evidenceOf: scriptFigures.evidenceOf, clock }),
    proposals: createScriptProposals({
      proposals: stores.scriptProposals,
      scripts,
      service,
      recordChanges,
      linkingExample: examples.linkingToLastChange,
      act,
      newId,
    }),
  };
}
