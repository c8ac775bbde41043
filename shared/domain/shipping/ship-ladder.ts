import type { EpochMs } from '../../time/clock.ts';
import { DAY } from '../../time/durations.ts';
import { formatFen } from '../money.ts';
import type { OrderSubject } from '../orders/order-subject.ts';
import { type DeadlineTime, deadlineOccurrence } from '../shared-parts/deadline.ts';
import { asSubject } from '../subjects/subject.ts';
import { claimSpec, openClaim } from '../tasks/claim.ts';
import type { Settlement } from '../tasks/rule.ts';
import type { TaskKind, WantedTask } from '../tasks/task.ts';
import { shippingAtRiskFen } from './compensation.ts';
import { shipEndOf } from './ship-end.ts';
import { isRefundedWhole } from './ship-facts.ts';

export type ShipStep = Pick<WantedTask, 'step' | 'dueAtMs' | 'expiresAtMs' | 'reason' | 'isPromise'> & {
  readonly occurrence?: string;
};

/** An order that was to be shipped before is shown by the next file, or forgotten by everybody. */
export const ASKED_FOR_MS = 30 * DAY;

/**
 * A first import brings a year of orders; nobody is asked about the forgotten ones among them. Only what was missed all
 * this time is left out by it, so that it makes no difference to what is to do when somebody looks.
 */
export const isForgotten = ({ atMs }: DeadlineTime, nowMs: EpochMs): boolean => atMs + ASKED_FOR_MS <= nowMs;

export const shipEndIn = ({ order, shipping, settings }: OrderSubject): DeadlineTime | null =>
  shipEndOf(order, shipping.deadlines, settings.shipping);

/** Why nobody has to see to the shipping of the order any more; `null`: it goes on, also while a refund is running. */
export function shipSettlement({ order, claims, shipping }: OrderSubject): Settlement | null {
  switch (order.status) {
    case 'shipped':
    case 'completed':
      return { reason: '订单已发货', isFinal: true };
    case 'closed':
      return { reason: '订单已关闭', isFinal: true };
    case 'unpaid':
    case 'unknown':
      return { reason: '订单状态不是待发货', isFinal: false };
    case 'paid':
  }
  if (isRefundedWhole(order, shipping)) return { reason: '已全额退款', isFinal: false };
  const claim = openClaim(claims, 'shipped');
  return claim ? { reason: claimSpec(claim.kind).openText, isFinal: false } : null;
}

/** One kind of task about the shipping of the order; what was done about an end that has moved is to be done anew. */
export function shipTasks(
  { order, settings, shipping }: OrderSubject,
  { kind, end }: { readonly kind: TaskKind; readonly end: DeadlineTime | null },
  steps: readonly ShipStep[],
): WantedTask[] {
  const moved = end === null ? '' : deadlineOccurrence(end);
  const refunding = shipping.isRefunding ? '（退款中）' : '';
  return steps.map((step) => ({
    occurrence: moved,
    ...step,
    kind,
    subject: asSubject('order', order.id),
    reason: `${step.reason}${refunding}`,
    amountAtRiskFen: shippingAtRiskFen(order, settings),
    advice: null,
  }));
}

/** `'（可能赔付 ¥5.00）'`, or nothing. */
export const compensationText = (fen: number): string => (fen === 0 ? '' : `（可能赔付 ¥${formatFen(fen)}）`);
