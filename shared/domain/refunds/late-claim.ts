import { formatFen } from '../money.ts';
import type { Refund } from './refund.ts';
import { reasonGroupOf } from './refund-reasons.ts';

type Claimed = Pick<Refund, 'reason' | 'reasonTag' | 'explanation' | 'paidFen' | 'refundFen'>;

/**
 * O7: a customer who gives 未按约定时间发货 or 缺货 as the reason may be owed a share of the goods' price beside the
 * refund. `null`: another reason, or nobody knows the price.
 */
export function lateClaimFen(refund: Claimed, percent: number): number | null {
  const priceFen = refund.paidFen ?? refund.refundFen;
  if (percent === 0 || priceFen === null || reasonGroupOf(refund) !== 'late') return null;
  return Math.round((priceFen * percent) / 100);
}

/** `'，先联系客户再处理，可能另赔 ¥11.70'`, or nothing. */
export const lateClaimText = (claimFen: number | null): string =>
  claimFen === null ? '' : `，先联系客户再处理，可能另赔 ¥${formatFen(claimFen)}`;
