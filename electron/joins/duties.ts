import { dirname, join } from 'node:path';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import { CASE_KIND_SPECS } from '../../shared/domain/shared-parts/case/kinds/index.ts';
import { RECURRING_DUTIES } from '../../shared/domain/shared-parts/recurring-duties/index.ts';
import type { HasDuties } from '../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import { asSubject, idIn, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { DEFAULT_BUSINESS_HOURS } from '../../shared/time/business-hours.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { createCaseFacts } from '../cases/case-facts.ts';
import { createCases } from '../cases/create-cases.ts';
import type { Act } from '../kernel/activities/act.ts';
import { createRecordContact } from '../kernel/contacts/record-contact.ts';
import { createDeadlines } from '../kernel/deadlines/create-deadlines.ts';
import type { EndsOf } from '../kernel/deadlines/end-of.ts';
import { createAddEvidence } from '../kernel/evidence/add-evidence.ts';
import { createEvidenceFiles } from '../kernel/evidence/evidence-files.ts';
import { createExportEvidence } from '../kernel/evidence/export-evidence.ts';
import { createPeriodWatch } from '../kernel/periods/watch-periods.ts';
import type { RefreshTasks } from '../kernel/subjects/refresh-tasks.ts';
import type { Subjects } from '../kernel/subjects/subjects.ts';
import type { Stores } from '../modules.ts';
import { sniffPicture } from '../scripts/pictures/sniff-picture.ts';
import type { InTransaction, WritableDb } from '../store/connection.ts';
import { keepDurably } from '../store/files/durable-files.ts';

type Dependencies = {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly stores: Stores;
  readonly subjects: Pick<Subjects, 'placeOf' | 'placesOf' | 'listEnding' | 'summarise'>;
  readonly act: Act;
  readonly endsOf: EndsOf;
  readonly inTransaction: InTransaction;
  readonly refreshTasks: RefreshTasks;
};

/** Every duty builds on these, about a subject of any kind: cases, deadlines, evidence, contact attempts, recurring duties. */
export function createDuties({ db, clock, stores, subjects, act, ...parts }: Dependencies) {
  const { cases, deadlines, evidence, contactAttempts, shops, agents } = stores;
  const { placeOf, summarise } = subjects;
  const files = createEvidenceFiles({ folder: join(dirname(db.name), 'evidence'), keepDurably });

  const withDuties = {
    shop: () => shops.list().map(({ id }) => asSubject('shop', id)),
    agent: () => agents.list().flatMap(({ id, isArchived }) => (isArchived ? [] : asSubject('agent', id))),
  } satisfies Record<HasDuties, () => SubjectRef[]>;

  /** A case speaks for all that it is about. */
  function gathered(subject: SubjectRef): SubjectRef[] {
    const caseId = idIn(subject, 'case');
    return [subject, ...((caseId && cases.get(caseId)?.links) ?? [])];
  }

  /** By the order first: that number is what the platform asks for. */
  function namesOf(subject: SubjectRef): string[] {
    const { orderId, title } = summarise([subject])(subject);
    const order = orderId === null ? null : asSubject('order', orderId);
    return [...new Set([...(order === null ? [] : [summarise([order])(order).title]), title])];
  }

  return {
    cases: createCases({
      act,
      kinds: CASE_KIND_SPECS,
      cases,
      factsOf: createCaseFacts(stores),
      agents,
      evidence,
      hoursOf: (id) =>
        (id === null ? undefined : shops.get(id))?.settings.businessHours ?? DEFAULT_BUSINESS_HOURS,
      placeOf,
    }),
    deadlines: createDeadlines({ ...subjects, act, deadlines, endsOf: parts.endsOf }),
    addEvidence: createAddEvidence({ act, evidence, files, placeOf }),
    exportEvidence: createExportEvidence({
      evidence,
      files,
      gathered,
      namesOf,
      agentName: (id) => agents.get(id)?.name ?? null,
      clock,
    }),
    /** A picture that the page may show; `null`: the piece has none, or its file is gone. */
    readEvidence(id: EvidenceId) {
      const sha256 = evidence.get(id)?.sha256 ?? null;
      const bytes = sha256 === null ? undefined : files.read(sha256);
      const extension = bytes === undefined ? null : sniffPicture(bytes);
      return bytes && (extension === 'png' || extension === 'jpg') ? { bytes, extension } : null;
    },
    recordContact: createRecordContact({ act, attempts: contactAttempts, placeOf }),
    periods: createPeriodWatch({
      duties: RECURRING_DUTIES,
      subjectsOf: (kind) => withDuties[kind](),
      refreshTasks: (changed, nowMs) => parts.inTransaction(() => parts.refreshTasks(changed, nowMs)),
    }),
  };
}
