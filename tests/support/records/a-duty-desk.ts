import { createCaseFacts } from '../../../electron/cases/case-facts.ts';
import { createCaseSubject } from '../../../electron/cases/case-subject.ts';
import { createCases } from '../../../electron/cases/create-cases.ts';
import { createCustomerSubject } from '../../../electron/customers/customer-subject.ts';
import { createAct } from '../../../electron/kernel/activities/act.ts';
import { createUndoActivity } from '../../../electron/kernel/activities/undo-activity.ts';
import { createChangeLog } from '../../../electron/kernel/changes/change-log.ts';
import { createRecordContact } from '../../../electron/kernel/contacts/record-contact.ts';
import { createDeadlines } from '../../../electron/kernel/deadlines/create-deadlines.ts';
import { createEndsOf } from '../../../electron/kernel/deadlines/end-of.ts';
import { createFileEnds } from '../../../electron/kernel/deadlines/file-ends.ts';
import { createCommonRules } from '../../../electron/kernel/subjects/common-subjects.ts';
import { createRefreshing } from '../../../electron/kernel/subjects/refresh-tasks.ts';
import { definePlainSubject } from '../../../electron/kernel/subjects/subject-module.ts';
import { createSubjects } from '../../../electron/kernel/subjects/subjects.ts';
import { createStores } from '../../../electron/modules.ts';
import { caseRules } from '../../../electron/rules/case/index.ts';
import { commonRules } from '../../../electron/rules/common/index.ts';
import { createShopSubject } from '../../../electron/shops/shop-subject.ts';
import { undoableTablesOf } from '../../../electron/store/undoable-table.ts';
import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import type { RecurringDuty } from '../../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { defineClaim } from '../../../shared/domain/tasks/claim-kinds/claim-spec.ts';
import { DEFAULT_BUSINESS_HOURS } from '../../../shared/time/business-hours.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createMemoryStore, insertAgent, insertCustomer, insertShop } from '../memory-store.ts';
import { RESHIP } from './a-case.ts';
import { PLACED_AT_MS } from './an-order.ts';

export const SHOP: SubjectRef = asSubject('shop', 'shop-1');
export const CUSTOMER: SubjectRef = asSubject('customer', 'customer-1');

const KINDS = { ...CASE_KIND_SPECS, reship: RESHIP };

type Options = {
  readonly duties?: Readonly<Record<string, RecurringDuty>>;
};

/**
 * The parts that every duty builds on, over a store in memory, with kinds and duties that no shop has.
 */
export function aDutyDesk({ duties = {} }: Options = {}) {
  const { db, inTransaction } = createMemoryStore();
  const clock = createFakeClock(PLACED_AT_MS);
  insertShop(db);
  const agent = insertAgent(db);
  insertCustomer(db);
  const stores = createStores(db);
  const factsOf = createCaseFacts(stores);
  const withCommonRules = createCommonRules({
    rules: commonRules,
    duties,
    attempts: stores.contactAttempts,
    specOf: () => MEMO,
    claims: stores.claims,
    deadlines: stores.deadlines,
    turns: stores.missedTurns,
  });
  const subjects = createSubjects(
    [
      definePlainSubject(createCustomerSubject(stores.customers, stores.orderList)),
      definePlainSubject(createShopSubject(stores.shops)),
      createCaseSubject({ rules: caseRules, kinds: KINDS, cases: stores.cases, factsOf }),
    ].map(withCommonRules),
  );
  const { refreshTasks, listDependent } = createRefreshing({
    subjects,
    tasks: stores.tasks,
    // The duties of a test have no words.
    requireWords: () => undefined,
  });
  const { activities } = stores;
  const changeLog = createChangeLog(undoableTablesOf(stores));
  const act = createAct({ inTransaction, activities, changeLog, refreshTasks });
  const { placeOf } = subjects;
  const endsOf = createEndsOf({ deadlines: stores.deadlines, endsOf: subjects.endsOf });
  const undo = createUndoActivity({
    inTransaction,
    activities,
    changeLog,
    isLead: () => false,
    refreshTasks,
    listDependent,
  });

  return {
    db,
    clock,
    agent,
    stores,
    subjects,
    act,
    refreshTasks,
    inTransaction,
    actor: () => ({ agentId: agent.id, nowMs: clock.now() }),
    undo: (activity: { readonly activityId: Parameters<typeof undo>[0] }) =>
      undo(activity.activityId, { agentId: agent.id, nowMs: clock.now() }),
    cases: createCases({
      act,
      kinds: KINDS,
      cases: stores.cases,
      factsOf,
      agents: stores.agents,
      evidence: stores.evidence,
      hoursOf: (id) => (id && stores.shops.get(id)?.settings.businessHours) ?? DEFAULT_BUSINESS_HOURS,
      placeOf,
    }),
    deadlines: createDeadlines({ ...subjects, act, deadlines: stores.deadlines, endsOf }),
    fileEnds: createFileEnds({ deadlines: stores.deadlines, endsOf }),
    recordContact: createRecordContact({ act, attempts: stores.contactAttempts, placeOf }),
    /** `'case-step do open'`, in the order in which they are due. */
    tasksOf: (subject: SubjectRef): string[] =>
      stores.tasks
        .listForSubject(subject)
        .toSorted((a, b) => a.dueAtMs - b.dueAtMs)
        .map(({ kind, step, state }) => `${kind} ${step} ${state}`),
    openTasksOf: (subject: SubjectRef) =>
      stores.tasks.listForSubject(subject).filter(({ state }) => state === 'open'),
  };
}

/** 备注已写: the words of the memo are in the export. */
export const MEMO = defineClaim<{ readonly memo: string | null }>({
  label: '备注已写',
  openText: '待导入核实',
  about: 'customer',
  needs: ['memo'],
  judge: ({ after: { memo } }, { data }) => (memo?.includes(String(data['text'])) ? 'proved' : 'refuted'),
  onProved: 'claim-proved',
  onRefuted: 'claim-refuted',
  asksAgain: true,
});

export type DutyDesk = ReturnType<typeof aDutyDesk>;
