import type { OrderId } from '../../../shared/domain/ids.ts';
import type { OrderItem, OrderStatus } from '../../../shared/domain/orders/order.ts';
import { fromExtraText } from './extra-text.ts';

/** A row of `order_items`, for the stores only: nothing outside `store/` may see it. */
export type OrderItemRow = {
  readonly order_id: string;
  readonly line_no: string;
  readonly title: string | null;
  readonly sku: string | null;
  readonly outer_code: string | null;
  readonly merchant_code: string | null;
  readonly quantity: number | null;
  readonly price_fen: number | null;
  readonly payable_fen: number | null;
  readonly paid_fen: number | null;
  readonly refund_status: string | null;
  readonly refund_fen: number | null;
  readonly remark: string | null;
  readonly bundle_info: string | null;
  readonly product_no: string | null;
  readonly status: OrderStatus | null;
  readonly platform_status: string | null;
  readonly close_reason: string | null;
  readonly goods_fen: number | null;
  readonly postage_fen: number | null;
  readonly ship_deadline_at_ms: number | null;
  readonly shipped_at_ms: number | null;
  readonly completed_at_ms: number | null;
  readonly tracking_no: string | null;
  readonly carrier: string | null;
  readonly extra: string;
};

export function toItem(row: OrderItemRow): OrderItem {
  return {
    orderId: row.order_id as OrderId,
    lineNo: row.line_no,
    title: row.title,
    sku: row.sku,
    outerCode: row.outer_code,
    merchantCode: row.merchant_code,
    quantity: row.quantity,
    priceFen: row.price_fen,
    payableFen: row.payable_fen,
    paidFen: row.paid_fen,
    refundStatus: row.refund_status,
    refundFen: row.refund_fen,
    remark: row.remark,
    bundleInfo: row.bundle_info,
    productNo: row.product_no,
    status: row.status,
    platformStatus: row.platform_status,
    closeReason: row.close_reason,
    goodsFen: row.goods_fen,
    postageFen: row.postage_fen,
    shipDeadlineAtMs: row.ship_deadline_at_ms,
    shippedAtMs: row.shipped_at_ms,
    completedAtMs: row.completed_at_ms,
    trackingNo: row.tracking_no,
    carrier: row.carrier,
    extra: fromExtraText(row.extra),
  };
}
