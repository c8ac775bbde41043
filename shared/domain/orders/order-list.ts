import { z } from 'zod';
import { AgentId, OrderId, ShopId } from '../ids.ts';
import { OrderStatus } from './order.ts';

/** Orders that belong together by what is to be done about them, whatever their status is. */
export const ORDER_SETS = ['all', 'ship-today', 'late', 'closing', 'noted'] as const;
export const OrderSet = z.enum(ORDER_SETS);
export type OrderSet = z.infer<typeof OrderSet>;

export const ORDER_SET_LABELS = {
  all: '全部订单',
  'ship-today': '今天要发',
  late: '超时未发货',
  closing: '即将超时',
  noted: '我备注过的',
} as const satisfies Record<OrderSet, string>;

/** The agent sees these of all orders, and an export of what is shown holds the same. */
export const OrderFilter = z.object({
  shopId: ShopId.nullable(),
  status: OrderStatus.nullable(),
  /** Any word or number of an order, by which a search finds it; empty finds all. */
  text: z.string().max(100),
  set: OrderSet.default('all'),
  /** Placed from then on; `null`: whenever. */
  fromMs: z.int().nullable().default(null),
  /** Placed before then. */
  untilMs: z.int().nullable().default(null),
});
export type OrderFilter = z.infer<typeof OrderFilter>;

export const EVERY_ORDER: OrderFilter = {
  shopId: null,
  status: null,
  text: '',
  set: 'all',
  fromMs: null,
  untilMs: null,
};

/**
 * A file of orders can say this, under the names of the platform's own export, so that it can be imported again. The end
 * of the shipping has another name than a platform's: what a shop's rule says must not come back as what a file says.
 */
export const ORDER_FILE_LABELS = {
  no: '订单编号',
  shop: '店铺名称',
  customer: '买家会员名',
  status: '订单状态',
  payable: '总金额',
  paid: '买家实付金额',
  'placed-at': '订单创建时间',
  'paid-at': '订单付款时间',
  'ship-end': '发货期限',
  'ship-end-source': '期限来源',
  'shipped-at': '发货时间',
  item: '商品标题',
  'item-count': '宝贝总数量',
  carrier: '物流公司',
  'tracking-no': '物流单号',
  message: '买家留言',
  memo: '商家备注',
  'close-reason': '订单关闭原因',
} as const satisfies Record<string, string>;
export type OrderFileColumn = keyof typeof ORDER_FILE_LABELS;
// The keys of the labels are the columns.
export const ORDER_FILE_COLUMNS = Object.keys(ORDER_FILE_LABELS) as OrderFileColumn[];
export const OrderFileColumns = z.array(z.enum(ORDER_FILE_COLUMNS)).min(1);

/** The orders of a file: those that were chosen, else those of the filter, else every one. */
export const OrderSelection = z.object({
  filter: OrderFilter.nullable(),
  orderIds: z.array(OrderId).nullable(),
  /** The agent whose notes a filter may ask for. */
  agentId: AgentId.nullable(),
  columns: OrderFileColumns,
});
export type OrderSelection = z.infer<typeof OrderSelection>;

/** Each is read by an index, however many orders there are. `end`: what is closed or has to be shipped next. */
const SORTS_OF_ALL = ['newest', 'oldest', 'amount', 'amount-up', 'end'] as const;
/**
 * To bring equal ones together, such as today's parcels of one product. No index has this order, because every index
 * of the orders makes each import slower: what is sorted so is no longer than what is counted.
 */
const SORTS_OF_FEW = [
  'paid',
  'paid-up',
  'customer',
  'customer-down',
  'item',
  'item-down',
  'parcel',
  'parcel-down',
  'memo',
  'memo-down',
  'receiver',
  'receiver-down',
] as const;
export const OrderSort = z.enum([...SORTS_OF_ALL, ...SORTS_OF_FEW]);
export type OrderSort = z.infer<typeof OrderSort>;
export type SortOfFew = (typeof SORTS_OF_FEW)[number];

export const isSortOfFew = (sort: OrderSort): sort is SortOfFew => SORTS_OF_FEW.some((one) => one === sort);

/** Counting on would cost more than it tells. */
export const ORDERS_COUNTED = 10_001;
/** So many can be told apart at a glance; beside a view stands 999+ for more. */
export const COUNTED_BESIDE_VIEW = 1000;

/** The order in which a list of so many is really shown. */
export const sortOf = (sort: OrderSort, total: number): OrderSort =>
  isSortOfFew(sort) && total >= ORDERS_COUNTED ? 'newest' : sort;
