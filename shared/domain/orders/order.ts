import { z } from 'zod';
import { CustomerId, OrderId, ShopId } from '../ids.ts';

/** `unknown`: no file has said how far the order is; nothing is concluded from that, and nobody is chased. */
export const ORDER_STATUSES = ['unpaid', 'paid', 'shipped', 'completed', 'closed', 'unknown'] as const;
export const OrderStatus = z.enum(ORDER_STATUSES);
export type OrderStatus = z.infer<typeof OrderStatus>;
export type KnownOrderStatus = Exclude<OrderStatus, 'unknown'>;

export const ORDER_STATUS_LABELS = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '已发货',
  completed: '已完成',
  closed: '已关闭',
  unknown: '状态未知',
} as const satisfies Record<OrderStatus, string>;

/** An order only moves forward; a row that lies behind what is known comes from an older export. */
export const ORDER_STATUS_RANK = {
  unknown: -1,
  unpaid: 0,
  paid: 1,
  shipped: 2,
  completed: 3,
  closed: 3,
} as const satisfies Record<OrderStatus, number>;

/** Paid, as far as the status says; a closed order may have been paid or not. */
export function isPaidStatus(status: OrderStatus | null): boolean {
  return status === 'paid' || status === 'shipped' || status === 'completed';
}

/** Flag colours of the platform's memo (旗帜). */
export const FLAGS = ['red', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;
export const Flag = z.enum(FLAGS);
export type Flag = z.infer<typeof Flag>;

export const FLAG_LABELS = {
  red: '红旗',
  yellow: '黄旗',
  green: '绿旗',
  blue: '蓝旗',
  purple: '紫旗',
  grey: '灰旗',
} as const satisfies Record<Flag, string>;

const instant = z.int().nullable();
const fen = z.int().nullable();
const text = z.string().nullable();

/** All that an export can say about an order. `null` is "the platform says nothing here". */
export const OrderFields = z.object({
  status: OrderStatus.nullable(),
  /** The platform's own words, punctuation folded to full width: `买家已付款，等待卖家发货`. */
  platformStatus: text,
  closeReason: text,
  afterSalesStatus: text,
  customerNick: text,
  customerDisplayName: text,
  customerAlipay: text,
  placedAtMs: instant,
  paidAtMs: instant,
  shipDeadlineAtMs: instant,
  shippedAtMs: instant,
  completedAtMs: instant,
  goodsFen: fen,
  postageFen: fen,
  /** The customer owes this in all: goods and postage after discounts. */
  payableFen: fen,
  paidFen: fen,
  refundFen: fen,
  settledFen: fen,
  itemTitle: text,
  itemCount: z.int().nullable(),
  itemKinds: z.int().nullable(),
  sku: text,
  merchantCode: text,
  receiverName: text,
  receiverMobile: text,
  receiverPhone: text,
  receiverAddress: text,
  customerMessage: text,
  memo: text,
  memoTag: text,
  flag: Flag.nullable(),
  trackingNo: text,
  carrier: text,
  paymentNo: text,
  paymentDetail: text,
});
export type OrderFields = z.infer<typeof OrderFields>;
export type OrderField = keyof OrderFields;

export const Order = OrderFields.extend({
  id: OrderId,
  shopId: ShopId,
  no: z.string(),
  status: OrderStatus,
  customerId: CustomerId.nullable(),
  /** Set by an agent where the platform gives this order another closing time than the shop's setting. */
  closesAtMs: instant,
  /** Why and when an agent gave the chase up; nothing is chased from then on. */
  chaseStoppedAtMs: instant,
  chaseStopReason: text,
  /** The customer agreed to pay at this time; no chase before it. */
  agreedPayAtMs: instant,
  /** Columns that the app does not know, by their header. */
  extra: z.record(z.string(), z.string()),
  updatedAtMs: z.int(),
});
export type Order = z.infer<typeof Order>;

/** A row about a part of an order says these of the part alone; the order as a whole follows from all its parts. */
export const PART_FIELDS = [
  'status',
  'platformStatus',
  'closeReason',
  'goodsFen',
  'postageFen',
  'payableFen',
  'paidFen',
  'shipDeadlineAtMs',
  'shippedAtMs',
  'completedAtMs',
  'trackingNo',
  'carrier',
] as const satisfies readonly OrderField[];

/** All that an item-detail export can say about one sub-order. */
export const ItemFields = z.object({
  title: text,
  sku: text,
  outerCode: text,
  merchantCode: text,
  quantity: z.int().nullable(),
  priceFen: fen,
  payableFen: fen,
  paidFen: fen,
  refundStatus: text,
  refundFen: fen,
  remark: text,
  bundleInfo: text,
  productNo: text,
  // Of the part alone, where a row is about a part.
  status: OrderStatus.nullable(),
  platformStatus: text,
  closeReason: text,
  goodsFen: fen,
  postageFen: fen,
  shipDeadlineAtMs: instant,
  shippedAtMs: instant,
  completedAtMs: instant,
  trackingNo: text,
  carrier: text,
});
export type ItemFields = z.infer<typeof ItemFields>;

export const OrderItem = ItemFields.extend({
  orderId: OrderId,
  /** The platform's number of the sub-order, or `#1`, `#2` … by place where the file has none. */
  lineNo: z.string(),
  extra: z.record(z.string(), z.string()),
});
export type OrderItem = z.infer<typeof OrderItem>;

/** `'t**3'`: the platform hides part of the name, so it does not tell customers apart. */
export function isMasked(name: string): boolean {
  return name.includes('*') || name.includes('＊');
}

/** The amount that was paid, or is to be: exports say that 0 was paid for an unpaid order. */
export function paidOrPayableFen({
  paidFen,
  payableFen,
}: Pick<Order, 'paidFen' | 'payableFen'>): number | null {
  return paidFen === null || paidFen === 0 ? (payableFen ?? paidFen) : paidFen;
}
