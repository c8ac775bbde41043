import type { OrderId } from '../../../shared/domain/ids.ts';
import type { OrderItem } from '../../../shared/domain/orders/order.ts';
import type { WritableDb } from '../connection.ts';
import { toExtraText } from './extra-text.ts';
import { type OrderItemRow, toItem } from './order-item-row.ts';

const COLUMNS = [
  'title',
  'sku',
  'outer_code',
  'merchant_code',
  'quantity',
  'price_fen',
  'payable_fen',
  'paid_fen',
  'refund_status',
  'refund_fen',
  'remark',
  'bundle_info',
  'product_no',
  'status',
  'platform_status',
  'close_reason',
  'goods_fen',
  'postage_fen',
  'ship_deadline_at_ms',
  'shipped_at_ms',
  'completed_at_ms',
  'tracking_no',
  'carrier',
  'extra',
] as const;

type Bindable = string | number | null;

/** In the order of `COLUMNS`. */
function toValues(item: OrderItem): Bindable[] {
  return [
    item.title,
    item.sku,
    item.outerCode,
    item.merchantCode,
    item.quantity,
    item.priceFen,
    item.payableFen,
    item.paidFen,
    item.refundStatus,
    item.refundFen,
    item.remark,
    item.bundleInfo,
    item.productNo,
    item.status,
    item.platformStatus,
    item.closeReason,
    item.goodsFen,
    item.postageFen,
    item.shipDeadlineAtMs,
    item.shippedAtMs,
    item.completedAtMs,
    item.trackingNo,
    item.carrier,
    toExtraText(item.extra),
  ];
}

export type OrderItemStore = ReturnType<typeof createOrderItemStore>;

export function createOrderItemStore(db: WritableDb) {
  // By place, `#10` comes after `#9`; numbers of one length sort as numbers.
  const selectOf = db.prepare<[string], OrderItemRow>(/* sql */ `
    SELECT * FROM order_items WHERE order_id = ? ORDER BY length(line_no), line_no`);
  const insert = db.prepare<[readonly Bindable[]]>(/* sql */ `
    INSERT INTO order_items (order_id, line_no, ${COLUMNS.join(', ')})
    VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')})`);
  const update = db.prepare<[readonly Bindable[]]>(/* sql */ `
    UPDATE order_items SET line_no = ?, ${COLUMNS.map((column) => `${column} = ?`).join(', ')}
    WHERE order_id = ? AND line_no = ?`);
  const remove = db.prepare<[string, string]>('DELETE FROM order_items WHERE order_id = ? AND line_no = ?');

  return {
    listOf: (orderId: OrderId): OrderItem[] => selectOf.all(orderId).map(toItem),
    insert(item: OrderItem): void {
      insert.run([item.orderId, item.lineNo, ...toValues(item)]);
    },
    /** Writes the item in the place of the one that had `lineNoBefore`. */
    update(item: OrderItem, lineNoBefore: string): void {
      update.run([item.lineNo, ...toValues(item), item.orderId, lineNoBefore]);
    },
    remove: (orderId: OrderId, lineNo: string): boolean => remove.run(orderId, lineNo).changes > 0,
  };
}
