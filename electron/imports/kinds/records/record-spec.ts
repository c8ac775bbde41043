import type { ImportRunId, ShopId } from '../../../../shared/domain/ids.ts';
import type { DeadlineKind } from '../../../../shared/domain/shared-parts/deadline.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import type { Platform } from '../../../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { Known, Values } from '../../merging/merge-fields.ts';
import type { Marks, Stranger } from '../export-kind.ts';
import type { AnyFields, FieldTable } from '../field.ts';

/** One layout in which a platform exports the records. */
export type RecordFormat<F> = {
  /** Stored with every import, so it is never given to another layout. */
  readonly name: string;
  readonly label: string;
  readonly platforms: readonly Platform[];
  readonly marks: readonly Marks[];
  /**
   * The names that this layout has for columns that the fields call otherwise; an empty list: it has no such column.
   */
  readonly aliases?: Readonly<Partial<Record<keyof F & string, readonly string[]>>>;
};

export type CameWith = {
  readonly shopId: ShopId;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
};

/** A row is taken in, and the agent should know this of one of its cells. */
export type RowRemark = { readonly field: string; readonly reason: string };

/** A row as it is taken in, which may be not quite as the file has it. */
export type Review<F> = { readonly fields: Partial<F>; readonly remarks: readonly RowRemark[] };

/** Looks at the rows of one file in their order. */
export type RowReview<F> = {
  look(row: { readonly fields: Partial<F>; readonly nowMs: EpochMs }): Review<F>;
};

/** The store of the records; `id` is what `idOf` has made of the row. */
export type RecordStore<F> = {
  get(id: string): Known<F> | undefined;
  insert(id: string, record: Known<F>, came: CameWith): void;
  update(id: string, record: Known<F>, changed: readonly string[]): void;
  remove(id: string): void;
};

/** A record of the file, as it was stored before and as it is stored now; they are alike where nothing changed. */
export type ShownRecord<F> = {
  readonly id: string;
  /** `null`: the file has brought it. */
  readonly before: Known<F> | null;
  readonly after: Known<F>;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
  /** When the platform wrote the file, where that is known: an older file refutes no newer claim. */
  readonly writtenAtMs: EpochMs | null;
};

export function subjectOf({ subject }: Pick<AnyRecordSpec, 'subject'>, id: string): SubjectRef | null {
  if (!subject) return null;
  const subjectId = subject.idOf ? subject.idOf(id) : id;
  return subjectId === null ? null : asSubject(subject.kind, subjectId);
}

/** All that is said of one kind of record, such as refunds, products or reviews: one row of a file is one record. */
export type RecordSpec<F extends Values> = {
  /** Stored with what an import did, so it is never given to another kind. */
  readonly name: string;
  /** `退款`. */
  readonly label: string;
  /** The name that agents have for its files: `退款报表`. */
  readonly files: string;
  /** How a platform names such a file. */
  readonly fileName: RegExp;
  /** In the order in which the preview names what has changed. */
  readonly fields: FieldTable<F>;
  /** The fields that tell the records of a shop apart: a row without one of them is refused. */
  readonly key: readonly (keyof F & string)[];
  readonly formats: readonly RecordFormat<F>[];
  /** A row with none of these filled names a record and says nothing of it, so it is none; left out: the key is enough. */
  readonly evidence?: readonly (keyof F & string)[];
  /** Sentences for the agent about fields that a file has no column for, and what follows from that. */
  silences?(has: (field: keyof F & string) => boolean): readonly string[];
  /** The words of a row that stand in no list, each by its field, with what it was taken for. */
  newWords?(fields: Readonly<Partial<F>>): readonly { readonly field: string; readonly readAs: string }[];
  /** Known columns that no field stands for: kept as extra. */
  readonly longTail?: readonly string[];
  /** Exports that agents mistake for this one. */
  readonly strangers?: readonly Stranger[];
  /** The table, for finding what points to a record. */
  readonly table: string;
  readonly store: RecordStore<F>;
  /**
   * The same on every PC; the fields of the key are filled. `stored` is a record as the rows before this one have left
   * it, also where they are only tried out.
   */
  idOf(shopId: ShopId, fields: Readonly<Partial<F>>, stored: RecordStore<F>['get']): string;
  /** As the preview and a refusal name the record. */
  titleOf(fields: Readonly<Partial<F>>): string;
  /** The subject to whose tasks, timeline and preview line the record belongs; KPI rows and the like have none. */
  readonly subject?: {
    readonly kind: SubjectKind;
    /** Of which subject the record is, where it is not the subject itself; `null`: of none that is known. */
    idOf?(id: string): string | null;
  };
  /** The fields that say when something ends for the subject: a file has the first word on that. */
  readonly deadlines?: Readonly<Partial<Record<DeadlineKind, keyof F & string>>>;
  /** One for each file. */
  createReview?(): RowReview<F>;
  /**
   * A platform exports the records of a time by this field, so a file shows all between its first and its last: what is
   * not there was not.
   */
  readonly covers?: keyof F & string;
  /** Of two rows about a record the one with the earlier time in this field is the older, and only fills gaps. */
  readonly newestBy?: keyof F & string;
  /** Its records that stand on those of another kind, where no foreign key says so. */
  standsOn?(kind: string, ids: readonly string[]): readonly string[];
  /** Every record of a committed file, changed or not: what was claimed is held against it. */
  proofs?(shown: ShownRecord<F>): void;
};

/** A kind of record whose fields are not of interest: what the importer is given. */
export type AnyRecordSpec = Omit<RecordSpec<Values>, 'fields'> & { readonly fields: AnyFields };
