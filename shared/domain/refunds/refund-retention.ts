import type { EpochMs } from '../../time/clock.ts';
import { HOUR } from '../../time/durations.ts';
import type { Refund } from './refund.ts';
import type { RefundClock } from './refund-clock.ts';
import { type ReasonGroup, reasonGroupOf } from './refund-reasons.ts';
import { isShipped, refundStateOf } from './refund-words.ts';

/** `isWorthIt: null`: the reason does not say. */
export type RetentionChance = { readonly isWorthIt: boolean | null; readonly text: string };

const CHANCES: Readonly<Record<Exclude<ReasonGroup, 'late'>, RetentionChance>> = {
  fault: { isWorthIt: false, text: '商品问题，尽快处理' },
  hesitation: { isWorthIt: true, text: '客户犹豫，先了解原因' },
  unconditional: { isWorthIt: true, text: '无理由退货，先了解原因' },
};

/** Too little to talk in: an order is never kept by letting the clock run. */
const SHORT_MS = 4 * HOUR;

type Pending = Pick<RefundClock, 'wait' | 'end'>;

/**
 * A2: an agent tries to keep an order that its customer only hesitates about, and is fast with every other. The goods'
 * own fault is never talked away.
 */
export function retentionChanceOf(refund: Refund, clock: Pending, nowMs: EpochMs): RetentionChance {
  const state = refundStateOf(refund);
  if (state !== 'wait-seller' && state !== 'wait-buyer-return') {
    return { isWorthIt: false, text: '已过挽留阶段' };
  }
  if (clock.wait?.side === 'shop' && clock.end !== null && clock.end.atMs - nowMs < SHORT_MS) {
    return { isWorthIt: false, text: '即将超时，先处理退款' };
  }
  const group = reasonGroupOf(refund);
  if (group === null) return { isWorthIt: null, text: '原因不明，先询问客户' };
  if (group !== 'late') return CHANCES[group];
  return isShipped(refund) === false
    ? { isWorthIt: true, text: '尚未发货，可商量发货时间' }
    : { isWorthIt: false, text: '发货已延误，尽快处理' };
}
