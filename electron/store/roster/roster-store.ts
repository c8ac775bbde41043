import type { AgentId } from '../../../shared/domain/ids.ts';
import { RosterEntry, rosterEntryId } from '../../../shared/domain/roster/roster-entry.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type Row = {
  readonly date: string;
  readonly agent_id: string;
  readonly code: string;
  readonly shop_ids: string;
  readonly work_types: string;
  readonly meal_minute: number | null;
  readonly source: string;
  readonly reason: string | null;
  readonly is_absent: number;
  readonly in_at_ms: number | null;
  readonly out_at_ms: number | null;
  readonly start_at_ms: number | null;
  readonly end_at_ms: number | null;
  readonly break_minutes: number | null;
};

const toEntry = (row: Row): RosterEntry =>
  RosterEntry.parse({
    date: row.date,
    agentId: row.agent_id,
    code: row.code,
    shopIds: JSON.parse(row.shop_ids),
    workTypes: JSON.parse(row.work_types),
    mealMinute: row.meal_minute,
    source: row.source,
    reason: row.reason,
    isAbsent: row.is_absent === 1,
    inAtMs: row.in_at_ms,
    outAtMs: row.out_at_ms,
    startAtMs: row.start_at_ms,
    endAtMs: row.end_at_ms,
    breakMinutes: row.break_minutes,
  });

const toRow = (entry: RosterEntry): Row => ({
  date: entry.date,
  agent_id: entry.agentId,
  code: entry.code,
  shop_ids: JSON.stringify(entry.shopIds),
  work_types: JSON.stringify(entry.workTypes),
  meal_minute: entry.mealMinute,
  source: entry.source,
  reason: entry.reason,
  is_absent: Number(entry.isAbsent),
  in_at_ms: entry.inAtMs,
  out_at_ms: entry.outAtMs,
  start_at_ms: entry.startAtMs,
  end_at_ms: entry.endAtMs,
  break_minutes: entry.breakMinutes,
});

/** H1: the days of the roster, one row for each agent and day. */
export function createRosterStore(db: WritableDb) {
  const select = db.prepare<[string, string], Row>(
    'SELECT * FROM roster_entries WHERE date = ? AND agent_id = ?',
  );
  const selectBetween = db.prepare<[string, string], Row>(
    'SELECT * FROM roster_entries WHERE date >= ? AND date <= ? ORDER BY date, agent_id',
  );
  const selectOf = db.prepare<[string, string, string], Row>(
    'SELECT * FROM roster_entries WHERE agent_id = ? AND date >= ? AND date <= ? ORDER BY date',
  );
  const selectAny = db.prepare<[], { one: 1 }>('SELECT 1 AS one FROM roster_entries LIMIT 1');
  const upsert = db.prepare<Row>(/* sql */ `
    INSERT INTO roster_entries (date, agent_id, code, shop_ids, work_types, meal_minute, source, reason, is_absent,
      in_at_ms, out_at_ms, start_at_ms, end_at_ms, break_minutes)
    VALUES (@date, @agent_id, @code, @shop_ids, @work_types, @meal_minute, @source, @reason, @is_absent,
      @in_at_ms, @out_at_ms, @start_at_ms, @end_at_ms, @break_minutes)
    ON CONFLICT (date, agent_id) DO UPDATE SET code = excluded.code, shop_ids = excluded.shop_ids,
      work_types = excluded.work_types, meal_minute = excluded.meal_minute, source = excluded.source,
      reason = excluded.reason, is_absent = excluded.is_absent, in_at_ms = excluded.in_at_ms,
      out_at_ms = excluded.out_at_ms, start_at_ms = excluded.start_at_ms, end_at_ms = excluded.end_at_ms,
      break_minutes = excluded.break_minutes`);
  const remove = db.prepare<[string, string]>('DELETE FROM roster_entries WHERE date = ? AND agent_id = ?');

  function get(date: string, agentId: string): RosterEntry | undefined {
    const row = select.get(date, agentId);
    return row && toEntry(row);
  }
  const save = (entry: RosterEntry): void => void upsert.run(toRow(entry));
  /** The id is made of both. */
  const parts = (id: string): [string, string] => [id.slice(0, 10), id.slice(11)];

  return {
    undoable: undoableTable({
      table: 'roster_entries',
      recorded: RosterEntry,
      guarded: ['code', 'shopIds', 'workTypes', 'mealMinute', 'isAbsent'],
      get: (id) => get(...parts(id)),
      save,
      remove: (id) => void remove.run(...parts(id)),
    }),
    get: (date: string, agentId: AgentId) => get(date, agentId),
    save,
    remove: ({ date, agentId }: Pick<RosterEntry, 'date' | 'agentId'>): void =>
      void remove.run(date, agentId),
    /** Both days included. */
    between: (from: string, to: string): RosterEntry[] => selectBetween.all(from, to).map(toEntry),
    ofAgent: (agentId: AgentId, from: string, to: string): RosterEntry[] =>
      selectOf.all(agentId, from, to).map(toEntry),
    /** A team that has no roster works as if everybody were there. */
    isUsed: (): boolean => selectAny.get() !== undefined,
    rowOf: (entry: Pick<RosterEntry, 'date' | 'agentId'>) => ({
      table: 'roster_entries',
      id: rosterEntryId(entry),
    }),
  };
}
