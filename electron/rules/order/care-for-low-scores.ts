import { lowScoreOf } from '../../../shared/domain/orders/low-score.ts';
import type { OrderRule, OrderSubject, OtherOrder } from '../../../shared/domain/orders/order-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { quietPeriodAt, resumeAfter } from '../../../shared/domain/team/quiet-hours.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';

/** O9: customers of goods that are rated low hear from the shop after the shipment and after the receipt. */
export const careForLowScores: OrderRule = { kind: 'care', concerns, find, settledBy };

/** A customer is not written to twice within these days. */
const APART = 7 * DAY;
/** A word about the shipment is of no use later. */
const FRESH = 2 * DAY;

const isOut = (status: OtherOrder['status']): boolean => status === 'shipped' || status === 'completed';

/** An order whose time for a rating was over when the last file named it is left alone. */
function concerns({ order, settings }: OrderSubject): boolean {
  const { status, completedAtMs, updatedAtMs } = order;
  const endMs = completedAtMs === null ? Infinity : completedAtMs + settings.care.reviewDays * DAY;
  return isOut(status) && updatedAtMs < endMs && lowScoreOf(order, settings.care) !== null;
}

/** The customer has such goods in an order of the days before, and hears from the shop because of that one. */
function isCaredForAlready({ order, otherOrders, settings }: OrderSubject): boolean {
  const { placedAtMs } = order;
  if (placedAtMs === null) return false;
  return otherOrders.some(
    (other) =>
      isOut(other.status) &&
      other.placedAtMs !== null &&
      other.placedAtMs < placedAtMs &&
      other.placedAtMs > placedAtMs - APART &&
      lowScoreOf({ itemTitle: other.itemTitle, merchantCode: null }, settings.care) !== null,
  );
}

/** An agent does not write at night. */
function awake(atMs: EpochMs, { settings }: OrderSubject): EpochMs {
  const quiet = settings.chase.quietHours;
  const period = quiet === null ? undefined : quietPeriodAt(quiet, atMs);
  return quiet === null || period === undefined ? atMs : resumeAfter(quiet, period);
}

function steps(subject: OrderSubject, score: number) {
  const { shippedAtMs, completedAtMs, status } = subject.order;
  const { afterShipMs, afterReceiptMs, reviewDays } = subject.settings.care;
  const isOnWay = status === 'shipped' && shippedAtMs !== null;
  return [
    ...(isOnWay
      ? [
          {
            step: 'after-ship',
            dueAtMs: awake(shippedAtMs + afterShipMs, subject),
            expiresAtMs: shippedAtMs + FRESH + afterShipMs,
            reason: `低分商品（${score} 分）已发货，留言关心`,
          },
        ]
      : []),
    ...(completedAtMs === null
      ? []
      : [
          {
            step: 'after-receipt',
            dueAtMs: awake(
              Math.max(completedAtMs + afterReceiptMs, (shippedAtMs ?? -Infinity) + APART),
              subject,
            ),
            expiresAtMs: completedAtMs + reviewDays * DAY,
            reason: `低分商品（${score} 分）已收货，问是否满意`,
          },
        ]),
  ];
}

function find(subject: OrderSubject, nowMs: EpochMs): WantedTask[] {
  const { order, settings } = subject;
  const score = lowScoreOf(order, settings.care);
  if (score === null || !concerns(subject) || settledBy(subject) !== null) return [];
  return steps(subject, score)
    .filter(({ dueAtMs, expiresAtMs }) => expiresAtMs > nowMs && dueAtMs < expiresAtMs)
    .map((step) => ({
      ...step,
      kind: 'care',
      subject: { kind: 'order', id: order.id },
      occurrence: '',
      amountAtRiskFen: 0,
      advice: null,
    }));
}

function settledBy(subject: OrderSubject): Settlement | null {
  const { order, shipping } = subject;
  if (order.status === 'closed') return { reason: '订单已关闭', isFinal: false };
  if (!isOut(order.status)) return { reason: '订单未发货', isFinal: false };
  if (shipping.isRefunding || shipping.refundedFen > 0 || (order.refundFen ?? 0) > 0)
    return { reason: '有退款，不打扰', isFinal: false };
  return isCaredForAlready(subject) ? { reason: '7 天内已因其他订单联系', isFinal: false } : null;
}
