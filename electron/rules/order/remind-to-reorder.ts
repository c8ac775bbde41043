import {
  amountAtRiskFen,
  closingTimeOf,
  isSamePurchase,
  type OrderRule,
  type OrderSubject,
} from '../../../shared/domain/orders/order-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';

/**
 * P2: the customer has named a time at which the order is closed already. It is kept all the same: the customer is asked
 * then to order again.
 */
export const remindToReorder: OrderRule = {
  kind: 'reorder',
  concerns: (subject) => isStillOwed(subject.order) && agreedAfterClosing(subject) !== null,
  find,
  settledBy,
};

const isStillOwed = ({ status }: OrderSubject['order']): boolean =>
  status === 'unpaid' || status === 'closed';

/** When the customer is to be reminded; `null` where no time was agreed, or one that the order lives to see. */
function agreedAfterClosing({ order, settings }: OrderSubject): number | null {
  const { agreedPayAtMs } = order;
  const closesAtMs = closingTimeOf(order, settings.chase);
  return agreedPayAtMs !== null && closesAtMs !== null && agreedPayAtMs >= closesAtMs ? agreedPayAtMs : null;
}

/** A later order of the same things that is not closed: the customer has not waited to be reminded. */
function hasReordered({ order, items, otherOrders }: OrderSubject): boolean {
  const purchase = { itemTitle: order.itemTitle, sku: order.sku, items };
  return otherOrders.some(
    (other) =>
      (other.placedAtMs ?? 0) > (order.placedAtMs ?? 0) &&
      other.status !== 'closed' &&
      isSamePurchase(purchase, other),
  );
}

function find(subject: OrderSubject): WantedTask[] {
  const { order } = subject;
  const atMs = agreedAfterClosing(subject);
  if (atMs === null || settledBy(subject) !== null) return [];
  return [
    {
      kind: 'reorder',
      subject: { kind: 'order', id: order.id },
      step: 'reorder',
      occurrence: String(atMs),
      dueAtMs: atMs,
      expiresAtMs: null,
      amountAtRiskFen: amountAtRiskFen(order),
      reason: `客户约定 ${momentText(atMs, order.placedAtMs ?? atMs)} 付款，晚于订单关闭，请提醒再拍`,
      advice: null,
      isPromise: true,
    },
  ];
}

function settledBy(subject: OrderSubject): Settlement | null {
  const { order } = subject;
  if (order.status === 'unknown') return { reason: '订单状态未知', isFinal: false };
  if (!isStillOwed(order)) return { reason: '订单已付款', isFinal: false };
  if (order.chaseStoppedAtMs !== null) return { reason: '已放弃催付', isFinal: false };
  return hasReordered(subject) ? { reason: '客户已再拍', isFinal: false } : null;
}
