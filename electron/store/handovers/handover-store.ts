import { Handover, type HandoverId } from '../../../shared/domain/handovers/handover.ts';
import type { AgentId, TaskId } from '../../../shared/domain/ids.ts';
import { type Task } from '../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { createTakeAway } from '../subjects/take-away-subject.ts';
import { type TaskRow, toTask } from '../tasks/task-row.ts';
import { undoableTable } from '../undoable-table.ts';

type HandoverRow = {
  readonly id: string;
  readonly state: string;
  readonly giver_id: string;
  readonly receiver_id: string | null;
  readonly started_at_ms: number;
  readonly given_at_ms: number | null;
  readonly received_at_ms: number | null;
  readonly received_by_id: string | null;
  readonly note: string | null;
  /** JSON, as `items`. */
  readonly marks: string;
  readonly items: string;
};

const COLUMNS = [
  'id',
  'state',
  'giver_id',
  'receiver_id',
  'started_at_ms',
  'given_at_ms',
  'received_at_ms',
  'received_by_id',
  'note',
  'marks',
  'items',
] as const satisfies readonly (keyof HandoverRow)[];

const toHandover = (row: HandoverRow): Handover =>
  Handover.parse({
    id: row.id,
    state: row.state,
    giverId: row.giver_id,
    receiverId: row.receiver_id,
    startedAtMs: row.started_at_ms,
    givenAtMs: row.given_at_ms,
    receivedAtMs: row.received_at_ms,
    receivedById: row.received_by_id,
    note: row.note,
    marks: JSON.parse(row.marks),
    items: JSON.parse(row.items),
  });

const toRow = (sheet: Handover): HandoverRow => ({
  id: sheet.id,
  state: sheet.state,
  giver_id: sheet.giverId,
  receiver_id: sheet.receiverId,
  started_at_ms: sheet.startedAtMs,
  given_at_ms: sheet.givenAtMs,
  received_at_ms: sheet.receivedAtMs,
  received_by_id: sheet.receivedById,
  note: sheet.note,
  marks: JSON.stringify(sheet.marks),
  items: JSON.stringify(sheet.items),
});

/** An item is carried on from one of the last sheets, or it is none. */
const SHEETS_LOOKED_AT = 30;
/** A sheet that nobody could read is no hand-over. */
export const MOST_ITEMS = 300;

/** Hand-over sheets, and the tasks that belong on one. */
export function createHandoverStore(db: WritableDb) {
  const selectMany = db.prepare<[string], HandoverRow>(/* sql */ `
    SELECT h.* FROM json_each(?) AS wanted CROSS JOIN handovers h ON h.id = wanted.value`);
  const selectDraft = db.prepare<[AgentId], HandoverRow>(
    "SELECT * FROM handovers WHERE state = 'draft' AND giver_id = ? ORDER BY started_at_ms DESC LIMIT 1",
  );
  const selectGiven = db.prepare<[number], HandoverRow>(/* sql */ `
    SELECT * FROM handovers WHERE given_at_ms IS NOT NULL ORDER BY given_at_ms DESC LIMIT ?`);
  const upsert = db.prepare<HandoverRow>(/* sql */ `
    INSERT INTO handovers (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`);
  const remove = db.prepare<[string]>('DELETE FROM handovers WHERE id = ?');
  const takeAway = createTakeAway(db, 'handover');
  const setLive = db.prepare<[number, string]>(
    'UPDATE handovers SET is_live = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const selectOwned = db.prepare<{ agentId: AgentId; nowMs: EpochMs; untilMs: EpochMs }, TaskRow>(/* sql */ `
    SELECT * FROM tasks WHERE owner_id = @agentId AND state IN ('open', 'snoozed') AND attention_at_ms < @untilMs
      AND (expires_at_ms IS NULL OR expires_at_ms > @nowMs)
    ORDER BY attention_at_ms LIMIT ${MOST_ITEMS}`);
  const selectPromised = db.prepare<{ nowMs: EpochMs; untilMs: EpochMs }, TaskRow>(/* sql */ `
    SELECT * FROM tasks WHERE is_promise = 1 AND owner_id IS NULL AND state IN ('open', 'snoozed')
      AND attention_at_ms < @untilMs AND (expires_at_ms IS NULL OR expires_at_ms > @nowMs)
    ORDER BY attention_at_ms LIMIT ${MOST_ITEMS}`);

  const load = (ids: readonly string[]): Handover[] => selectMany.all(JSON.stringify(ids)).map(toHandover);
  const get = (id: string): Handover | undefined => load([id])[0];
  const save = (sheet: Handover): void => void upsert.run(toRow(sheet));
  const listGiven = (atMost: number): Handover[] => selectGiven.all(atMost).map(toHandover);

  return {
    undoable: undoableTable({
      table: 'handovers',
      recorded: Handover,
      guarded: ['state', 'marks', 'note', 'receiverId'],
      get,
      save,
      remove(id) {
        takeAway(id);
        remove.run(id);
      },
    }),
    newId: (nowMs: EpochMs): HandoverId => newId(nowMs) as HandoverId,
    load,
    get,
    /** Adds the sheet, or writes all of it. */
    save,
    draftOf: (giverId: AgentId): Handover | undefined => {
      const row = selectDraft.get(giverId);
      return row && toHandover(row);
    },
    /** The last given first. */
    listGiven,
    /** Of each task that a sheet carried lately, how many have carried it by now. */
    carriedBefore(): ReadonlyMap<TaskId, number> {
      const carried = new Map<TaskId, number>();
      for (const { items } of listGiven(SHEETS_LOOKED_AT)) {
        for (const item of items) if (!carried.has(item.taskId)) carried.set(item.taskId, item.carried + 1);
      }
      return carried;
    },
    /** The agent's own, and promises that are no agent's, which come up by then; the earliest first. */
    listToLeave(span: {
      readonly agentId: AgentId;
      readonly nowMs: EpochMs;
      readonly untilMs: EpochMs;
    }): Task[] {
      const { nowMs, untilMs } = span;
      return [...selectOwned.all(span), ...selectPromised.all({ nowMs, untilMs })].map(toTask);
    },
    setLive: (ids: readonly string[], isLive: boolean): void =>
      void setLive.run(Number(isLive), JSON.stringify(ids)),
  };
}
