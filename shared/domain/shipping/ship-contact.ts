import { z } from 'zod';
import { startOfBeijingDay } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { DAY, MINUTE } from '../../time/durations.ts';
import type { ShippingSettings } from '../settings/shop/shipping.ts';
import type { ContactResult } from '../shared-parts/contact-attempt.ts';

/** O4, O7: the outcome of speaking to the customer of an order that is not shipped. */
export const SHIP_OUTCOMES = [
  'soothed',
  'waits',
  'ships-today',
  'faster-courier',
  'free-postage',
  'reason-corrected',
  'refunds',
  'no-answer',
  'wrong-number',
] as const;
export const ShipOutcome = z.enum(SHIP_OUTCOMES);
export type ShipOutcome = z.infer<typeof ShipOutcome>;

export const SHIP_OUTCOME_LABELS = {
  soothed: '已安抚，继续等待',
  waits: '同意等到约定时间',
  'ships-today': '答应今天发出',
  'faster-courier': '改发顺丰',
  'free-postage': '下次包邮一次',
  'reason-corrected': '客户更正退款原因',
  refunds: '坚持退款',
  'no-answer': '未接通',
  'wrong-number': '号码错误',
} as const satisfies Record<ShipOutcome, string>;

type Slots = Pick<ShippingSettings, 'callMorning' | 'callAfternoon' | 'callEvening'>;

/** The next of the three times of a day at which customers are called. */
export function nextCallAtMs(nowMs: EpochMs, { callMorning, callAfternoon, callEvening }: Slots): EpochMs {
  const today = startOfBeijingDay(nowMs);
  const slots = [callMorning, callAfternoon, callEvening].toSorted((a, b) => a - b);
  const [first = 0] = slots;
  const next = slots.map((minute) => today + minute * MINUTE).find((atMs) => atMs > nowMs);
  return next ?? today + DAY + first * MINUTE;
}

/** As the shared record of attempts has it: one who was not reached is called again, a wrong number is not. */
export function resultOf(outcome: ShipOutcome, nowMs: EpochMs, slots: Slots): ContactResult {
  if (outcome === 'no-answer') return { kind: 'not-reached', nextTryAtMs: nextCallAtMs(nowMs, slots) };
  return outcome === 'wrong-number' ? { kind: 'given-up' } : { kind: 'reached' };
}
