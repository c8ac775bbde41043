import { beijingDate, startOfBeijingDay } from '../../time/beijing.ts';
import { DAY } from '../../time/durations.ts';
import type { Refund } from './refund.ts';
import { reasonGroupOf } from './refund-reasons.ts';

export type ReturnRight = {
  readonly verdict: 'within' | 'past' | 'fault' | 'unknown';
  /** The last day of the right, `'YYYY-MM-DD'`; `null` where it is not known when the goods came. */
  readonly lastDate: string | null;
  readonly text: string;
};

/**
 * A10: the customer may send the goods back without a reason for some days from the day after they were signed for.
 * Nothing shows when that was; the order was completed then or later, so only the past of that day is sure to be past.
 */
export function returnRightOf(refund: Refund, promiseDays: number): ReturnRight {
  const { appliedAtMs, order } = refund;
  const completedAtMs = order?.completedAtMs ?? null;
  const lastMs = completedAtMs === null ? null : startOfBeijingDay(completedAtMs) + promiseDays * DAY;
  const lastDate = lastMs === null ? null : beijingDate(lastMs);
  if (reasonGroupOf(refund) === 'fault') {
    return { verdict: 'fault', lastDate, text: '质量问题随时可退，运费由商家承担' };
  }
  if (lastMs === null || appliedAtMs === null) {
    return { verdict: 'unknown', lastDate, text: '签收时间未知，请查物流' };
  }
  return appliedAtMs < lastMs + DAY
    ? { verdict: 'within', lastDate, text: `按完成时间可无理由退货至 ${lastDate}，实际以签收为准` }
    : { verdict: 'past', lastDate, text: `已过 ${promiseDays} 天无理由退货，可协商` };
}
