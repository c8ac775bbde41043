import { z } from 'zod';
import { CustomerId, OrderId, ShopId, TaskId } from '../../domain/ids.ts';
import { Memo } from '../../domain/memos/memo.ts';
import { Customer, CustomerGrade, CustomerGroup, CustomerHistory } from '../../domain/orders/customer.ts';
import { Flag, Order, OrderItem, OrderStatus } from '../../domain/orders/order.ts';
import { OrderFoundBy } from '../../domain/orders/order-found-by.ts';
import { OrderFileColumns, OrderFilter, OrderSort } from '../../domain/orders/order-list.ts';
import { ProductName } from '../../domain/orders/product-name.ts';
import { Claim } from '../../domain/tasks/claim.ts';
import { Advice, Task } from '../../domain/tasks/task.ts';
import { Shop } from '../../domain/team/shop.ts';
import { Moment } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { optionalText } from './note.ts';
import { EXPORT_FORMATS } from './program/report-contract.ts';
import { RefundLine } from './refunds/refund-contract.ts';
import { Recorded } from './task-contract.ts';

/** An order as a list or a card shows it. */
export const OrderLine = z.object({
  id: OrderId,
  no: z.string(),
  shopId: ShopId,
  shopName: z.string(),
  status: OrderStatus,
  platformStatus: z.string().nullable(),
  customerId: CustomerId.nullable(),
  customerNick: z.string().nullable(),
  itemTitle: z.string().nullable(),
  itemCount: z.int().nullable(),
  payableFen: z.int().nullable(),
  paidFen: z.int().nullable(),
  placedAtMs: z.int().nullable(),
  paidAtMs: z.int().nullable(),
  memo: z.string().nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** With the word that it was found by. */
export const FoundOrderLine = OrderLine.extend({ foundBy: OrderFoundBy });
export type FoundOrderLine = z.infer<typeof FoundOrderLine>;

/** 3 日内总订单 n / 未支付 / 已支付 / 已关闭 */
export const RecentOrders = z.object({
  total: z.int(),
  unpaid: z.int(),
  paid: z.int(),
  closed: z.int(),
});
export type RecentOrders = z.infer<typeof RecentOrders>;

export const CustomerCard = z.object({
  customer: Customer,
  history: CustomerHistory,
  grade: CustomerGrade,
  group: CustomerGroup,
  recent: RecentOrders,
  /** Newest first, at most five. */
  lastOrders: z.array(OrderLine),
  refunds: z.object({
    count: z.int(),
    /** Newest first, at most five. */
    last: z.array(RefundLine),
  }),
});
export type CustomerCard = z.infer<typeof CustomerCard>;

export const OrderDetail = z.object({
  order: Order,
  shop: Shop,
  items: z.array(OrderItem),
  /** B15: of its products, those that an agent has named. */
  productNames: z.array(ProductName),
  customer: CustomerCard.nullable(),
  /** Tasks that are open or snoozed, earliest first. */
  tasks: z.array(Task),
  advice: Advice.nullable(),
  /** When the platform closes the unpaid order, if it does. */
  closesAtMs: z.int().nullable(),
  /** O4: until when the paid order has to be shipped, who says so, and what a delay may cost. */
  shipEnd: z
    .object({
      atMs: z.int(),
      isByRule: z.boolean(),
      sourceText: z.string(),
      moveText: z.string().nullable(),
      compensationFen: z.int(),
    })
    .nullable(),
  /** Why nobody knows until when it has to be shipped. */
  noShipEnd: z.string().nullable(),
  /** O7: the customer has agreed to wait until then. */
  agreedShipAtMs: z.int().nullable(),
  isPresale: z.boolean(),
  /** P8: other orders of the customer that look like the same purchase. */
  duplicates: z.array(OrderLine),
  dispute: z
    .object({
      openedAtMs: z.int(),
      followUpAtMs: z.int(),
      closedAtMs: z.int().nullable(),
      outcome: z.string().nullable(),
    })
    .nullable(),
  refunds: z.array(RefundLine),
  /** X4: agents' claims that no import has shown yet. */
  openClaims: z.array(Claim),
  /** O1: memos that were copied and that no import has shown yet, the oldest first. */
  pendingMemos: z.array(Memo),
  nowMs: z.int(),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

export const MOST_RECENT = 8;

/** An order in the list of all orders. */
export const ListedOrder = OrderLine.extend({
  flag: Flag.nullable(),
  receiverName: z.string().nullable(),
  receiverMobile: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNo: z.string().nullable(),
  /** When the platform closes the unpaid order, or the paid one is to be shipped. */
  end: z
    .object({
      atMs: z.int(),
      kind: z.enum(['close', 'ship']),
      /** Worked out by the shop's settings, because neither a file nor an agent has named it. */
      isByRule: z.boolean(),
      sourceText: z.string(),
    })
    .nullable(),
});
export type ListedOrder = z.infer<typeof ListedOrder>;

/** So many orders can be worked on at once. */
export const MOST_CHOSEN = 500;
const Chosen = z.array(OrderId).min(1).max(MOST_CHOSEN);

export const orderContract = {
  'orders.page': {
    input: OrderFilter.extend({ sort: OrderSort, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    /**
     * `total` stops at 10 001, and then there is no sum: going through a million rows would cost more than it tells.
     * Both are told with the first page.
     */
    output: z.object({
      rows: z.array(ListedOrder),
      total: z.int(),
      amountFen: z.int().nullable(),
      /** The sorts of words by which the search has found them, the closest first; none without a search. */
      foundBy: z.array(OrderFoundBy),
    }),
  },
  /** How many orders there are of each filter, as far as the number beside a view tells. */
  'orders.counts': {
    input: z.object({ filters: z.array(OrderFilter).max(40) }),
    output: z.array(z.int()),
  },
  /** The tasks to do about these orders, to be handed over. */
  'orders.tasks': { input: z.object({ orderIds: Chosen }), output: z.array(TaskId) },
  /** One promise about each of these orders, all taken back by one undo. */
  'orders.followUp': {
    input: z.object({ orderIds: Chosen, text: z.string().trim().min(1).max(200), dueAtMs: Moment }),
    output: Recorded,
  },
  /** The chosen orders, those of the filter, or all; asks where to, `null` when the agent thinks better of it. */
  'orders.export': {
    input: z.object({
      filter: OrderFilter.nullable(),
      orderIds: Chosen.nullable(),
      columns: OrderFileColumns,
      format: z.enum(EXPORT_FORMATS),
    }),
    output: z.string().nullable(),
  },
  'orders.detail': { input: z.object({ orderId: OrderId }), output: OrderDetail },
  /** Ctrl+K before anything is typed: the order that the clipboard names, and those that were open before. */
  'orders.offered': {
    input: z.object({ recent: z.array(OrderId).max(MOST_RECENT) }),
    output: z.object({
      clipboard: z.object({ text: z.string(), orders: z.array(FoundOrderLine) }).nullable(),
      recent: z.array(OrderLine),
    }),
  },
  /** Ctrl+K: orders by any word or number of theirs, the closest first. */
  'orders.find': { input: z.object({ text: z.string().max(100) }), output: z.array(FoundOrderLine) },
  'customers.edit': {
    input: z.object({
      id: CustomerId,
      note: optionalText(1000),
      groupOverride: CustomerGroup.nullable(),
    }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
