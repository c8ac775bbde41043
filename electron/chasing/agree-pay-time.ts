import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId, TaskId } from '../../shared/domain/ids.ts';
import { closingTimeOf } from '../../shared/domain/orders/order-subject.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import type { UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Stroke } from '../kernel/activities/act.ts';
import { momentText, requireLater } from '../kernel/tasks/snooze-task.ts';
import { orderEdit } from './order-edit.ts';
import type { ChasingPorts } from './ports.ts';

type Request = {
  readonly orderId: OrderId;
  readonly untilMs: EpochMs;
  readonly reason?: UnpaidReason | null;
  readonly note?: string | null;
  /** The message that was put off for it; left out, it is the one that the agent is at. */
  readonly taskId?: TaskId;
};

/** P2: the time that the customer named becomes the next reminder, also when the whole ladder was sent already. */
export function createAgreePayTime({
  act,
  snoozing,
  orders,
  tasks,
  orderSubjects,
}: Omit<ChasingPorts, 'disputes'>) {
  function refuseTooLate(orderId: OrderId, untilMs: EpochMs): void {
    const subject = orderSubjects.get(orderId);
    const closesAtMs = subject ? closingTimeOf(subject.order, subject.settings.chase) : null;
    if (closesAtMs === null || closesAtMs > untilMs) return;
    throw new AppError('invalid-input', `约定时间晚于订单自动关闭时间 ${momentText(closesAtMs)}`);
  }

  /** The message that the agent is at: the latest that is due, else the next one. */
  function chaseOf({ orderId, taskId }: Request, { nowMs }: Actor): Task | undefined {
    const open = tasks
      .listForSubject(asSubject('order', orderId))
      .filter((task) => task.kind === 'chase' && isToDo(task));
    if (taskId === undefined) return open.findLast(({ dueAtMs }) => dueAtMs <= nowMs) ?? open[0];
    const named = open.find(({ id }) => id === taskId);
    if (!named) throw new AppError('invalid-input', '只有催付待办可以约定付款时间');
    return named;
  }

  /** The activity: the message was put off, or where none is left to put off, the order waits. */
  function waiting(request: Request, untilMs: EpochMs, actor: Actor): Omit<Stroke, 'message'> {
    const { orderId, reason = null, note = null } = request;
    const chase = chaseOf(request, actor);
    if (chase) return snoozing({ taskId: chase.id, untilMs, reason, note }, actor);
    return {
      subject: asSubject('order', orderId),
      kind: 'snoozed',
      data: { untilMs, ...given({ reason, text: note }) },
    };
  }

  return (request: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { nowMs } = actor;
      const untilMs = requireLater(request.untilMs, nowMs, '约定的时间须晚于现在');
      const order = requireUnpaidOrder(orders, request.orderId);
      const stroke = waiting(request, untilMs, actor);
      refuseTooLate(order.id, untilMs);
      const agreed = orderEdit(orders, order, { agreedPayAtMs: untilMs, nowMs });
      return {
        ...stroke,
        rows: [...(stroke.rows ?? []), ...(agreed.rows ?? [])],
        write() {
          stroke.write?.();
          agreed.write?.();
        },
        message: `约定 ${momentText(untilMs)} 付款`,
      };
    });
}
