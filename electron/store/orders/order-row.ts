import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Flag, Order, OrderStatus } from '../../../shared/domain/orders/order.ts';
import { fromExtraText, toExtraText } from './extra-text.ts';

type OrderField = keyof Order;

/** The column of each field of an order. The compiler counts them: a new field needs its column here. */
const COLUMN_OF = {
  id: 'id',
  shopId: 'shop_id',
  no: 'no',
  customerId: 'customer_id',
  status: 'status',
  platformStatus: 'platform_status',
  closeReason: 'close_reason',
  afterSalesStatus: 'after_sales_status',
  customerNick: 'customer_nick',
  customerDisplayName: 'customer_display_name',
  customerAlipay: 'customer_alipay',
  placedAtMs: 'placed_at_ms',
  paidAtMs: 'paid_at_ms',
  shipDeadlineAtMs: 'ship_deadline_at_ms',
  shippedAtMs: 'shipped_at_ms',
  completedAtMs: 'completed_at_ms',
  goodsFen: 'goods_fen',
  postageFen: 'postage_fen',
  payableFen: 'payable_fen',
  paidFen: 'paid_fen',
  refundFen: 'refund_fen',
  settledFen: 'settled_fen',
  itemTitle: 'item_title',
  itemCount: 'item_count',
  itemKinds: 'item_kinds',
  sku: 'sku',
  merchantCode: 'merchant_code',
  receiverName: 'receiver_name',
  receiverMobile: 'receiver_mobile',
  receiverPhone: 'receiver_phone',
  receiverAddress: 'receiver_address',
  customerMessage: 'customer_message',
  memo: 'memo',
  memoTag: 'memo_tag',
  flag: 'flag',
  trackingNo: 'tracking_no',
  carrier: 'carrier',
  paymentNo: 'payment_no',
  paymentDetail: 'payment_detail',
  closesAtMs: 'closes_at_ms',
  chaseStoppedAtMs: 'chase_stopped_at_ms',
  chaseStopReason: 'chase_stop_reason',
  agreedPayAtMs: 'agreed_pay_at_ms',
  extra: 'extra',
  updatedAtMs: 'updated_at_ms',
} as const satisfies Record<OrderField, string>;

type OrderColumn = (typeof COLUMN_OF)[OrderField];

export const ORDER_COLUMNS: readonly OrderColumn[] = Object.values(COLUMN_OF);

/** The column of a field, for statements that touch a few of them. */
export function orderColumn(field: OrderField): OrderColumn {
  return COLUMN_OF[field];
}

type StoredAs = {
  // The brands and the unions are those that were checked when the row was written.
  readonly id: OrderId;
  readonly shopId: ShopId;
  readonly customerId: CustomerId | null;
  readonly status: OrderStatus;
  readonly flag: Flag | null;
  readonly extra: string;
};

/** A row of `orders`, for the stores only: nothing outside `store/` may see it. */
export type OrderRow = {
  readonly [F in OrderField as (typeof COLUMN_OF)[F]]: F extends keyof StoredAs ? StoredAs[F] : Order[F];
};

export type Bindable = string | number | null;

/** In the order of `ORDER_COLUMNS`. Names that are only known at run time would make a large import a tenth slower. */
export function toOrderValues(order: Order): Bindable[] {
  return [
    order.id,
    order.shopId,
    order.no,
    order.customerId,
    order.status,
    order.platformStatus,
    order.closeReason,
    order.afterSalesStatus,
    order.customerNick,
    order.customerDisplayName,
    order.customerAlipay,
    order.placedAtMs,
    order.paidAtMs,
    order.shipDeadlineAtMs,
    order.shippedAtMs,
    order.completedAtMs,
    order.goodsFen,
    order.postageFen,
    order.payableFen,
    order.paidFen,
    order.refundFen,
    order.settledFen,
    order.itemTitle,
    order.itemCount,
    order.itemKinds,
    order.sku,
    order.merchantCode,
    order.receiverName,
    order.receiverMobile,
    order.receiverPhone,
    order.receiverAddress,
    order.customerMessage,
    order.memo,
    order.memoTag,
    order.flag,
    order.trackingNo,
    order.carrier,
    order.paymentNo,
    order.paymentDetail,
    order.closesAtMs,
    order.chaseStoppedAtMs,
    order.chaseStopReason,
    order.agreedPayAtMs,
    toExtraText(order.extra),
    order.updatedAtMs,
  ];
}

export function toOrder(row: OrderRow): Order {
  return {
    id: row.id,
    shopId: row.shop_id,
    no: row.no,
    customerId: row.customer_id,
    status: row.status,
    platformStatus: row.platform_status,
    closeReason: row.close_reason,
    afterSalesStatus: row.after_sales_status,
    customerNick: row.customer_nick,
    customerDisplayName: row.customer_display_name,
    customerAlipay: row.customer_alipay,
    placedAtMs: row.placed_at_ms,
    paidAtMs: row.paid_at_ms,
    shipDeadlineAtMs: row.ship_deadline_at_ms,
    shippedAtMs: row.shipped_at_ms,
    completedAtMs: row.completed_at_ms,
    goodsFen: row.goods_fen,
    postageFen: row.postage_fen,
    payableFen: row.payable_fen,
    paidFen: row.paid_fen,
    refundFen: row.refund_fen,
    settledFen: row.settled_fen,
    itemTitle: row.item_title,
    itemCount: row.item_count,
    itemKinds: row.item_kinds,
    sku: row.sku,
    merchantCode: row.merchant_code,
    receiverName: row.receiver_name,
    receiverMobile: row.receiver_mobile,
    receiverPhone: row.receiver_phone,
    receiverAddress: row.receiver_address,
    customerMessage: row.customer_message,
    memo: row.memo,
    memoTag: row.memo_tag,
    flag: row.flag,
    trackingNo: row.tracking_no,
    carrier: row.carrier,
    paymentNo: row.payment_no,
    paymentDetail: row.payment_detail,
    closesAtMs: row.closes_at_ms,
    chaseStoppedAtMs: row.chase_stopped_at_ms,
    chaseStopReason: row.chase_stop_reason,
    agreedPayAtMs: row.agreed_pay_at_ms,
    extra: fromExtraText(row.extra),
    updatedAtMs: row.updated_at_ms,
  };
}
