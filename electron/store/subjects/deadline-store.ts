import type { AgentId, DeadlineId, ImportRunId, ShopId } from '../../../shared/domain/ids.ts';
import {
  Deadline,
  type DeadlineSource,
  type TimeSpan,
} from '../../../shared/domain/shared-parts/deadline.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { WritableDb } from '../connection.ts';
import { deadlineIdOf } from '../identity.ts';
import { undoableTable } from '../undoable-table.ts';

type Row = {
  readonly id: DeadlineId;
  readonly shop_id: ShopId | null;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly kind: string;
  readonly source: DeadlineSource;
  readonly at_ms: number;
  readonly original_at_ms: number | null;
  readonly reason: string | null;
  readonly agent_id: AgentId | null;
  readonly set_at_ms: number;
  readonly import_run_id: ImportRunId | null;
};

/** Times at which something ends, one row for each source that names one. */
export function createDeadlineStore(db: WritableDb) {
  const select = db.prepare<[string], Row>('SELECT * FROM deadlines WHERE id = ?');
  const selectOf = db.prepare<[string, string], Row>(/* sql */ `
    SELECT d.* FROM json_each(?) AS wanted
    CROSS JOIN deadlines d ON d.subject_kind = ? AND d.subject_id = wanted.value
    ORDER BY d.subject_id, d.kind, d.source`);
  const selectSubjects = db.prepare<[string, number, number], SubjectRef>(/* sql */ `
    SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM deadlines WHERE kind = ? AND at_ms > ? AND at_ms <= ?`);
  const upsert = db.prepare<Row>(/* sql */ `
    INSERT INTO deadlines (id, shop_id, subject_kind, subject_id, kind, source, at_ms, original_at_ms, reason, agent_id,
      set_at_ms, import_run_id)
    VALUES (@id, @shop_id, @subject_kind, @subject_id, @kind, @source, @at_ms, @original_at_ms, @reason, @agent_id,
      @set_at_ms, @import_run_id)
    ON CONFLICT (id) DO UPDATE SET at_ms = excluded.at_ms, original_at_ms = excluded.original_at_ms,
      reason = excluded.reason, agent_id = excluded.agent_id, set_at_ms = excluded.set_at_ms,
      import_run_id = excluded.import_run_id`);
  const remove = db.prepare<[string]>('DELETE FROM deadlines WHERE id = ?');

  function get(id: string): Deadline | undefined {
    const row = select.get(id);
    return row && toDeadline(row);
  }
  function save(deadline: Deadline): void {
    upsert.run({
      id: deadline.id,
      shop_id: deadline.shopId,
      subject_kind: deadline.subject.kind,
      subject_id: deadline.subject.id,
      kind: deadline.kind,
      source: deadline.source,
      at_ms: deadline.atMs,
      original_at_ms: deadline.originalAtMs,
      reason: deadline.reason,
      agent_id: deadline.agentId,
      set_at_ms: deadline.setAtMs,
      import_run_id: deadline.importRunId,
    });
  }

  return {
    undoable: undoableTable({
      table: 'deadlines',
      recorded: Deadline,
      guarded: ['atMs'],
      get,
      save: (deadline) => save(deadline),
      remove: (id) => void remove.run(id),
    }),
    idOf: (subject: SubjectRef, kind: string, source: DeadlineSource): DeadlineId =>
      deadlineIdOf(subject, kind, source),
    get,
    save,
    remove: (id: DeadlineId): void => void remove.run(id),
    /** The times of the subjects, from all sources. */
    listOf: (kind: SubjectKind, ids: readonly string[]): Deadline[] =>
      selectOf.all(JSON.stringify(ids), kind).map(toDeadline),
    /** Subjects of which any source says that they end within the time. */
    listSubjectsOf: (kind: string, { afterMs, untilMs }: TimeSpan): SubjectRef[] =>
      selectSubjects.all(kind, afterMs, untilMs),
  };
}

function toDeadline(row: Row): Deadline {
  return {
    id: row.id,
    shopId: row.shop_id,
    subject: asSubject(row.subject_kind, row.subject_id),
    kind: row.kind,
    source: row.source,
    atMs: row.at_ms,
    originalAtMs: row.original_at_ms,
    reason: row.reason,
    agentId: row.agent_id,
    setAtMs: row.set_at_ms,
    importRunId: row.import_run_id,
  };
}
