import type { CustomerGrade } from '../../shared/domain/customer.ts';
import type { ActivityId, AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import type { NewScriptUse } from '../../shared/domain/script-use.ts';
import type { Task } from '../../shared/domain/task.ts';
import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';
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
