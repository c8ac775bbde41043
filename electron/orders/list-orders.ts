import type { AgentId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import {
  COUNTED_BESIDE_VIEW,
  EVERY_ORDER,
  type OrderFilter,
  type OrderSelection,
} from '../../shared/domain/orders/order-list.ts';
import { closingTimeOf } from '../../shared/domain/orders/order-subject.ts';
import { type Deadline, moveText } from '../../shared/domain/shared-parts/deadline.ts';
import { promisesIn, shipEndOf, shipSourceText } from '../../shared/domain/shipping/ship-end.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { inPages } from '../../shared/in-pages.ts';
import type { ListedOrder, OrderLine } from '../../shared/ipc/contract/order-contract.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { OrderFilterWithFacts, OrderPage, OrderQuery } from '../store/orders/order-list.ts';

type Dependencies = {
  readonly orderList: {
    page(query: OrderQuery): OrderPage;
    countUpTo(filter: OrderFilterWithFacts, atMost: number): number;
    all(filter: OrderFilterWithFacts): Iterable<Order>;
    count(filter: OrderFilterWithFacts): number;
    listOf(ids: readonly OrderId[]): Iterable<Order>;
  };
  readonly deadlines: { listOf(kind: 'order', ids: readonly OrderId[]): Deadline[] };
  readonly shops: { get(id: ShopId): Shop | undefined; list(): Shop[] };
  readonly lineOf: (order: Order) => OrderLine;
  readonly clock: Clock;
};

/** So many orders are asked for their ends in one statement. */
const AT_ONCE = 500;

export type SelectedOrder = { readonly order: Order; readonly shipEnd: ListedOrder['end'] };
export type ListOrders = ReturnType<typeof createListOrders>;

/** X1: the list of all orders: what it shows, how many there are, and what an export of it holds. */
export function createListOrders({ orderList, deadlines, shops, lineOf, clock }: Dependencies) {
  function askedBy(agentId: AgentId | null): (filter: OrderFilter) => OrderFilterWithFacts {
    const all = shops.list();
    const closings = all.map(({ id, settings }) => ({
      shopId: id,
      closesAfterMs: settings.chase.closesAfterMs,
    }));
    const facts = { nowMs: clock.now(), agentId, closings, promises: promisesIn(all) };
    return (filter) => ({ ...filter, text: filter.text.trim(), facts });
  }

  /** For many orders in one statement: until when each has to be paid or shipped, as far as that is known. */
  function endsOf(orders: readonly Order[]): (order: Order) => ListedOrder['end'] {
    const paid = orders.filter(({ status }) => status === 'paid').map(({ id }) => id);
    const times = Map.groupBy(deadlines.listOf('order', paid), ({ subject }): string => subject.id);
    return (order) => {
      const settings = shops.get(order.shopId)?.settings;
      if (settings === undefined) return null;
      if (order.status === 'unpaid') {
        const atMs = closingTimeOf(order, settings.chase);
        return atMs === null ? null : { atMs, kind: 'close', isByRule: false, sourceText: '平台关闭订单' };
      }
      const end = shipEndOf(order, times.get(order.id) ?? [], settings.shipping);
      if (end === null) return null;
      const sourceText = moveText(end) ?? `发货期限，${shipSourceText(order, end.source, settings.shipping)}`;
      return { atMs: end.atMs, kind: 'ship', isByRule: end.source === 'rule', sourceText };
    };
  }

  function rowsOf(orders: readonly Order[]): ListedOrder[] {
    const endOf = endsOf(orders);
    return orders.map((order) => {
      const { flag, receiverName, receiverMobile, carrier, trackingNo } = order;
      return { ...lineOf(order), flag, receiverName, receiverMobile, carrier, trackingNo, end: endOf(order) };
    });
  }

  function* withEnds(orders: Iterable<Order>): Generator<SelectedOrder> {
    for (const page of inPages(orders, AT_ONCE)) {
      const endOf = endsOf(page);
      for (const order of page) yield { order, shipEnd: order.status === 'paid' ? endOf(order) : null };
    }
  }

  return {
    page(query: Input<'orders.page'>, agentId: AgentId | null): Output<'orders.page'> {
      const { sort, offset, limit, ...filter } = query;
      const isSummed = offset === 0;
      const { orders, ...totals } = orderList.page({
        ...askedBy(agentId)(filter),
        sort,
        offset,
        limit,
        isSummed,
      });
      return { rows: rowsOf(orders), ...totals };
    },
    counts: (filters: readonly OrderFilter[], agentId: AgentId | null): number[] =>
      filters.map(askedBy(agentId)).map((filter) => orderList.countUpTo(filter, COUNTED_BESIDE_VIEW)),
    /** For a file, which may be larger than the memory. */
    selected({ filter, orderIds, agentId }: OrderSelection): {
      orders: Iterable<SelectedOrder>;
      count: number;
    } {
      if (orderIds !== null) return { orders: withEnds(orderList.listOf(orderIds)), count: orderIds.length };
      const storeFilter = askedBy(agentId)(filter ?? EVERY_ORDER);
      return { orders: withEnds(orderList.all(storeFilter)), count: orderList.count(storeFilter) };
    },
  };
}
