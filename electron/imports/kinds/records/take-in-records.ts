import type { RowChange } from '../../../../shared/domain/row-change.ts';
import type { SubjectRef } from '../../../../shared/domain/subject.ts';
import type { Known, Values } from '../../merging/merge-fields.ts';
import { ownCopy } from '../../reading/cells/own-copy.ts';
import type { Commit, Intake, IntakeOptions, Preview } from '../record-kind.ts';
import { createMergeRecord } from './merge-record.ts';
import { dataOf } from './record-changes.ts';
import type { RecordRow } from './record-export.ts';
import { type AnyRecordSpec, subjectOf } from './record-spec.ts';

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

export function takeInRecords(spec: AnyRecordSpec, options: IntakeOptions): Intake {
  const { shop, purpose, onOutcome } = options;
  const merge = createMergeRecord(spec.fields);
  const outlet = purpose.kind === 'preview' ? forPreview(spec, purpose) : forCommit(spec, options, purpose);
  /** Whether the file has brought the record, or shown it only. */
  const seen = new Map<string, boolean>();

  function add({ fields, extra }: RecordRow): void {
    const id = spec.idOf(shop.id, fields);
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
    onOutcome(merged.kind);
  }

  return {
    inBulk: ({ work }) => work(),
    // The reader of this kind has made the record.
    add: (record) => add(record as RecordRow),
    end: outlet.end,
    settle: () => {},
  };
}

function forPreview(spec: AnyRecordSpec, { scratch, changed }: Preview): Outlet {
  const put = (id: string, record: Record) => scratch.rows.put(spec.name, id, JSON.stringify(record));
  return {
    get(id) {
      const tried = scratch.rows.get(spec.name, id);
      // Written below.
      return tried === undefined ? spec.store.get(id) : (JSON.parse(tried) as Record);
    },
    insert: put,
    update({ id, after }, fields, isInThisFile) {
      put(id, after);
      if (isInThisFile) return;
      changed({ ref: subjectOf(spec, id), title: spec.titleOf(after), fields });
    },
    shown: () => {},
    end: () => {},
  };
}

function forCommit(spec: AnyRecordSpec, { shop, nowMs }: IntakeOptions, commit: Commit): Outlet {
  const { store, table } = spec;
  const { runId, writtenAtMs } = commit;
  const came = { shopId: shop.id, importRunId: runId, atMs: nowMs };
  let waiting: RowChange[] = [];

  function recordWaiting(): void {
    if (waiting.length === 0) return;
    const subject: SubjectRef = { kind: 'shop', id: shop.id };
    commit.record({ kind: 'records-imported', subject, data: dataOf(waiting) });
    waiting = [];
  }

  function record(change: RowChange): void {
    const subject = subjectOf(spec, change.id);
    if (subject) {
      const kind = change.before === null ? 'record-imported' : 'record-changed';
      commit.record({ kind, subject, data: dataOf([change]) });
      commit.touch(subject);
      return;
    }
    waiting.push(change);
    if (waiting.length >= ROWS_PER_ACTIVITY) recordWaiting();
  }

  return {
    get: (id) => store.get(id),
    insert(id, after) {
      store.insert(id, after, came);
      // The record itself says what it holds.
      record({ table, id, before: null, after: {} });
    },
    update({ id, before, after }, changed, isInThisFile) {
      store.update(id, after, changed);
      if (before === null || isInThisFile) return;
      record({ table, id, before: pick(before, changed), after: pick(after, changed) });
    },
    shown({ id, before, after }, row) {
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
