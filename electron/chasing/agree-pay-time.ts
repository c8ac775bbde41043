import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId, TaskId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { closingTimeOf, type OrderSubject } from '../../shared/domain/orders/order-subject.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import type { UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';
import { asSubject, idIn } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Stroke } from '../kernel/activities/act.ts';
import { requireLater, type Snooze } from '../kernel/tasks/snooze-task.ts';
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

/** The moment at which the platform closes the order, if the order does not live to see that time. */
function closedBefore(untilMs: EpochMs, subject: OrderSubject | undefined): EpochMs | null {
  if (subject === undefined || subject.order.status !== 'unpaid') return null;
  const closesAtMs = closingTimeOf(subject.order, subject.settings.chase);
  return closesAtMs !== null && closesAtMs <= untilMs ? closesAtMs : null;
}

type Agreeing = Omit<Request, 'taskId'> & Pick<ChasingPorts, 'orders'> & { readonly nowMs: EpochMs };

/** The customer will pay when this order is closed: nothing of it is put off, and the customer is asked to order again. */
function agreeingToReorder(order: Order, { orders, untilMs, reason, note, nowMs }: Agreeing): Stroke {
  return {
    ...orderEdit(orders, order, { agreedPayAtMs: untilMs, nowMs }),
    kind: 'reorder-agreed',
    data: { untilMs, ...given({ reason, text: note }) },
    message: `订单到时已关闭：${momentText(untilMs, nowMs)} 提醒客户再拍`,
  };
}

/** P2: a message that is put off beyond the closing would never be sent; the time is kept for the next order. */
export function createPutOffBeyondClosing({
  orders,
  orderSubjects,
}: Pick<ChasingPorts, 'orders' | 'orderSubjects'>) {
  return ({ untilMs, reason = null, note = null }: Omit<Snooze, 'taskId'>, task: Task, nowMs: EpochMs) => {
    const orderId = idIn(task.subject, 'order');
    const subject = orderId === null ? undefined : orderSubjects.get(orderId);
    if (orderId === null || subject === undefined || closedBefore(untilMs, subject) === null) return null;
    return agreeingToReorder(subject.order, { orderId, orders, untilMs, reason, note, nowMs });
  };
}

/** P2: the time that the customer named becomes the next reminder, also when the whole ladder was sent already. */
export function createAgreePayTime({
  act,
  snoozing,
  orders,
  tasks,
  orderSubjects,
}: Omit<ChasingPorts, 'disputes'>) {
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
    const kind = 'pay-agreed';
    if (chase) return { ...snoozing({ taskId: chase.id, untilMs, reason, note }, actor), kind };
    return {
      subject: asSubject('order', orderId),
      kind,
      data: { untilMs, ...given({ reason, text: note }) },
    };
  }

  return (request: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { nowMs } = actor;
      const untilMs = requireLater(request.untilMs, nowMs, '约定的时间须晚于现在');
      const order = requireUnpaidOrder(orders, request.orderId);
      if (closedBefore(untilMs, orderSubjects.get(order.id)) !== null)
        return agreeingToReorder(order, { ...request, orders, untilMs, nowMs });
      const stroke = waiting(request, untilMs, actor);
      const agreed = orderEdit(orders, order, { agreedPayAtMs: untilMs, nowMs });
      return {
        ...stroke,
        rows: [...(stroke.rows ?? []), ...(agreed.rows ?? [])],
        write() {
          stroke.write?.();
          agreed.write?.();
        },
        message: `约定 ${momentText(untilMs, nowMs)} 付款`,
      };
    });
}
