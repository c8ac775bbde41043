import { momentText } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { isPaidStatus } from '../orders/order.ts';
import type { OrderSubject, OtherOrder } from '../orders/order-subject.ts';
import type { Advice } from '../tasks/task.ts';

/** An export without the column of payment times still shows that the order was paid. */
function paidAtMsOf(other: OtherOrder): EpochMs | null {
  return other.paidAtMs ?? (isPaidStatus(other.status) ? other.placedAtMs : null);
}

/** 不建议催付 when the customer paid another order or was chased for one shortly before; chases of this order do not count. */
export function chaseAdvice(subject: OrderSubject, atMs: EpochMs): Advice {
  const { customer, otherOrders, settings } = subject;
  if (customer === null || customer.isMasked) return { kind: 'recommended' };
  const isRecent = (ms: EpochMs | null) => ms !== null && ms > atMs - settings.chase.adviceWindowMs;
  const paid = otherOrders.find((other) => isRecent(paidAtMsOf(other)));
  if (paid) {
    const time = momentText(paidAtMsOf(paid) ?? atMs, atMs);
    return { kind: 'advised-against', reason: `客户 ${time} 已付款订单 ${paid.no}` };
  }
  const chased = otherOrders.find((other) => isRecent(other.lastChasedAtMs));
  if (chased) {
    const time = momentText(chased.lastChasedAtMs ?? atMs, atMs);
    return { kind: 'advised-against', reason: `客户 ${time} 已因订单 ${chased.no} 被催付` };
  }
  return { kind: 'recommended' };
}
