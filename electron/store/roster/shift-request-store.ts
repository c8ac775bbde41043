import { ShiftRequest } from '../../../shared/domain/roster/shift-request.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly agent_id: string;
  readonly date: string;
  readonly with_agent_id: string | null;
  readonly with_date: string | null;
  readonly reason: string | null;
  readonly state: string;
  readonly asked_at_ms: number;
  readonly decided_by_id: string | null;
  readonly decided_at_ms: number | null;
};

const toRequest = (row: Row): ShiftRequest =>
  ShiftRequest.parse({
    id: row.id,
    kind: row.kind,
    agentId: row.agent_id,
    date: row.date,
    withAgentId: row.with_agent_id,
    withDate: row.with_date,
    reason: row.reason,
    state: row.state,
    askedAtMs: row.asked_at_ms,
    decidedById: row.decided_by_id,
    decidedAtMs: row.decided_at_ms,
  });

/** H1: swaps and leave that agents have asked for. */
export function createShiftRequestStore(db: WritableDb) {
  const select = db.prepare<[string], Row>('SELECT * FROM shift_requests WHERE id = ?');
  const selectOpen = db.prepare<[], Row>(
    "SELECT * FROM shift_requests WHERE state IN ('asked', 'agreed') ORDER BY asked_at_ms",
  );
  const upsert = db.prepare<Row>(/* sql */ `
    INSERT INTO shift_requests (id, kind, agent_id, date, with_agent_id, with_date, reason, state, asked_at_ms,
      decided_by_id, decided_at_ms)
    VALUES (@id, @kind, @agent_id, @date, @with_agent_id, @with_date, @reason, @state, @asked_at_ms, @decided_by_id,
      @decided_at_ms)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, decided_by_id = excluded.decided_by_id,
      decided_at_ms = excluded.decided_at_ms`);
  const remove = db.prepare<[string]>('DELETE FROM shift_requests WHERE id = ?');

  function get(id: string): ShiftRequest | undefined {
    const row = select.get(id);
    return row && toRequest(row);
  }
  const save = (request: ShiftRequest): void =>
    void upsert.run({
      id: request.id,
      kind: request.kind,
      agent_id: request.agentId,
      date: request.date,
      with_agent_id: request.withAgentId,
      with_date: request.withDate,
      reason: request.reason,
      state: request.state,
      asked_at_ms: request.askedAtMs,
      decided_by_id: request.decidedById,
      decided_at_ms: request.decidedAtMs,
    });

  return {
    undoable: undoableTable({
      table: 'shift_requests',
      recorded: ShiftRequest,
      guarded: ['state'],
      get,
      save,
      remove: (id) => void remove.run(id),
    }),
    get,
    save,
    listOpen: (): ShiftRequest[] => selectOpen.all().map(toRequest),
  };
}
