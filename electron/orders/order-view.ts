import { chaseAdvice } from '../../shared/domain/chasing/chase-advice.ts';
import type { CustomerId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import { pendingMemosOf } from '../../shared/domain/memos/memo.ts';
import {
  type Customer,
  type CustomerHistory,
  gradeOf,
  groupOf,
} from '../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../shared/domain/orders/order.ts';
import {
  closingTimeOf,
  isSamePurchase,
  type OrderSubject,
} from '../../shared/domain/orders/order-subject.ts';
import type { ProductName } from '../../shared/domain/orders/product-name.ts';
import { moveText } from '../../shared/domain/shared-parts/deadline.ts';
import { compensationFen } from '../../shared/domain/shipping/compensation.ts';
import { isPresale } from '../../shared/domain/shipping/presale.ts';
import { noShipEndText, shipEndOf, shipSourceText } from '../../shared/domain/shipping/ship-end.ts';
import { agreedShipAtMs } from '../../shared/domain/shipping/ship-facts.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  CustomerCard,
  OrderDetail,
  OrderLine,
  RecentOrders,
} from '../../shared/ipc/contract/order-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';

/** As the card says it: 3 日内总订单 n. */
const RECENT_MS = 3 * DAY;

type Dependencies = {
  readonly orders: { findByNo(no: string): Order[] };
  readonly items: { listOf(orderId: OrderId): OrderItem[] };
  readonly productNames: { nameOf(title: string): string | undefined };
  readonly customers: {
    get(id: CustomerId): Customer | undefined;
    history(id: CustomerId): CustomerHistory;
    lastOrders(id: CustomerId): Order[];
    recentOrders(id: CustomerId, sinceMs: EpochMs): RecentOrders;
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly tasks: { listForSubject(subject: SubjectRef): Task[] };
  readonly orderSubjects: { load(ids: readonly OrderId[]): OrderSubject[] };
  readonly refundsOf: (orderId: OrderId) => OrderDetail['refunds'];
  readonly refundsOfCustomer: (id: CustomerId) => CustomerCard['refunds'];
  readonly disputes: { get(id: OrderId): OrderDetail['dispute'] | undefined };
};

export type OrderView = ReturnType<typeof createOrderView>;

/** Puts together from the stores what the screens show of an order and its customer. */
export function createOrderView(dependencies: Dependencies) {
  const { orders, items, customers, shops, tasks, orderSubjects, disputes, productNames } = dependencies;

  function lineOf(order: Order): OrderLine {
    const { id, no, shopId, status, platformStatus, customerId, customerNick } = order;
    const { itemTitle, itemCount, payableFen, paidFen, placedAtMs, paidAtMs, memo } = order;
    const shopName = shops.get(shopId)?.name ?? '';
    const facts = { id, no, shopId, shopName, status, platformStatus, customerId, customerNick };
    return { ...facts, itemTitle, itemCount, payableFen, paidFen, placedAtMs, paidAtMs, memo };
  }

  function cardOf(id: CustomerId, shop: Shop, nowMs: EpochMs): CustomerCard | null {
    const customer = customers.get(id);
    if (!customer) return null;
    const history = customers.history(id);
    const grade = gradeOf(history, shop.settings.grade);
    return {
      customer,
      history,
      grade,
      group: customer.groupOverride ?? groupOf(grade),
      recent: customers.recentOrders(id, nowMs - RECENT_MS),
      lastOrders: customers.lastOrders(id).map(lineOf),
      refunds: dependencies.refundsOfCustomer(id),
    };
  }

  function duplicatesOf({ order, items: ownItems, otherOrders }: OrderSubject): OrderLine[] {
    const purchase = { itemTitle: order.itemTitle, sku: order.sku, items: ownItems };
    const twins = otherOrders.filter(
      (other) => (other.status === 'unpaid' || other.status === 'paid') && isSamePurchase(purchase, other),
    );
    return twins.flatMap(({ no }) =>
      orders
        .findByNo(no)
        .filter(({ customerId }) => customerId === order.customerId)
        .map(lineOf),
    );
  }

  function namesIn(order: Order, held: readonly OrderItem[]): ProductName[] {
    const titles = new Set([order.itemTitle, ...held.map(({ title }) => title)]);
    return [...titles].flatMap((title) => {
      const name = title === null ? undefined : productNames.nameOf(title);
      return title === null || name === undefined ? [] : [{ title, name }];
    });
  }

  function shippingIn({ order, shipping, settings }: OrderSubject) {
    const end = shipEndOf(order, shipping.deadlines, settings.shipping);
    return {
      shipEnd: end && {
        atMs: end.atMs,
        isByRule: end.source === 'rule',
        sourceText: shipSourceText(order, end.source, settings.shipping),
        moveText: moveText(end),
        compensationFen: compensationFen(order, settings),
      },
      noShipEnd: end === null ? noShipEndText(order) : null,
      agreedShipAtMs: agreedShipAtMs(shipping),
      isPresale: isPresale(order),
    };
  }

  return {
    lineOf,
    detail(id: OrderId, nowMs: EpochMs): OrderDetail {
      const [subject] = orderSubjects.load([id]);
      const shop = subject && shops.get(subject.order.shopId);
      if (!subject || !shop) throw new AppError('not-found', '该订单已不存在');
      const { order } = subject;
      const held = items.listOf(id);
      return {
        order,
        shop,
        items: held,
        productNames: namesIn(order, held),
        customer: order.customerId === null ? null : cardOf(order.customerId, shop, nowMs),
        tasks: tasks.listForSubject({ kind: 'order', id }).filter(isToDo),
        advice: order.status === 'unpaid' ? chaseAdvice(subject, nowMs) : null,
        ...shippingIn(subject),
        closesAtMs: order.status === 'unpaid' ? closingTimeOf(order, shop.settings.chase) : null,
        duplicates: order.status === 'unpaid' || order.status === 'paid' ? duplicatesOf(subject) : [],
        dispute: disputes.get(id) ?? null,
        refunds: dependencies.refundsOf(id),
        openClaims: subject.claims.filter(({ state }) => state === 'open'),
        pendingMemos: [...pendingMemosOf(subject.claims)],
        nowMs,
      };
    },
  };
}
