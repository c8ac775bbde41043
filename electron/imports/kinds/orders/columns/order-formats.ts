import type { OrderField } from '../../../../../shared/domain/orders/order.ts';
import type { Platform } from '../../../../../shared/domain/team/shop.ts';
import { type ColumnGroup, positionsOf } from '../../../reading/columns/column-plan.ts';
import type { ExportFormat } from '../../export-kind.ts';
import { aliasesOf } from '../../field.ts';
import { silencesOf } from '../order-evidence.ts';
import { type CompletedFrom, createReadOrderRow } from '../read-order-row.ts';
import { ITEM_FIELDS, ITEM_NO, SUB_NO } from './item-fields.ts';
import { ORDER_FIELDS, ORDER_HELPERS, ORDER_NO } from './order-fields.ts';
import { ORDER_MARKS, ORDER_SIGNS_OF } from './order-marks.ts';

type Aliases = readonly string[];
type Columns<Field extends string> = Readonly<Partial<Record<Field, Aliases>>>;
type OrderColumn = keyof typeof ORDER_FIELDS | keyof typeof ORDER_HELPERS;

/** One layout, as far as it differs: the same name may mean different things on two platforms. */
type OrderLayout = {
  readonly label: string;
  readonly platforms: readonly Platform[];
  readonly no: Aliases;
  readonly subNo: Aliases;
  readonly order: Columns<OrderColumn>;
  /** Only where a row says which goods it is about. */
  readonly item?: Columns<keyof typeof ITEM_FIELDS>;
  /** A row is about one of the goods, and what it says of the whole order it says in passing. */
  readonly isPart?: boolean;
  readonly completed?: CompletedFrom;
  /** The fields that an order has from all its lines together: each row says them of its own goods only. */
  readonly fromLines?: readonly OrderField[];
};

const ORDER = { ...aliasesOf(ORDER_FIELDS), ...ORDER_HELPERS };
const ITEM = aliasesOf(ITEM_FIELDS);

/** A row of 宝贝报表 says these of the whole order; its amounts and goods are those of the sub-order. */
const ORDER_OF_ITEM = {
  shopName: ORDER.shopName,
  status: ORDER.status,
  platformStatus: ORDER.platformStatus,
  closeReason: ORDER.closeReason,
  customerNick: ORDER.customerNick,
  placedAtMs: ORDER.placedAtMs,
  paidAtMs: ORDER.paidAtMs,
  shipDeadlineAtMs: ORDER.shipDeadlineAtMs,
  shippedAtMs: ORDER.shippedAtMs,
  completedAtMs: ORDER.completedAtMs,
  receiverName: ORDER.receiverName,
  receiverMobile: ORDER.receiverMobile,
  receiverPhone: ORDER.receiverPhone,
  receiverAddress: ORDER.receiverAddress,
  customerMessage: ['主订单买家留言', '买家留言'],
  memo: ORDER.memo,
  memoTag: ORDER.memoTag,
  flag: ORDER.flag,
  trackingNo: ORDER.trackingNo,
  carrier: ORDER.carrier,
  paymentNo: ORDER.paymentNo,
  paymentDetail: ORDER.paymentDetail,
} as const satisfies OrderLayout['order'];

const STATE_OF_LINES = [
  'status',
  'platformStatus',
  'closeReason',
  'shipDeadlineAtMs',
  'shippedAtMs',
  'completedAtMs',
  'trackingNo',
  'carrier',
] as const satisfies readonly OrderField[];
const GOODS_OF_LINES = [
  'goodsFen',
  'postageFen',
  'payableFen',
  'paidFen',
  'itemCount',
  'itemTitle',
] as const satisfies readonly OrderField[];

