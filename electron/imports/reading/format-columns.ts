import type { FileFormat } from '../../../shared/domain/import-run.ts';
import type { ItemFields } from '../../../shared/domain/order.ts';
import { ITEM_COLUMNS } from './item-columns.ts';
import { ORDER_COLUMNS, type OrderColumn } from './order-columns.ts';

type Aliases = readonly string[];

/** Which column names mean what in one kind of file. The same name may mean different things on two platforms. */
export type FormatColumns = {
  readonly no: Aliases;
  readonly subNo: Aliases;
  readonly order: Readonly<Partial<Record<OrderColumn, Aliases>>>;
  /** Only where a row is a sub-order. */
  readonly item: Readonly<Partial<Record<keyof ItemFields, Aliases>>> | undefined;
};

const { no: orderNo, payableFen, ...orderColumns } = ORDER_COLUMNS;
const { no: itemNo, subNo, ...itemColumns } = ITEM_COLUMNS;

/** What a row of 宝贝报表 says of the whole order; its amounts and goods are those of the sub-order. */
const ORDER_OF_ITEM = {
  shopName: orderColumns.shopName,
  status: orderColumns.status,
  platformStatus: orderColumns.platformStatus,
  closeReason: orderColumns.closeReason,
  customerNick: orderColumns.customerNick,
  placedAtMs: orderColumns.placedAtMs,
  paidAtMs: orderColumns.paidAtMs,
  shipDeadlineAtMs: orderColumns.shipDeadlineAtMs,
  shippedAtMs: orderColumns.shippedAtMs,
  completedAtMs: orderColumns.completedAtMs,
  receiverName: orderColumns.receiverName,
  receiverMobile: orderColumns.receiverMobile,
  receiverPhone: orderColumns.receiverPhone,
  receiverAddress: orderColumns.receiverAddress,
  customerMessage: ['主订单买家留言', '买家留言'],
  memo: orderColumns.memo,
  memoTag: orderColumns.memoTag,
  flag: orderColumns.flag,
  trackingNo: orderColumns.trackingNo,
  carrier: orderColumns.carrier,
  paymentNo: orderColumns.paymentNo,
  paymentDetail: orderColumns.paymentDetail,
} as const satisfies FormatColumns['order'];

export const FORMAT_COLUMNS = {
  'taobao-orders': { no: orderNo, subNo: [], order: { ...orderColumns, payableFen }, item: undefined },
  'taobao-items': { no: itemNo, subNo, order: ORDER_OF_ITEM, item: itemColumns },
  'douyin-orders': { no: itemNo, subNo, order: { ...orderColumns, payableFen }, item: itemColumns },
  'pinduoduo-orders': { no: orderNo, subNo: [], order: { ...orderColumns, payableFen }, item: undefined },
  'jd-orders': {
    no: orderNo,
    subNo: [],
    // 订单备注 is the seller's memo on 淘宝 and the customer's wish on 京东.
    order: {
      ...orderColumns,
      payableFen,
      memo: ['商家备注'],
      customerMessage: ['订单备注', '买家留言'],
      paidAtMs: ['付款确认时间'],
    },
    item: undefined,
  },
} as const satisfies Record<FileFormat, FormatColumns>;
