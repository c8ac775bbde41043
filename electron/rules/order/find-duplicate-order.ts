import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import {
  amountAtRiskFen,
  isSamePurchase,
  type OrderRule,
  type OrderSubject,
  type OtherOrder,
} from '../../../shared/domain/orders/order-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { HOUR } from '../../../shared/time/durations.ts';

/** Two orders of the same things this close to each other are more likely a slip than a wish. */
const WINDOW_MS = 72 * HOUR;

/** Only what has not been shipped can still be cancelled. */
const canBeCancelled = (status: OrderStatus) => status === 'unpaid' || status === 'paid';

/**
 * P8: a customer who bought the same things twice is asked, once, on the newest of the orders. A lone order repeats
 * none; when another comes, this one is looked at again because it depends on it.
 */
export const findDuplicateOrder: OrderRule = {
  kind: 'duplicate',
  concerns: ({ order, otherOrders }) => canBeCancelled(order.status) && otherOrders.length > 0,
  find,
  settledBy,
};

type Repetition = OtherOrder & { readonly placedAtMs: number };

function repetitionsOf({ order, items, customer, otherOrders }: OrderSubject): Repetition[] {
  const { placedAtMs } = order;
  if (customer === null || customer.isMasked || placedAtMs === null) return [];
  const purchase = { itemTitle: order.itemTitle, sku: order.sku, items };
  return otherOrders
    .flatMap((other) => (other.placedAtMs === null ? [] : [{ ...other, placedAtMs: other.placedAtMs }]))
    .filter(
      (other) => Math.abs(other.placedAtMs - placedAtMs) <= WINDOW_MS && isSamePurchase(purchase, other),
    );
}

/** The orders that this one repeats; none when a newer one already carries the question, or an agent has asked it. */
function repeatedOrders(subject: OrderSubject): Repetition[] {
  const { order, isDuplicateSettled } = subject;
  if (isDuplicateSettled || !canBeCancelled(order.status)) return [];
  const isNewer = (other: Repetition) =>
    other.placedAtMs === order.placedAtMs
      ? other.no > order.no
      : other.placedAtMs > (order.placedAtMs ?? Number.NEGATIVE_INFINITY);
  const repetitions = repetitionsOf(subject);
  const isCarriedByNewer = repetitions.some(
    (other) => isNewer(other) && (canBeCancelled(other.status) || other.isDuplicateSettled),
  );
  if (isCarriedByNewer) return [];
  return repetitions.filter(
    (other) => !isNewer(other) && canBeCancelled(other.status) && !other.isDuplicateSettled,
  );
}

function find(subject: OrderSubject): WantedTask[] {
  const { order } = subject;
  const repeated = repeatedOrders(subject);
  if (repeated.length === 0 || order.placedAtMs === null) return [];
  const numbers = repeated.map((other) => other.no).toSorted();
  return [
    {
      kind: 'duplicate',
      subject: { kind: 'order', id: order.id },
      step: 'confirm',
      dueAtMs: order.placedAtMs,
      expiresAtMs: null,
      amountAtRiskFen: amountAtRiskFen(order),
      reason: `与订单 ${numbers.join('、')} 商品相同，请确认是否重复下单`,
      advice: null,
    },
  ];
}

/** Time has no part in the question, so without repeated orders there is none. */
function settledBy(subject: OrderSubject): Settlement | null {
  if (subject.isDuplicateSettled) return { reason: '已与客户确认', isFinal: false };
  return repeatedOrders(subject).length === 0 ? { reason: '已无重复订单', isFinal: false } : null;
}
