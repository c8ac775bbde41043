import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import type { PutOffLimit } from '../../lib/place/subject-panel.ts';
import { formatMoment } from '../../lib/time/format.ts';

/** P2: beyond the closing of the order nobody can pay it; the time is kept for the next one. */
export function closingLimitOf({ closesAtMs }: Pick<OrderDetail, 'closesAtMs'>): PutOffLimit | null {
  if (closesAtMs === null) return null;
  return {
    endsAtMs: closesAtMs,
    says: (untilMs, nowMs) =>
      `订单 ${formatMoment(closesAtMs, nowMs)} 关闭，到时已不能付款；${formatMoment(untilMs, nowMs)} 提醒您请客户再拍`,
    does: (untilMs, nowMs) => `${formatMoment(untilMs, nowMs)} 再拍提醒`,
  };
}
