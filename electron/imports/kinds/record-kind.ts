import type { Activity, NewActivity } from '../../../shared/domain/activities/activity.ts';
import type { ImportRunId } from '../../../shared/domain/ids.ts';
import type { ImportEffect } from '../../../shared/domain/import-effect.ts';
import type { CoveredSpan, ImportRun, RemarkedRow } from '../../../shared/domain/import-run.ts';
import type { SubjectKind, SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ImportScratch, ImportShop, ShownRow } from '../import-ports.ts';
import type { ReadRecord } from '../reading/export-row.ts';
import type { ExportKind } from './export-kind.ts';

export type RowOutcome = 'new' | 'changed' | 'unchanged';

/** A record that was known and that the file says something new about. */
export type ChangedRecord = {
  /** The subject that the agent can open from the preview; `null`: the record has none. */
  readonly ref: SubjectRef | null;
  readonly title: string;
  /** The customer's nick, where the kind knows one. */
  readonly who?: string | null;
  /** The list of the changes is filtered by it: `付款`. */
  readonly group?: string;
  readonly amountFen?: number | null;
  /** When it began; the newest stand first. */
  readonly atMs?: EpochMs | null;
  /** Names of the fields. */
  readonly fields: readonly string[];
  /** Each with its value before and after, where the kind says it. */
  readonly details?: readonly string[];
};

/** An activity of an import without the run; main adds the run where it writes the activity. */
export type ImportDeed = Pick<NewActivity, 'kind' | 'subject' | 'data'>;

export type Preview = {
  readonly kind: 'preview';
  /** Everything that the preview writes here is thrown away afterwards. */
  readonly scratch: ImportScratch;
  changed(record: ChangedRecord): void;
  /** The agent has to know this of the whole file before deciding. */
  noted(note: string): void;
};

export type Commit = {
  readonly kind: 'commit';
  readonly runId: ImportRunId;
  /** The import adds its orders behind this key. */
  readonly afterKey: number;
  /** When the platform wrote the file, where that is known. */
  readonly writtenAtMs: EpochMs | null;
  /** Nothing changes without its activity. */
  record(deed: ImportDeed): void;
  /** The tasks of the subject, and of whatever depends on it, are worked out again in the end. */
  touch(subject: SubjectRef): void;
  /** X4: call it for every known record of the file, changed or not, after it was written: claims are held against it. */
  shown(row: ShownRow): void;
};

export type IntakeOptions = {
  readonly shop: ImportShop;
  readonly nowMs: EpochMs;
  readonly onOutcome: (outcome: RowOutcome) => void;
  /** The row is taken in, and there is something to say of it. */
  readonly onRemark: (remark: RemarkedRow) => void;
  readonly purpose: Preview | Commit;
};

/** Takes the records of one file, in its order, into the store. Preview and commit are both this. */
export type Intake = {
  /** Runs the work that adds all records; a kind may prepare its tables for many. */
  inBulk(bulk: { work(): void; beforeStep(): void }): void;
  add(record: ReadRecord): void;
  /** After the last record, within the bulk. */
  end(): void;
  /** The time of which the file has shown everything; `null`: it does not say. */
  covers(): CoveredSpan | null;
  /** After the bulk: what cannot be looked up while many are added. */
  settle(): void;
  /** In the end: the file has shown these, in the agent's words. */
  effects(): readonly ImportEffect[];
};

export type TakeBackOptions = {
  readonly run: ImportRun;
  readonly nowMs: EpochMs;
  /** The activities of the run, the latest first; looks up now and then whether to stop. */
  activities(): Iterable<Activity>;
  /** Adds an activity to what the run did, for what nothing else tells once it is taken back. */
  note(deed: ImportDeed): void;
  /** Looks whether to stop. */
  beforeStep(): void;
  /** Records of the kind go only through this, so that what points to them is found. */
  remove(id: string, work: () => void): void;
  /** The record is not as the run has left it. */
  changedSince(title: string): void;
};

/** Formats have names of their own across all kinds. */
export function kindOfFormat(kinds: readonly RecordKind[], format: string): RecordKind | undefined {
  return kinds.find(({ reading }) => reading.formats.some(({ name }) => name === format));
}

/** One kind of record, with everything that an import does with it. */
export type RecordKind = {
  readonly reading: ExportKind;
  readonly table: string;
  /** Agents work on subjects of this kind; `null`: the records are no subjects. */
  readonly subjectKind: SubjectKind | null;
  /** Of a record in the store. */
  titleOf(id: string): string | undefined;
  takeIn(options: IntakeOptions): Intake;
  /** Puts back what the run has changed and removes what it has brought; answers whose tasks are to be looked at. */
  takeBack(options: TakeBackOptions): Iterable<SubjectRef>;
  /** Its records that stand on records of another kind without a foreign key that says so. */
  standsOn?(kind: string, ids: readonly string[]): readonly string[];
};
