import type { ActivityId, AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import type { CustomerGrade } from '../../shared/domain/orders/customer.ts';
import { type UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';
import type { NewScriptUse } from '../../shared/domain/scripts/script-use.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

type Use = {
  readonly activityId: ActivityId;
  readonly scriptId: ScriptId;
  readonly agentId: AgentId | null;
  readonly orderId: OrderId | null;
  readonly task: Task | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
};

export type RecordUse = (use: Use, nowMs: EpochMs) => void;

/** X5: every use counts with its task; only what was said for a chase can be proved by a payment. */
export function createRecordUse(uses: { add(use: NewScriptUse): void }): RecordUse {
  return ({ activityId, task, orderId, ...use }, nowMs) =>
    uses.add({
      ...use,
      id: activityId,
      orderId,
      taskId: task?.id ?? null,
      step: task === null ? null : task.step,
      atMs: nowMs,
      outcome: orderId !== null && task?.kind === 'chase' ? 'pending' : 'uncounted',
    });
}
