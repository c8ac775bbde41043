import { createHandoverHandlers } from '../../handovers/handover-handlers.ts';
import { createHandoverSubject } from '../../handovers/handover-subject.ts';
import { handoverRules } from '../../rules/handover/index.ts';
import type { WritableDb } from '../../store/connection.ts';
import { createHandoverStore } from '../../store/handovers/handover-store.ts';
import type { SharedStores } from '../../store/stores.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = { readonly handovers: ReturnType<typeof createHandoverStore> };

export const handover = {
  stores: (db: WritableDb): OwnStores => ({ handovers: createHandoverStore(db) }),
  module: ({ handovers, agents }: OwnStores & Pick<SharedStores, 'agents'>) =>
    createHandoverSubject({ handovers, agents, rules: handoverRules }),
  handlers: createHandoverHandlers,
} as const satisfies SubjectDomain;
