import type { OrderId } from '../../../shared/domain/ids.ts';
import type { OrderItem } from '../../../shared/domain/orders/order.ts';
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
    extra: fromExtraText(row.extra),
  };
}
