import { z } from 'zod';
import { OrderStatus } from '../../../shared/domain/orders/order.ts';
import {
  EVERY_ORDER,
  ORDER_SET_LABELS,
  type OrderFilter,
  OrderSet,
  OrderSort,
} from '../../../shared/domain/orders/order-list.ts';
import { OrderDays, spanOf } from './order-days.ts';

/** A list of orders, apart from the words that are looked for in it. */
export const OrderView = z.object({
  status: OrderStatus.nullable(),
  set: OrderSet,
  days: OrderDays,
  sort: OrderSort,
});
export type OrderView = z.infer<typeof OrderView>;

export const EVERYTHING: OrderView = {
  status: null,
  set: 'all',
  days: 'any',
  sort: 'newest',
};

const OwnView = z.object({ id: z.string(), name: z.string(), view: OrderView });
export type OwnView = z.infer<typeof OwnView>;

/** An agent's list of orders: the view that is open, and those they have saved. */
export const OrdersPlace = z.object({ view: OrderView, own: z.array(OwnView) });
export type OrdersPlace = z.infer<typeof OrdersPlace>;
export const FIRST_PLACE: OrdersPlace = { view: EVERYTHING, own: [] };

/** Every agent has these. The most urgent order stands first in those that come to an end. */
export const FIXED_VIEWS: readonly OwnView[] = [
  { id: 'all', name: ORDER_SET_LABELS.all, view: EVERYTHING },
  { id: 'unpaid', name: '待付款', view: { ...EVERYTHING, status: 'unpaid' } },
  {
    id: 'ship-today',
    name: ORDER_SET_LABELS['ship-today'],
    view: { ...EVERYTHING, set: 'ship-today', sort: 'oldest' },
  },
  { id: 'late', name: ORDER_SET_LABELS.late, view: { ...EVERYTHING, set: 'late', sort: 'end' } },
  { id: 'closing', name: ORDER_SET_LABELS.closing, view: { ...EVERYTHING, set: 'closing', sort: 'oldest' } },
  { id: 'noted', name: ORDER_SET_LABELS.noted, view: { ...EVERYTHING, set: 'noted' } },
];

/** The order of the rows makes no other view. */
export function isSameView({ sort: _a, ...a }: OrderView, { sort: _b, ...b }: OrderView): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export type Asked = {
  readonly text: string;
  /** The shop that the agent has chosen for every screen. */
  readonly shopId: OrderFilter['shopId'];
  readonly nowMs: number;
};

/** As main is asked. */
export function filterOf({ status, set, days }: OrderView, { text, shopId, nowMs }: Asked): OrderFilter {
  return { ...EVERY_ORDER, shopId, status, set, text, ...spanOf(days, nowMs) };
}