const LAYOUTS = {
  // 微信小店 repeats the order, with its amounts, for each of its goods; the amount owed is only there as what was paid.
  'wechat-orders': {
    label: '微信小店 订单',
    platforms: ['wechat'],
    no: ORDER_NO,
    subNo: [],
    order: {
      ...ORDER,
      placedAtMs: ['订单下单时间', '下单时间'],
      shippedAtMs: ['订单发货时间'],
      completedAtMs: ['订单确认收货时间', '订单完成结算时间'],
      goodsFen: ['商品总价'],
      postageFen: ['订单运费'],
      payableFen: ['订单实际支付金额'],
      paidFen: ['订单实际支付金额'],
      settledFen: ['订单实际收款金额'],
      receiverName: ['收件人姓名', '收件人'],
      receiverMobile: ['收件人手机'],
      receiverAddress: ['收件人地址'],
      customerMessage: ['买家备注'],
      flag: ['打标颜色'],
      paymentNo: ['交易单号'],
    },
    item: {
      title: ['商品名称'],
      sku: ['商品属性'],
      outerCode: ['商品编码(自定义)'],
      merchantCode: ['SKU编码(自定义)'],
      quantity: ['商品数量'],
      priceFen: ['商品价格(单件)', '商品价格'],
      refundStatus: ['商品售后'],
      refundFen: ['商品已退款金额'],
      productNo: ['商品编码(平台)'],
    },
    fromLines: ['itemCount', 'itemTitle', 'sku', 'merchantCode'],
  },
  'kuaishou-orders': {
    label: '快手 订单',
    platforms: ['kuaishou'],
    no: ORDER_NO,
    subNo: [],
    order: {
      ...ORDER,
      customerNick: ['买家昵称'],
      paidAtMs: ['订单支付时间'],
      shipDeadlineAtMs: ['预售/承诺发货时间', '承诺发货时间'],
      postageFen: ['快递费'],
      payableFen: ['实付款'],
      paidFen: ['实付款'],
      receiverMobile: ['收货人电话'],
      receiverProvince: ['收货地址-省'],
      receiverCity: ['收货地址-市'],
      receiverDistrict: ['收货地址-区'],
      receiverStreet: ['收货地址-街道'],
    },
    item: {
      title: ['商品名称'],
      sku: ['商品规格', '规格'],
      merchantCode: ['SKU编码'],
      quantity: ['成交数量'],
      priceFen: ['商品单价'],
      productNo: ['商品ID'],
    },
    fromLines: ['itemCount', 'itemTitle', 'sku', 'merchantCode'],
  },
  // 小红书: each row has the amounts of its own goods.
  'xiaohongshu-orders': {
    label: '小红书 订单',
    platforms: ['xiaohongshu'],
    no: ORDER_NO,
    subNo: ['规格ID'],
    order: {
      ...ORDER,
      shipDeadlineAtMs: ['承诺发货时间', '预售订单截止发货时间'],
      shippedAtMs: ['订单发货时间'],
      payableFen: ['用户应付金额(元)'],
      paidFen: ['用户应付金额(元)'],
      settledFen: ['商家应收金额(元)(支付金额)'],
      itemCount: ['SKU件数'],
      sku: ['SKU规格'],
      receiverName: ['收件人姓名', '收件人'],
      receiverMobile: ['收件人电话'],
      receiverAddress: ['收件人地址'],
      customerMessage: ['用户备注'],
      memo: ['包裹备注信息'],
      flag: ['包裹备注标记'],
      paymentNo: ['支付渠道订单号'],
    },
    item: {
      title: ['商品名称', 'SKU名称'],
      sku: ['SKU规格'],
      outerCode: ['条形码'],
      merchantCode: ['商家编码'],
      quantity: ['SKU件数'],
      payableFen: ['用户应付金额(元)'],
      paidFen: ['用户应付金额(元)'],
      refundStatus: ['售后状态'],
      productNo: ['商品ID'],
    },
    isPart: true,
    fromLines: [...STATE_OF_LINES, ...GOODS_OF_LINES, 'afterSalesStatus', 'sku', 'merchantCode'],
  },
  'taobao-orders': {
    label: '淘宝/天猫 订单报表',
    platforms: ['taobao', 'tmall'],
    no: ORDER_NO,
    subNo: [],
    order: ORDER,
    completed: 'goods-and-postage',
  },
  'taobao-items': {
    label: '淘宝/天猫 宝贝报表',
    platforms: ['taobao', 'tmall'],
    no: ITEM_NO,
    subNo: SUB_NO,
    order: ORDER_OF_ITEM,
    item: ITEM,
    isPart: true,
    fromLines: STATE_OF_LINES,
  },
  'douyin-orders': {
    label: '抖店 订单',
    platforms: ['douyin'],
    no: ITEM_NO,
    subNo: SUB_NO,
    order: ORDER,
    item: ITEM,
    isPart: true,
    completed: 'paid-as-owed',
    fromLines: [...STATE_OF_LINES, ...GOODS_OF_LINES, 'afterSalesStatus', 'sku', 'merchantCode'],
  },
  // 京东 repeats the order, with its amounts, for each of its goods.
  'jd-orders': {
    label: '京东 订单',
    platforms: ['jd'],
    no: ORDER_NO,
    subNo: ['商品ID'],
    order: {
      ...ORDER,
      // 订单备注 is the seller's memo on 淘宝 and the customer's wish on 京东.
      memo: ['商家备注'],
      customerMessage: ['订单备注', '买家留言'],
      paidAtMs: ['付款确认时间'],
    },
    item: {
      title: ['商品名称'],
      outerCode: ['货号'],
      merchantCode: ['商家SKUID'],
      quantity: ['订购数量'],
      priceFen: ['京东价'],
      productNo: ['商品ID'],
    },
    completed: 'paid-as-owed',
    fromLines: ['itemCount', 'itemTitle'],
  },
  // 拼多多: one kind of goods per order, so the row is its only item too.
  'pinduoduo-orders': {
    label: '拼多多 订单',
    platforms: ['pinduoduo'],
    no: ORDER_NO,
    subNo: ['样式ID'],
    order: ORDER,
    item: {
      title: ['商品'],
      sku: ['商品规格'],
      merchantCode: ['商家编码-规格维度', '商家编码-SKU维度'],
      quantity: ['商品数量(件)'],
      productNo: ['商品id'],
    },
  },
} as const satisfies Record<keyof typeof ORDER_MARKS, OrderLayout>;

function groupsOf({ no, subNo, order, item = {} }: OrderLayout): ColumnGroup[] {
  return [
    // The number of the main order, where a file has both, is a column like any other.
    { name: 'no', fields: { no }, takesOne: true },
    { name: 'subNo', fields: { subNo } },
    { name: 'item', fields: item },
    { name: 'order', fields: order },
  ];
}

function toFormat(name: keyof typeof LAYOUTS): ExportFormat {
  const layout: OrderLayout = LAYOUTS[name];
  const { label, platforms, isPart = false, completed, fromLines = [] } = layout;
  return {
    name,
    label,
    platforms,
    marks: ORDER_MARKS[name],
    signs: ORDER_SIGNS_OF[name],
    columns: groupsOf(layout),
    needs: [layout.no],
    createReadRow: createReadOrderRow({ isPart, completed, fromLines }),
    silences: silencesOf,
    numbers: (plan) => [
      ...positionsOf(plan, 'no', 'no'),
      ...positionsOf(plan, 'subNo', 'subNo'),
      ...positionsOf(plan, 'order', 'paymentNo'),
    ],
  };
}

export const ORDER_FORMATS: readonly ExportFormat[] = Object.keys(LAYOUTS).map((name) =>
  // Object.keys forgets the key type of a constant map.
  toFormat(name as keyof typeof LAYOUTS),
);
