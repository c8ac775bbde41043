import type { OrderRule, OrderSubject } from '../../../shared/domain/orders/order-subject.ts';
import type { DeadlineTime } from '../../../shared/domain/shared-parts/deadline.ts';
import { compensationFen } from '../../../shared/domain/shipping/compensation.ts';
import { isPresale } from '../../../shared/domain/shipping/presale.ts';
import { agreedShipAtMs } from '../../../shared/domain/shipping/ship-facts.ts';
import {
  compensationText,
  isForgotten,
  type ShipStep,
  shipEndIn,
  shipSettlement,
  shipTasks,
} from '../../../shared/domain/shipping/ship-ladder.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText, startOfBeijingDay } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';

const DAYS_BEFORE = [3, 1, 0] as const;

/** O7: the customer of a pre-sale is called before it is late, and what was agreed on is kept. */
export const callPresaleCustomer: OrderRule = {
  kind: 'presale',
  concerns: ({ order }) => order.status === 'paid',
  find,
  settledBy: shipSettlement,
};

/** In the morning of the day, or as long before the end as the last warning where that comes first. */
function callAtMs({ settings }: OrderSubject, end: DeadlineTime, days: number): EpochMs {
  const { callMorning, warnLastMs } = settings.shipping;
  const atMs = startOfBeijingDay(end.atMs) - days * DAY + callMorning * MINUTE;
  return atMs < end.atMs ? atMs : end.atMs - warnLastMs;
}

/** A customer who was reached since a call was due is not called for it again. */
function calls(subject: OrderSubject, end: DeadlineTime): ShipStep[] {
  const { order, shipping, settings } = subject;
  const risk = compensationText(compensationFen(order, settings));
  return DAYS_BEFORE.map((days, index) => {
    const next = DAYS_BEFORE[index + 1];
    return {
      step: `d${days}`,
      dueAtMs: callAtMs(subject, end, days),
      expiresAtMs: next === undefined ? end.atMs : callAtMs(subject, end, next),
      reason: `${days === 0 ? '预售今天到期' : `预售还剩 ${days} 天`}，未发货${risk}`,
    };
  }).filter(({ dueAtMs }) => (shipping.reachedAtMs ?? Number.NEGATIVE_INFINITY) < dueAtMs);
}

/** Also where the platform's own end goes on beside it. */
function agreed({ settings }: OrderSubject, atMs: EpochMs): ShipStep {
  const dueAtMs = startOfBeijingDay(atMs) + settings.shipping.callMorning * MINUTE;
  return {
    step: 'agreed',
    occurrence: String(atMs),
    dueAtMs: Math.min(dueAtMs, atMs),
    expiresAtMs: null,
    reason: `答应客户 ${momentText(atMs, atMs)} 前发货，今天确认`,
    isPromise: true,
  };
}

function find(subject: OrderSubject, nowMs: EpochMs): WantedTask[] {
  if (shipSettlement(subject) !== null) return [];
  const promisedMs = agreedShipAtMs(subject.shipping);
  const end = shipEndIn(subject);
  if (promisedMs !== null)
    return shipTasks(subject, { kind: 'presale', end: null }, [agreed(subject, promisedMs)]);
  if (end === null || isForgotten(end, nowMs) || !isPresale(subject.order)) return [];
  return shipTasks(subject, { kind: 'presale', end }, calls(subject, end));
}
