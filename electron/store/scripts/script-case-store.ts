import { z } from 'zod';
import {
  type ActivityId,
  AgentId,
  type OrderId,
  type ScriptCaseId,
  type ScriptId,
} from '../../../shared/domain/ids.ts';
import { ScriptCase } from '../../../shared/domain/script-case.ts';
import type { ShownCase } from '../../../shared/ipc/contract/script-page-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type ShownRow = {
  readonly id: ScriptCaseId;
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

type CaseRow = Pick<ShownRow, 'id' | 'script_id' | 'order_id' | 'note' | 'change_id' | 'at_ms'> & {
  readonly agent_id: AgentId | null;
  readonly removed_at_ms: number | null;
};
type NewCase = Omit<ScriptCase, 'changeId'> & { readonly agentId: AgentId };

/** What the change log keeps of a case. */
const RecordedCase = ScriptCase.extend({ agentId: AgentId.nullable(), removedAtMs: z.int().nullable() });
type RecordedCase = z.infer<typeof RecordedCase>;

export type ScriptCaseStore = ReturnType<typeof createScriptCaseStore>;

function toShown(row: ShownRow): ShownCase {
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
  SELECT c.id, c.script_id, c.order_id, c.note, c.change_id, c.at_ms, o.no AS order_no, o.customer_nick,
    s.title AS script_title, s.code AS script_code, g.name AS agent_name
  FROM script_cases c
  JOIN orders o ON o.id = c.order_id
  JOIN scripts s ON s.id = c.script_id
  LEFT JOIN agents g ON g.id = c.agent_id
  WHERE c.removed_at_ms IS NULL AND`;

/** K9: the orders that scripts were made or improved from. */
export function createScriptCaseStore(db: WritableDb) {
  const select = db.prepare<[string], CaseRow>('SELECT * FROM script_cases WHERE id = ?');
  const selectOfScript = db.prepare<[string], ShownRow>(
    `${SHOWN} c.script_id = ? ORDER BY c.at_ms DESC, c.id DESC`,
  );
  const selectOfOrder = db.prepare<[string, string | null], ShownRow>(/* sql */ `
    ${SHOWN} c.order_id = ? AND (s.agent_id IS NULL OR s.agent_id = ?) ORDER BY c.at_ms DESC, c.id DESC`);
  const insert = db.prepare<[Omit<CaseRow, 'change_id' | 'removed_at_ms'>]>(/* sql */ `
    INSERT INTO script_cases (id, script_id, order_id, note, agent_id, at_ms)
    VALUES (@id, @script_id, @order_id, @note, @agent_id, @at_ms)`);
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE script_cases SET removed_at_ms = ? WHERE id = ?',
  );
  const setChange = db.prepare<[string | null, string]>('UPDATE script_cases SET change_id = ? WHERE id = ?');

  const remove = db.prepare<[string]>('DELETE FROM script_cases WHERE id = ?');

  function get(id: ScriptCaseId): RecordedCase | undefined {
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
      table: 'script_cases',
      recorded: RecordedCase,
      guarded: ['changeId', 'removedAtMs'],
      get: (id) => get(id as ScriptCaseId),
      save({ id, changeId, removedAtMs }) {
        setChange.run(changeId, id);
        setRemoved.run(removedAtMs, id);
      },
      remove: (id) => void remove.run(id),
    }),
    get,
    listOfScript: (id: ScriptId): ShownCase[] => selectOfScript.all(id).map(toShown),
    /** Without the cases of scripts that are personal to somebody else. */
    listOfOrder: (id: OrderId, agentId: AgentId | null): ShownCase[] =>
      selectOfOrder.all(id, agentId).map(toShown),
    add({ id, scriptId, orderId, note, agentId, atMs }: NewCase): void {
      insert.run({ id, script_id: scriptId, order_id: orderId, note, agent_id: agentId, at_ms: atMs });
    },
    remove: (id: ScriptCaseId, nowMs: EpochMs): void => void setRemoved.run(nowMs, id),
    link: (id: ScriptCaseId, changeId: ActivityId | null): void => void setChange.run(changeId, id),
  };
}
