import { z } from 'zod';
import { CustomerId, OrderId, ShopId } from '../../domain/ids.ts';
import { Customer, CustomerGrade, CustomerGroup, CustomerHistory } from '../../domain/orders/customer.ts';
import { Order, OrderItem, OrderStatus } from '../../domain/orders/order.ts';
import { Claim } from '../../domain/tasks/claim.ts';
import { Advice, Task } from '../../domain/tasks/task.ts';
import { Shop } from '../../domain/team/shop.ts';
import type { Endpoint } from './endpoint.ts';
import { optionalText } from './note.ts';
import { RefundLine } from './refund-contract.ts';
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
  customer: CustomerCard.nullable(),
  /** Tasks that are open or snoozed, earliest first. */
  tasks: z.array(Task),
  advice: Advice.nullable(),
  /** When the platform closes the unpaid order, if it does. */
  closesAtMs: z.int().nullable(),
  /** O4: until when the paid order has to be shipped, and whether that was put off. */
  shipEnd: z.object({ atMs: z.int(), moveText: z.string().nullable() }).nullable(),
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
  nowMs: z.int(),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

export const ORDER_SORTS = ['newest', 'oldest', 'amount'] as const;

export const orderContract = {
  'orders.page': {
    input: z.object({
      shopId: ShopId.nullable(),
      status: OrderStatus.nullable(),
      text: z.string().max(100),
      sort: z.enum(ORDER_SORTS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    /** `total` stops at 10 001: counting a million rows would cost more than it tells. */
    output: z.object({ rows: z.array(OrderLine), total: z.int() }),
  },
  'orders.detail': { input: z.object({ orderId: OrderId }), output: OrderDetail },
  /** The palette (Ctrl+K): orders by number, tracking number or customer. */
  'orders.find': { input: z.object({ text: z.string().max(100) }), output: z.array(OrderLine) },
  'customers.edit': {
    input: z.object({
      id: CustomerId,
      note: optionalText(1000),
      groupOverride: CustomerGroup.nullable(),
    }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;
