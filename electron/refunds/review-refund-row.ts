import { formatFen } from '../../shared/domain/money.ts';
import type { RefundFields } from '../../shared/domain/refunds/refund.ts';
import { isKnownReason } from '../../shared/domain/refunds/refund-reasons.ts';
import { isOver, refundStateOf } from '../../shared/domain/refunds/refund-words.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Review, RowRemark, RowReview } from '../imports/kinds/records/record-spec.ts';

type Fields = Partial<RefundFields>;
type Remark = RowRemark & { readonly field: keyof RefundFields };

/** Freight may come on top of what was paid for the goods; more than that is a mistake of the file. */
const MOST_OF_PAID = 1.2;

/** Rows that are taken in, and of which the agent should know something: one review for each file. */
export function createReviewRefunds(): RowReview<RefundFields> {
  /** The first refund of each order. */
  const firstOf = new Map<string, string>();

  function ofOrder({ orderNo, subOrderNo, refundNo }: Fields): Remark[] {
    if (orderNo === undefined || refundNo === undefined || refundNo === null) return [];
    if (orderNo === null) {
      const reason = '没有订单编号，已导入，但不能和订单关联；请在后台补查订单号，或重新导出后再导入';
      return (subOrderNo ?? null) === null ? [{ field: 'orderNo', reason }] : [];
    }
    const first = firstOf.get(orderNo) ?? refundNo;
    firstOf.set(orderNo, first);
    if (first === refundNo) return [];
    return [{ field: 'orderNo', reason: `该订单在本文件中还有退款 ${first}，两笔分别计时，请分别处理` }];
  }

  return {
    look({ fields, nowMs }) {
      const amount = reviewAmount(fields);
      const remarks = [...ofOrder(fields), ...amount.remarks, ...ofReason(fields), ...ofEnd(fields, nowMs)];
      return { fields: amount.fields, remarks };
    },
  };
}

/** An amount of exactly a hundred times what was paid is in fen; any other that is too large is kept and said. */
function reviewAmount(fields: Fields): Review<RefundFields> {
  const { refundFen = null, paidFen = null } = fields;
  if (refundFen === null || paidFen === null || paidFen <= 0 || refundFen <= paidFen * MOST_OF_PAID) {
    return { fields, remarks: [] };
  }
  if (refundFen === paidFen * 100) {
    const reason = `是实付 ${formatFen(paidFen)} 元的 100 倍，已按“分”读取；如不对，请改成以元为单位后重新导入`;
    return { fields: { ...fields, refundFen: paidFen }, remarks: [{ field: 'refundFen', reason }] };
  }
  const reason = `高于实付 ${formatFen(paidFen)} 元，已按文件导入；请到后台核对，如以“分”为单位请改成元后重新导入`;
  return { fields, remarks: [{ field: 'refundFen', reason }] };
}

function ofReason({ reason }: Fields): Remark[] {
  if (typeof reason !== 'string' || isKnownReason(reason)) return [];
  const text = '不认识的退款原因，已按原文保留；挽留和运费承担按未知处理，请询问客户';
  return [{ field: 'reason', reason: text }];
}

function ofEnd(
  { deadlineAtMs, platformStatus = null, intervention = null }: Fields,
  nowMs: EpochMs,
): Remark[] {
  if (typeof deadlineAtMs !== 'number' || deadlineAtMs > nowMs) return [];
  if (isOver(refundStateOf({ platformStatus, intervention }))) return [];
  const reason = '已过，而退款仍未结束：平台可能已处理或暂停计时，请到后台核实';
  return [{ field: 'deadlineAtMs', reason }];
}
