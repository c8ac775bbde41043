import type { RowChange } from '../../../../shared/domain/activities/row-change.ts';
import type { CoveredSpan } from '../../../../shared/domain/import-run.ts';
import { formatFen } from '../../../../shared/domain/money.ts';
import type { DeadlineKind } from '../../../../shared/domain/shared-parts/deadline.ts';
import type { SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import { formatBeijing } from '../../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { Known, Values } from '../../merging/merge-fields.ts';
import { ownCopy } from '../../reading/cells/own-copy.ts';
import type { AnyField } from '../field.ts';
import type { Commit, Intake, IntakeOptions, Preview } from '../record-kind.ts';
import { describeChanges } from './describe-changes.ts';
import { createMergeRecord, isBefore } from './merge-record.ts';
import { dataOf } from './record-changes.ts';
import type { RecordRow } from './record-export.ts';
import { type AnyRecordSpec, type Review, type RowRemark, subjectOf } from './record-spec.ts';
import type { RecordPorts } from './take-back-records.ts';

type Record = Known<Values>;
type Written = { readonly id: string; readonly before: Record | null; readonly after: Record };

/** Receives the rows: a commit writes and records them for good, a preview tries them out and shows them. */
type Outlet = {
  get(id: string): Record | undefined;
  insert(id: string, after: Record): void;
  update(written: Written, changed: readonly string[], isInThisFile: boolean): void;
  /** `row`: what this row of the file says of the record. */
  shown(written: Written, row: object): void;
  end(): void;
};

/** Records without a subject have no timeline that shows them one by one, so many share an activity. */
const ROWS_PER_ACTIVITY = 200;

export function takeInRecords(spec: AnyRecordSpec, ports: RecordPorts, options: IntakeOptions): Intake {
  const { shop, nowMs, purpose, onOutcome, onRemark } = options;
  const merge = createMergeRecord(spec);
  const review = spec.createReview?.();
  const outlet =
    purpose.kind === 'preview'
      ? forPreview(spec, purpose, nowMs)
      : forCommit(spec, options, { ...ports, ...purpose });
  /** Whether the file has brought the record, or shown it only. */
  const seen = new Map<string, boolean>();
  let covered: CoveredSpan | null = null;

  function tell({ row, fields }: RecordRow, remarks: readonly RowRemark[]): void {
    for (const { field, reason } of remarks) {
      const { label = field, reads } = spec.fields[field] ?? {};
      onRemark({ row, column: label, value: valueText(reads, fields[field]), reason });
    }
  }

  const reviewed = ({ fields }: RecordRow): Review<Values> =>
    review?.look({ fields, nowMs }) ?? { fields, remarks: [] };

  function add(record: RecordRow): void {
    const { extra } = record;
    const { fields, remarks } = reviewed(record);
    const id = spec.idOf(shop.id, fields, outlet.get);
    const before = outlet.get(id) ?? null;
    const isRepeat = seen.has(id);
    const isOwn = seen.get(id) ?? before === null;
    if (!isRepeat) seen.set(ownCopy(id), isOwn);
    const merged = merge(before, { fields, extra }, isRepeat);
    const after = merged.kind === 'unchanged' ? before : merged.after;
    if (merged.kind === 'new') outlet.insert(id, merged.after);
    if (merged.kind === 'changed') {
      outlet.update({ id, before, after: merged.after }, Object.keys(merged.changes), isOwn);
    }
    if (after !== null) outlet.shown({ id, before, after }, fields);
    covered = widened(covered, fields[spec.covers ?? '']);
    onOutcome(merged.kind);
    // A row that has changed nothing was remarked on when it came.
    if (merged.kind !== 'unchanged') tell(record, remarks);
  }

  return {
    inBulk: ({ work }) => work(),
    // The reader of this kind has made the record.
    add: (record) => add(record as RecordRow),
    end: outlet.end,
    covers: () => covered,
    settle: () => {},
    effects: () => [],
  };
}

/** As an agent writes it. */
function valueText(reads: AnyField['reads'] | undefined, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  if (reads === 'amount') return formatFen(value);
  return reads === 'count' ? String(value) : formatBeijing(value);
}

function widened(span: CoveredSpan | null, atMs: unknown): CoveredSpan | null {
  if (typeof atMs !== 'number') return span;
  if (span === null) return { fromMs: atMs, untilMs: atMs };
  return { fromMs: Math.min(span.fromMs, atMs), untilMs: Math.max(span.untilMs, atMs) };
}

function forPreview(spec: AnyRecordSpec, { scratch, changed, noted }: Preview, nowMs: EpochMs): Outlet {
  const ends: readonly (string | undefined)[] = Object.values(spec.deadlines ?? {});
  let earlierCount = 0;
  const put = (id: string, record: Record) => scratch.rows.put(spec.name, id, JSON.stringify(record));
  return {
    get(id) {
      const tried = scratch.rows.get(spec.name, id);
      // Written below.
      return tried === undefined ? spec.store.get(id) : (JSON.parse(tried) as Record);
    },
    insert: put,
    update({ id, before, after }, fields, isInThisFile) {
      put(id, after);
      if (isInThisFile) return;
      const isEarlier = (field: string) => ends.includes(field) && isBefore(after[field], before?.[field]);
      if (fields.some(isEarlier)) earlierCount++;
      changed({
        ref: subjectOf(spec, id),
        title: spec.titleOf(after),
        fields,
        details:
          before === null ? [] : describeChanges(spec.fields, { before, after, fields, isEarlier, nowMs }),
      });
    },
    shown: () => {},
    end() {
      if (earlierCount > 0) noted(`${earlierCount} 笔${spec.label}的截止时间提前了`);
    },
  };
}

type CommitOfRecords = Commit & Pick<RecordPorts, 'fileEnds'>;

function forCommit(spec: AnyRecordSpec, { shop, nowMs }: IntakeOptions, commit: CommitOfRecords): Outlet {
  const { store, table } = spec;
  const { runId, writtenAtMs, fileEnds } = commit;
  // The keys of the map are kinds of deadlines.
  const deadlines = Object.entries(spec.deadlines ?? {}) as [DeadlineKind, string][];
  const came = { shopId: shop.id, importRunId: runId, atMs: nowMs };
  let waiting: RowChange[] = [];

  function recordWaiting(): void {
    if (waiting.length === 0) return;
    const subject: SubjectRef = { kind: 'shop', id: shop.id };
    commit.record({ kind: 'records-imported', subject, data: dataOf(waiting) });
    waiting = [];
  }

  function record(id: string, changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    const subject = subjectOf(spec, id);
    if (subject) {
      const isNew = changes.some((change) => change.table === table && change.before === null);
      commit.record({ kind: isNew ? 'record-imported' : 'record-changed', subject, data: dataOf(changes) });
      commit.touch(subject);
      return;
    }
    waiting.push(...changes);
    if (waiting.length >= ROWS_PER_ACTIVITY) recordWaiting();
  }

  function showEnds(id: string, after: Record, isInserted = false): RowChange[] {
    const subject = subjectOf(spec, id);
    if (subject === null) return [];
    const isNew = isInserted && spec.subject?.idOf === undefined;
    return deadlines.flatMap(([kind, field]) => {
      const atMs = after[field];
      return fileEnds.show({
        subject,
        kind,
        atMs: typeof atMs === 'number' ? atMs : null,
        shopId: shop.id,
        importRunId: runId,
        nowMs,
        isNew,
      });
    });
  }

  return {
    get: (id) => store.get(id),
    insert(id, after) {
      const ends = showEnds(id, after, true);
      store.insert(id, after, came);
      // The record itself says what it holds.
      record(id, [{ table, id, before: null, after: {} }, ...ends]);
    },
    update({ id, before, after }, changed, isInThisFile) {
      const ends = showEnds(id, after);
      store.update(id, after, changed);
      const own =
        before === null || isInThisFile
          ? []
          : [{ table, id, before: pick(before, changed), after: pick(after, changed) }];
      record(id, [...own, ...ends]);
    },
    shown({ id, before, after }, row) {
      // An end that this build reads from a column which an earlier one kept without looking.
      record(id, showEnds(id, after));
      const subject = subjectOf(spec, id);
      if (subject && before !== null) {
        commit.shown({ subject, before, after, shown: row });
      }
      if (!spec.proofs) return;
      spec.proofs({ id, before, after, importRunId: runId, atMs: nowMs, writtenAtMs });
      if (subject) commit.touch(subject);
    },
    end: recordWaiting,
  };
}

function pick(record: Record, names: readonly string[]): { [field: string]: unknown } {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}
