import { RECURRING_DUTIES } from '../shared/domain/shared-parts/recurring-duties/index.ts';
import { claimSpec } from '../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../shared/time/clock.ts';
import { createChaseHooks } from './chasing/chase-hooks.ts';
import { joinDistinct } from './join-distinct.ts';
import { createSettingsUndoHooks } from './kernel/settings.ts';
import { createCommonRules } from './kernel/subjects/common-subjects.ts';
import type { SubjectModule } from './kernel/subjects/subject-module.ts';
import type { HooksByKind } from './kernel/tasks/task-actions.ts';
import { createMemoHooks } from './memos/write-back.ts';
import { commonRules } from './rules/common/index.ts';
import { createLibraryServices } from './scripts/library/library-services.ts';
import { createLibraryUndoChecks } from './scripts/library/library-undo-checks.ts';
import { createPictureUndoCheck } from './scripts/pictures/picture-service.ts';
import { createAgentUndoHooks, createTeamRights } from './session/team-rights.ts';
import { createShipHooks } from './shipping/ship-hooks.ts';
import { createMarkShop } from './shops/refresh-shops.ts';
import { createShopUndoHooks } from './shops/shops.ts';
import type { WritableDb } from './store/connection.ts';
import { newId } from './store/identity.ts';
import { createSharedStores } from './store/stores.ts';
import type { UndoHooks } from './store/undoable-table.ts';
import { makeAll, makeEach } from './subject-domains.ts';

export type Stores = ReturnType<typeof createStores>;

/** Every store over one connection. Preparing all statements at once makes a wrong column fail at start. */
export function createStores(db: WritableDb) {
  return joinDistinct([createSharedStores(db), makeAll('stores', db)]);
}

/** Every kind of subject that can have tasks, with the rules that hold for all of them. */
export function createSubjectModules(stores: Stores): readonly SubjectModule[] {
  const withCommonRules = createCommonRules({
    rules: commonRules,
    duties: RECURRING_DUTIES,
    attempts: stores.contactAttempts,
    specOf: claimSpec,
    claims: stores.claims,
    deadlines: stores.deadlines,
    turns: stores.missedTurns,
  });
  return makeEach('module', stores).map(withCommonRules);
}

/** Domains add these to the actions on tasks of their kinds. */
export const createTaskHooks = (stores: Stores): HooksByKind => ({
  ...createChaseHooks(stores),
  ...createMemoHooks(stores),
  ...createShipHooks(stores),
});

/** A line for each domain that refuses what the store would take back, or does what follows from it. */
export function createUndoHooks(stores: Stores, now: () => EpochMs): readonly UndoHooks[] {
  const rights = createTeamRights(stores.agents);
  return [
    ...createLibraryUndoChecks(createLibraryServices({ ...stores, newId })),
    createPictureUndoCheck(stores.scriptPictures),
    createSettingsUndoHooks({
      ...stores,
      ...rights,
      tasksToRefresh: createMarkShop({ ...stores, newId, now }),
    }),
    createShopUndoHooks(stores.shops),
    createAgentUndoHooks(stores.agents, rights),
  ];
}
