import { CASE_KIND_SPECS } from '../shared/domain/case/kinds/index.ts';
import { claimSpec } from '../shared/domain/claim.ts';
import { RECURRING_DUTIES } from '../shared/domain/recurring-duties/index.ts';
import type { EpochMs } from '../shared/time/clock.ts';
import { createCaseSubject } from './cases/case-subject.ts';
import { createChaseHooks } from './chasing/chase-hooks.ts';
import { createCustomerSubject } from './customers/customer-subject.ts';
import { createSettingsUndoHooks } from './kernel/settings.ts';
import { createCommonRules } from './kernel/subjects/common-subjects.ts';
import { definePlainSubject, type SubjectModule } from './kernel/subjects/subject-module.ts';
import type { HooksByKind } from './kernel/tasks/task-actions.ts';
import { createOrderSubject } from './orders/order-subject.ts';
import { caseRules } from './rules/case/index.ts';
import { commonRules } from './rules/common/index.ts';
import { orderRules } from './rules/order/index.ts';
import { createLibraryServices } from './scripts/library/library-services.ts';
import { createLibraryUndoChecks } from './scripts/library/library-undo-checks.ts';
import { createPictureUndoCheck } from './scripts/pictures/picture-service.ts';
import { createAgentSubject } from './session/agent-subject.ts';
import { createAgentUndoHooks, createTeamRights } from './session/team-rights.ts';
import { createMarkShop } from './shops/refresh-shops.ts';
import { createShopSubject } from './shops/shop-subject.ts';
import { createShopUndoHooks } from './shops/shops.ts';
import { newId } from './store/identity.ts';
import type { Stores } from './store/stores.ts';
import type { UndoHooks } from './store/undoable-table.ts';

/** Every kind of subject that can have tasks; a new one has its line here. */
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
  const modules = [
    createOrderSubject({ rules: orderRules, facts: stores.orderSubjects, summaries: stores.orderSummaries }),
    definePlainSubject(createCustomerSubject(stores.customers)),
    definePlainSubject(createShopSubject(stores.shops)),
    definePlainSubject(createAgentSubject(stores.agents)),
    createCaseSubject({ rules: caseRules, kinds: CASE_KIND_SPECS, cases: stores.cases }),
  ];
  return modules.map(withCommonRules);
}

/** Domains add these to the actions on tasks of their kinds. */
export const createTaskHooks = (stores: Stores): HooksByKind => ({ ...createChaseHooks(stores) });

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
