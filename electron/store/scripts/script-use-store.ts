import type { ActivityId, ImportRunId, OrderId } from '../../../shared/domain/ids.ts';
import type { NewScriptUse, PendingUse, SettledUse } from '../../../shared/domain/scripts/script-use.ts';
import { toBeijing } from '../../../shared/time/beijing.ts';
import type { WritableDb } from '../connection.ts';

type UseRow = {
  readonly id: string;
  readonly script_id: string;
  readonly agent_id: string | null;
  readonly order_id: string | null;
  readonly task_id: string | null;
  readonly step: string | null;
  readonly reason: string | null;
  readonly grade: string | null;
  readonly hour: number;
  readonly at_ms: number;
  readonly outcome: string;
};

type SettledRow = {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly at_ms: number;
  readonly import_run_id: string;
};

/** X5: which agent used which script for what, and what came of it. */
export function createScriptUseStore(db: WritableDb) {
  const insert = db.prepare<[UseRow]>(/* sql */ `
    INSERT INTO script_uses
      (id, script_id, agent_id, order_id, shop_id, task_id, step, reason, grade, hour, at_ms, outcome)
    VALUES (@id, @script_id, @agent_id, @order_id, (SELECT shop_id FROM orders WHERE id = @order_id), @task_id, @step,
      @reason, @grade, @hour, @at_ms, @outcome)`);
  const selectPending = db.prepare<[string], { id: ActivityId; reason: string | null }>(/* sql */ `
    SELECT id, reason FROM script_uses WHERE order_id = ? AND outcome = 'pending'`);
  const settle = db.prepare<[SettledRow]>(/* sql */ `
    UPDATE script_uses SET outcome = @outcome, reason = @reason, settled_at_ms = @at_ms, import_run_id = @import_run_id
    WHERE id = @id`);
  const reopen = db.prepare<[string]>(/* sql */ `
    UPDATE script_uses SET outcome = 'pending', settled_at_ms = NULL, import_run_id = NULL WHERE import_run_id = ?`);

  return {
    add(use: NewScriptUse): void {
      insert.run({
        id: use.id,
        script_id: use.scriptId,
        agent_id: use.agentId,
        order_id: use.orderId,
        task_id: use.taskId,
        step: use.step,
        reason: use.reason,
        grade: use.grade,
        hour: toBeijing(use.atMs).hour,
        at_ms: use.atMs,
        outcome: use.outcome,
      });
    },
    listPendingOf: (orderId: OrderId): PendingUse[] => selectPending.all(orderId),
    settle({ id, outcome, reason, atMs, importRunId }: SettledUse): void {
      settle.run({ id, outcome, reason, at_ms: atMs, import_run_id: importRunId });
    },
    /** Opens again the uses that the run had settled; the reason that was learned stays known. */
    reopen: (importRunId: ImportRunId): void => void reopen.run(importRunId),
  };
}
