import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { closingTimeOf } from '../../shared/domain/order-subject.ts';
import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';

import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import { type ChasingPorts, ofOrder, unpaidOrder } from './ports.ts';
import type { createSnoozeTask } from './snooze-task.ts';

type Request = {
  readonly orderId: OrderId;
  readonly untilMs: EpochMs;
  readonly reason?: UnpaidReason | null;
  readonly note?: string | null;
};

type Dependencies = Pick<
  ChasingPorts,
  'inTransaction' | 'tasks' | 'orders' | 'activities' | 'subjects' | 'refreshTasks'
>;

/** P2: the time that the customer named becomes the next reminder, also when the whole ladder was sent already. */
export function createAgreePayTime(ports: Dependencies, snoozeTask: ReturnType<typeof createSnoozeTask>) {
  const { inTransaction, tasks, orders, activities, subjects, refreshTasks } = ports;

  function refuseTooLate(orderId: OrderId, untilMs: EpochMs): void {
    const subject = subjects.get(orderId);
    const closesAtMs = subject ? closingTimeOf(subject.order, subject.settings.chase) : null;
    if (closesAtMs === null || closesAtMs > untilMs) return;
    throw new AppError(
      'invalid-input',
      `约定时间晚于订单自动关闭时间 ${formatBeijing(closesAtMs).slice(5, 16)}`,
    );
  }

  return ({ orderId, reason, note, ...request }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const untilMs = Math.floor(request.untilMs / MINUTE) * MINUTE;
      if (untilMs <= actor.nowMs) throw new AppError('invalid-input', '约定的时间须晚于现在');
      const before = unpaidOrder(orders, orderId);
      const open = tasks
        .listForSubject(ofOrder(orderId))
        .filter(({ kind, state }) => kind === 'chase' && (state === 'open' || state === 'snoozed'));
      // The message that the agent is at: the latest that is due, else the next one.
      const chase = open.findLast(({ dueAtMs }) => dueAtMs <= actor.nowMs) ?? open[0];
      if (chase) {
        const facts = { taskId: chase.id, untilMs, isAgreedPayTime: true };
        return snoozeTask({ ...facts, reason: reason ?? null, note: note ?? null }, actor);
      }
      refuseTooLate(orderId, untilMs);
      const after: Order = { ...before, agreedPayAtMs: untilMs, updatedAtMs: actor.nowMs };
      orders.update(after, ['agreedPayAtMs', 'updatedAtMs']);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'snoozed',
        data: {
          untilMs,
          ...given({ reason, text: note }),
          changes: changesOf(['order', orderId], { ...before, updatedAtMs: actor.nowMs }, after),
        },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return { activityId: activity.id, message: `约定 ${formatBeijing(untilMs).slice(5, 16)} 付款` };
    });
}
