import {
  differenceOf,
  type RowChange,
  type RowFields,
} from '../../../shared/domain/activities/row-change.ts';
import { DeadlineId, type ImportRunId, type ShopId } from '../../../shared/domain/ids.ts';
import {
  Deadline,
  type DeadlineKind,
  type DeadlineSource,
} from '../../../shared/domain/shared-parts/deadline.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { EndsOf } from './end-of.ts';

type Dependencies = {
  readonly deadlines: {
    idOf(subject: SubjectRef, kind: string, source: DeadlineSource): DeadlineId;
    get(id: DeadlineId): Deadline | undefined;
    save(deadline: Deadline): void;
    remove(id: DeadlineId): void;
  };
  readonly endsOf: EndsOf;
};

/** The end as a file says it, with the import that read it. */
export type ShownEnd = {
  readonly subject: SubjectRef;
  readonly kind: DeadlineKind;
  /** `null`: the file knows of no end. */
  readonly atMs: EpochMs | null;
  readonly shopId: ShopId;
  readonly importRunId: ImportRunId;
  readonly nowMs: EpochMs;
  /** The file has brought the subject itself, so nobody can have named an end before. */
  readonly isNew: boolean;
};

const TABLE = 'deadlines';

export type FileEnds = ReturnType<typeof createFileEnds>;

/** The ends that files show. An import keeps them in its transaction, beside its own rows, and takes them back with these. */
export function createFileEnds({ deadlines, endsOf }: Dependencies) {
  function shownBy({ nowMs, isNew, ...facts }: ShownEnd & { readonly atMs: EpochMs }): Deadline {
    const { subject, kind, atMs } = facts;
    const known = isNew ? null : endsOf([subject], kind)(subject);
    return {
      ...facts,
      id: deadlines.idOf(subject, kind, 'file'),
      source: 'file',
      originalAtMs: known === null || known.atMs === atMs ? null : known.atMs,
      reason: null,
      agentId: null,
      setAtMs: nowMs,
    };
  }

  return {
    /**
     * Answers the changes, so that the import records them. The import calls it before it writes the subject: the time
     * that the file moves is the one that counted until then.
     */
    show(shown: ShownEnd): RowChange[] {
      const { subject, kind, atMs, isNew } = shown;
      const id = deadlines.idOf(subject, kind, 'file');
      const before = isNew ? null : (deadlines.get(id) ?? null);
      if ((before?.atMs ?? null) === atMs) return [];
      const after = atMs === null ? null : shownBy({ ...shown, atMs });
      if (after === null) deadlines.remove(id);
      else deadlines.save(after);
      return differenceOf({ table: TABLE, id }, fieldsOf(before), fieldsOf(after));
    },
    /** A change of another table is not its own to take back. */
    takeBack({ table, id, before }: RowChange): void {
      if (table !== TABLE) return;
      const deadlineId = DeadlineId.parse(id);
      if (before === null) deadlines.remove(deadlineId);
      else deadlines.save(Deadline.parse({ ...deadlines.get(deadlineId), ...before }));
    },
  };
}

// The fields of a row are its record.
const fieldsOf = (row: Deadline | null): RowFields | null => row && { ...row };
