import type { FileFormat } from '../../../../shared/domain/import-run.ts';
import type { ItemFields } from '../../../../shared/domain/order.ts';
import { ITEM_COLUMNS } from './item-columns.ts';
import { ORDER_COLUMNS, type OrderColumn } from './order-columns.ts';

type Aliases = readonly string[];

/** Which column names mean what in one kind of file. The same name may mean different things on two platforms. */
export type FormatColumns = {
  readonly no: Aliases;
  readonly subNo: Aliases;
  readonly order: Readonly<Partial<Record<OrderColumn, Aliases>>>;
  /** Only where a row says which goods it is about. */
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

/** 拼多多: one kind of goods per order, so the row is its only item too. */
const ITEM_OF_PINDUODUO = {
  title: ['商品'],
  sku: ['商品规格'],
  merchantCode: ['商家编码-规格维度', '商家编码-SKU维度'],
  quantity: ['商品数量(件)'],
  productNo: ['商品id'],
} as const satisfies FormatColumns['item'];

/** 京东 repeats the order, with its amounts, for each of its goods. */
const ITEM_OF_JD = {
  title: ['商品名称'],
  outerCode: ['货号'],
  merchantCode: ['商家SKUID'],
  quantity: ['订购数量'],
  priceFen: ['京东价'],
  productNo: ['商品ID'],
} as const satisfies FormatColumns['item'];

export const FORMAT_COLUMNS = {
  'taobao-orders': { no: orderNo, subNo: [], order: { ...orderColumns, payableFen }, item: undefined },
  'taobao-items': { no: itemNo, subNo, order: ORDER_OF_ITEM, item: itemColumns },
  'douyin-orders': { no: itemNo, subNo, order: { ...orderColumns, payableFen }, item: itemColumns },
  'pinduoduo-orders': {
    no: orderNo,
    subNo: ['样式ID'],
    order: { ...orderColumns, payableFen },
    item: ITEM_OF_PINDUODUO,
  },
  'jd-orders': {
    no: orderNo,
    subNo: ['商品ID'],
    // 订单备注 is the seller's memo on 淘宝 and the customer's wish on 京东.
    order: {
      ...orderColumns,
      payableFen,
      memo: ['商家备注'],
      customerMessage: ['订单备注', '买家留言'],
      paidAtMs: ['付款确认时间'],
    },
    item: ITEM_OF_JD,
  },
} as const satisfies Record<FileFormat, FormatColumns>;
