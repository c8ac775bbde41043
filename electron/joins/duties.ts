import { dirname, join } from 'node:path';
import { CASE_KIND_SPECS } from '../../shared/domain/case/kinds/index.ts';
import { DEADLINE_KIND_SPECS } from '../../shared/domain/deadline-kinds/index.ts';
import { RECURRING_DUTIES } from '../../shared/domain/recurring-duties/index.ts';
import type { HasDuties } from '../../shared/domain/recurring-duties/recurring-duty.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subject.ts';
import { createCases } from '../cases/create-cases.ts';
import type { Act } from '../kernel/activities/act.ts';
import { createRecordContact } from '../kernel/contacts/record-contact.ts';
import { createDeadlines } from '../kernel/deadlines/create-deadlines.ts';
import { createAddEvidence } from '../kernel/evidence/add-evidence.ts';
import { createEvidenceFiles } from '../kernel/evidence/evidence-files.ts';
import { createPeriodWatch } from '../kernel/periods/watch-periods.ts';
import type { RefreshTasks } from '../kernel/subjects/refresh-tasks.ts';
import type { Place } from '../kernel/subjects/subject-module.ts';
import type { InTransaction, WritableDb } from '../store/connection.ts';
import type { Stores } from '../store/stores.ts';

type Dependencies = {
  readonly db: WritableDb;
  readonly stores: Stores;
  readonly act: Act;
  readonly placeOf: (subject: SubjectRef) => Place;
  readonly inTransaction: InTransaction;
  readonly refreshTasks: RefreshTasks;
};

/** Every duty builds on these, whatever its subject: cases, deadlines, evidence, contact attempts, recurring duties. */
export function createDuties({ db, stores, act, placeOf, inTransaction, refreshTasks }: Dependencies) {
  const { cases, deadlines, evidence, contactAttempts, shops, agents } = stores;

  const withDuties = {
    shop: () => shops.list().map(({ id }) => asSubject('shop', id)),
    agent: () => agents.list().flatMap(({ id, isArchived }) => (isArchived ? [] : asSubject('agent', id))),
  } satisfies Record<HasDuties, () => SubjectRef[]>;

  return {
    cases: createCases({ act, kinds: CASE_KIND_SPECS, cases, evidence, placeOf }),
    deadlines: createDeadlines({ act, deadlines, kinds: DEADLINE_KIND_SPECS, placeOf }),
    addEvidence: createAddEvidence({
      act,
      evidence,
      files: createEvidenceFiles(join(dirname(db.name), 'evidence')),
      placeOf,
    }),
    recordContact: createRecordContact({ act, attempts: contactAttempts, placeOf }),
    periods: createPeriodWatch({
      duties: RECURRING_DUTIES,
      subjectsOf: (kind) => withDuties[kind](),
      refreshTasks: (subjects, nowMs) => inTransaction(() => refreshTasks(subjects, nowMs)),
    }),
  };
}
