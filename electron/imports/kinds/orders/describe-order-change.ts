import {
  isPaidStatus,
  ORDER_STATUS_LABELS,
  paidOrPayableFen,
} from '../../../../shared/domain/orders/order.ts';
import type { ChangedRecord } from '../record-kind.ts';
import type { OrderChange } from './apply-orders.ts';

/** These say nothing to an agent beside the status. */
const TOLD_BY_STATUS = new Set(['status', 'platformStatus', 'paidAtMs', 'paidFen', 'customerId']);

/** `待付款 → 已付款`, with what else has changed by its name. */
export function describeOrderChange({ before, after, changes }: OrderChange): ChangedRecord {
  const isMoved = before.status !== after.status;
  const isPaying = before.status === 'unpaid' && isPaidStatus(after.status);
  const now = isPaying && after.status === 'paid' ? '已付款' : ORDER_STATUS_LABELS[after.status];
  const move = `${ORDER_STATUS_LABELS[before.status]} → ${now}`;
  const fields = Object.keys(changes);
  return {
    ref: { kind: 'order', id: after.id },
    title: after.no,
    who: after.customerNick,
    group: isPaying ? '付款' : after.status === 'closed' && isMoved ? '关闭' : '其他',
    amountFen: paidOrPayableFen(after),
    atMs: after.placedAtMs,
    fields: isMoved ? fields.filter((field) => !TOLD_BY_STATUS.has(field)) : fields,
    details: isMoved ? [move] : [],
  };
}
