import { createBulletinHandlers } from '../../bulletins/bulletin-handlers.ts';
import { createBulletinSubject } from '../../bulletins/bulletin-subject.ts';
import { bulletinRules } from '../../rules/bulletin/index.ts';
import { createBulletinStore } from '../../store/bulletins/bulletin-store.ts';
import type { WritableDb } from '../../store/connection.ts';
import type { SharedStores } from '../../store/stores.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = { readonly bulletins: ReturnType<typeof createBulletinStore> };

export const bulletin = {
  stores: (db: WritableDb): OwnStores => ({ bulletins: createBulletinStore(db) }),
  module: ({ bulletins, agents }: OwnStores & Pick<SharedStores, 'agents'>) =>
    createBulletinSubject({ bulletins, agents, rules: bulletinRules }),
  handlers: createBulletinHandlers,
} as const satisfies SubjectDomain;
