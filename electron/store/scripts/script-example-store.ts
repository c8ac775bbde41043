import { z } from 'zod';
import {
  type ActivityId,
  AgentId,
  type OrderId,
  type ScriptExampleId,
  type ScriptId,
} from '../../../shared/domain/ids.ts';
import { ScriptExample } from '../../../shared/domain/scripts/script-example.ts';
import type { ShownExample } from '../../../shared/ipc/contract/scripts/script-page-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type ShownRow = {
  readonly id: ScriptExampleId;
  readonly script_id: ScriptId;
  readonly order_id: OrderId;
  readonly note: string;
  readonly change_id: ActivityId | null;
  readonly at_ms: number;
  readonly order_no: string;
  readonly customer_nick: string | null;
  readonly script_title: string;
  readonly script_code: string;
  readonly agent_name: string | null;
};

type ExampleRow = Pick<ShownRow, 'id' | 'script_id' | 'order_id' | 'note' | 'change_id' | 'at_ms'> & {
  readonly agent_id: AgentId | null;
  readonly removed_at_ms: number | null;
};
type NewExample = Omit<ScriptExample, 'changeId'> & { readonly agentId: AgentId };

/** The fields of an example that the change log keeps. */
const RecordedExample = ScriptExample.extend({
  agentId: AgentId.nullable(),
  removedAtMs: z.int().nullable(),
});
type RecordedExample = z.infer<typeof RecordedExample>;

export type ScriptExampleStore = ReturnType<typeof createScriptExampleStore>;

function toShown(row: ShownRow): ShownExample {
  return {
    id: row.id,
    scriptId: row.script_id,
    orderId: row.order_id,
    note: row.note,
    changeId: row.change_id,
    atMs: row.at_ms,
    orderNo: row.order_no,
    customerNick: row.customer_nick,
    scriptTitle: row.script_title,
    scriptCode: row.script_code,
    agentName: row.agent_name,
  };
}

const SHOWN = /* sql */ `
  SELECT e.id, e.script_id, e.order_id, e.note, e.change_id, e.at_ms, o.no AS order_no, o.customer_nick,
    s.title AS script_title, s.code AS script_code, g.name AS agent_name
  FROM script_examples e
  JOIN orders o ON o.id = e.order_id
  JOIN scripts s ON s.id = e.script_id
  LEFT JOIN agents g ON g.id = e.agent_id
  WHERE e.removed_at_ms IS NULL AND`;

/** K9: the orders that scripts were made or improved from. */
export function createScriptExampleStore(db: WritableDb) {
  const select = db.prepare<[string], ExampleRow>('SELECT * FROM script_examples WHERE id = ?');
  const selectOfScript = db.prepare<[string], ShownRow>(
    `${SHOWN} e.script_id = ? ORDER BY e.at_ms DESC, e.id DESC`,
  );
  const selectOfOrder = db.prepare<[string, string | null], ShownRow>(/* sql */ `
    ${SHOWN} e.order_id = ? AND (s.agent_id IS NULL OR s.agent_id = ?) ORDER BY e.at_ms DESC, e.id DESC`);
  const insert = db.prepare<[Omit<ExampleRow, 'change_id' | 'removed_at_ms'>]>(/* sql */ `
    INSERT INTO script_examples (id, script_id, order_id, note, agent_id, at_ms)
    VALUES (@id, @script_id, @order_id, @note, @agent_id, @at_ms)`);
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE script_examples SET removed_at_ms = ? WHERE id = ?',
  );
  const setChange = db.prepare<[string | null, string]>(
    'UPDATE script_examples SET change_id = ? WHERE id = ?',
  );

  const remove = db.prepare<[string]>('DELETE FROM script_examples WHERE id = ?');

  function get(id: ScriptExampleId): RecordedExample | undefined {
    const row = select.get(id);
    return (
      row && {
        id,
        scriptId: row.script_id,
        orderId: row.order_id,
        note: row.note,
        changeId: row.change_id,
        agentId: row.agent_id,
        atMs: row.at_ms,
        removedAtMs: row.removed_at_ms,
      }
    );
  }

  return {
    undoable: undoableTable({
      table: 'script_examples',
      recorded: RecordedExample,
      guarded: ['changeId', 'removedAtMs'],
      get: (id) => get(id as ScriptExampleId),
      save({ id, changeId, removedAtMs }) {
        setChange.run(changeId, id);
        setRemoved.run(removedAtMs, id);
      },
      remove: (id) => void remove.run(id),
    }),
    get,
    listOfScript: (id: ScriptId): ShownExample[] => selectOfScript.all(id).map(toShown),
    /** Without the examples of scripts that are personal to somebody else. */
    listOfOrder: (id: OrderId, agentId: AgentId | null): ShownExample[] =>
      selectOfOrder.all(id, agentId).map(toShown),
    add({ id, scriptId, orderId, note, agentId, atMs }: NewExample): void {
      insert.run({ id, script_id: scriptId, order_id: orderId, note, agent_id: agentId, at_ms: atMs });
    },
    remove: (id: ScriptExampleId, nowMs: EpochMs): void => void setRemoved.run(nowMs, id),
    link: (id: ScriptExampleId, changeId: ActivityId | null): void => void setChange.run(changeId, id),
  };
}
