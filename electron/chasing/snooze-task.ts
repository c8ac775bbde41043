import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { type Changes, changesOf } from '../../shared/domain/activity-changes.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { closingTimeOf } from '../../shared/domain/order-subject.ts';
import { type Task, taskKindSpec } from '../../shared/domain/task.ts';
import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import { type ChasingPorts, taskToDo } from './ports.ts';

type Request = {
  readonly taskId: TaskId;
  readonly untilMs: EpochMs;
  readonly reason?: UnpaidReason | null;
  /** In the agent's words: 「客户说 20:30 充值」. */
  readonly note?: string | null;
  /** P2: the customer has named this time; no other step comes before it. */
  readonly isAgreedPayTime?: boolean;
};

type Dependencies = Pick<
  ChasingPorts,
  'inTransaction' | 'tasks' | 'orders' | 'activities' | 'subjects' | 'refreshTasks'
>;

/** A task comes back at the minute that the agent chose, whatever happens until then. */
export function createSnoozeTask(ports: Dependencies) {
  const { inTransaction, tasks, orders, activities, subjects, refreshTasks } = ports;

  /** When the order of the task closes; a message that was put off is of use until then. */
  function closingOf(task: Task): EpochMs | null {
    const subject = task.subject.kind === 'order' ? subjects.get(task.subject.id) : undefined;
    return subject ? closingTimeOf(subject.order, subject.settings.chase) : null;
  }

  /** A task whose end stands is not put off beyond it: the moment would be gone without a word. */
  function refuseBeyondEnd({ kind, plannedExpiryAtMs }: Task, untilMs: EpochMs): void {
    if (taskKindSpec(kind).snooze !== 'keeps-end' || plannedExpiryAtMs === null) return;
    if (untilMs < plannedExpiryAtMs) return;
    const end = formatBeijing(plannedExpiryAtMs).slice(5, 16);
    throw new AppError('invalid-input', `该待办 ${end} 到期失效，请选择更早的时间`);
  }

  function agree(task: Task, untilMs: EpochMs, nowMs: EpochMs): Changes {
    const order = task.subject.kind === 'order' ? orders.get(task.subject.id) : undefined;
    if (task.kind !== 'chase' || !order) throw new AppError('invalid-input', '只有催付待办可以约定付款时间');
    const after: Order = { ...order, agreedPayAtMs: untilMs, updatedAtMs: nowMs };
    orders.update(after, ['agreedPayAtMs', 'updatedAtMs']);
    return changesOf<Partial<Order>>(
      ['order', order.id],
      { agreedPayAtMs: order.agreedPayAtMs },
      { agreedPayAtMs: untilMs },
    );
  }

  return (request: Request, actor: Actor): Recorded => {
    const { taskId, reason, note, isAgreedPayTime = false } = request;
    const untilMs = Math.floor(request.untilMs / MINUTE) * MINUTE;
    if (untilMs <= actor.nowMs) throw new AppError('invalid-input', '延后的时间须晚于现在');
    return inTransaction(() => {
      const before = taskToDo(tasks, taskId);
      refuseBeyondEnd(before, untilMs);
      const closesAtMs = closingOf(before);
      const isClosedThen = closesAtMs !== null && closesAtMs <= untilMs;
      if (isAgreedPayTime && isClosedThen) {
        const closing = formatBeijing(closesAtMs).slice(5, 16);
        throw new AppError('invalid-input', `约定时间晚于订单自动关闭时间 ${closing}`);
      }
      // The step's own end was planned without the snooze; what the agent asked for must still be shown then.
      const expiresAtMs = isClosedThen ? null : closesAtMs;
      const after = tasks.snooze(taskId, { untilMs, note: note ?? null, expiresAtMs }, actor.nowMs);
      if (!after) throw new AppError('not-found', '该待办已不存在');
      const agreed = isAgreedPayTime ? agree(before, untilMs, actor.nowMs) : {};
      const activity = activities.append({
        ...activityBy(actor, before.subject),
        kind: 'snoozed',
        taskId,
        data: {
          taskKind: before.kind,
          step: before.step,
          untilMs,
          ...given({ reason, text: note }),
          changes: { ...changesOf(['task', taskId], before, after), ...agreed },
        },
      });
      refreshTasks([before.subject], actor.nowMs);
      const moment = formatBeijing(untilMs).slice(5, 16);
      return {
        activityId: activity.id,
        message: isAgreedPayTime ? `约定 ${moment} 付款` : `已延后到 ${moment}`,
      };
    });
  };
}
