import type { Concession } from '../../../shared/domain/chasing/concession.ts';
import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Customer } from '../../../shared/domain/orders/customer.ts';
import { lowScoreOf } from '../../../shared/domain/orders/low-score.ts';
import type { Order, OrderItem } from '../../../shared/domain/orders/order.ts';
import type { OrderSubject, OtherOrder } from '../../../shared/domain/orders/order-subject.ts';
import type { TimeSpan } from '../../../shared/domain/shared-parts/deadline.ts';
import { promisesIn } from '../../../shared/domain/shipping/ship-end.ts';
import type { ShipFacts } from '../../../shared/domain/shipping/ship-facts.ts';
import type { Claim } from '../../../shared/domain/tasks/claim.ts';
import type { Platform, ShopSettings } from '../../../shared/domain/team/shop.ts';
import { CONCESSIONS_OF_SQL, type ConcessionRow, toConcession } from '../chasing/concession-row.ts';
import { type ChaseHistory, createChaseHistories } from '../chasing/sent-chases.ts';
import { createClaimStore } from '../claims/claim-store.ts';
import type { WritableDb } from '../connection.ts';
import { createSettingsReader } from '../team/settings-store.ts';
import { type OrderItemRow, toItem } from './order-item-row.ts';
import { type OrderRow, toOrder } from './order-row.ts';
import { createOrdersToRefresh } from './orders-to-refresh.ts';
import { createOrdersRefunded, createShipFacts } from './ship-facts.ts';
import { ruledShipSql } from './ship-sql.ts';

/** More orders of one customer say nothing more about chasing, and a nick that half the shop shares stays cheap. */
const MAX_OTHER_ORDERS = 50;

type CustomerRow = {
  readonly id: CustomerId;
  readonly platform: Platform;
  readonly nick: string;
  readonly display_name: string | null;
  readonly is_masked: number;
  readonly note: string | null;
  readonly group_override: Customer['groupOverride'];
};
type OtherRow = Pick<
  OrderRow,
  | 'id'
  | 'no'
  | 'customer_id'
  | 'status'
  | 'placed_at_ms'
  | 'paid_at_ms'
  | 'payable_fen'
  | 'item_title'
  | 'sku'
  | 'item_count'
>;
type DisputeRow = { readonly order_id: OrderId; readonly follow_up_at_ms: number };

/** The facts of a page of orders, each to be put together with its order. */
type Facts = {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly items: ReadonlyMap<string, readonly OrderItem[]>;
  readonly others: ReadonlyMap<string | null, readonly OtherRow[]>;
  readonly disputes: ReadonlyMap<string, OrderSubject['dispute']>;
  readonly concessions: ReadonlyMap<string, readonly Concession[]>;
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly platformOf: (id: ShopId) => Platform | null;
  readonly settingsOf: (id: ShopId) => OrderSubject['settings'];
  readonly historyOf: (id: OrderId) => ChaseHistory;
  readonly shippingOf: (id: OrderId) => ShipFacts;
};

export type OrderSubjectStore = ReturnType<typeof createOrderSubjectStore>;

/** Reads everything that the rules may look at, for many orders in a few statements. */
export function createOrderSubjectStore(db: WritableDb) {
  const selectOrders = db.prepare<[string], OrderRow>(/* sql */ `
    SELECT o.* FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);
  const selectItems = db.prepare<[string], OrderItemRow>(/* sql */ `
    SELECT i.* FROM json_each(?) AS wanted CROSS JOIN order_items i ON i.order_id = wanted.value`);
  const selectCustomers = db.prepare<[string], CustomerRow>(/* sql */ `
    SELECT c.* FROM json_each(?) AS wanted CROSS JOIN customers c ON c.id = wanted.value`);
  const selectOthers = db.prepare<[string, number], OtherRow>(/* sql */ `
    SELECT o.id, o.no, o.customer_id, o.status, o.placed_at_ms, o.paid_at_ms, o.payable_fen, o.item_title, o.sku,
      o.item_count
    FROM json_each(?) AS wanted
    CROSS JOIN orders o ON o.rowid IN (
      SELECT newest.rowid FROM orders newest WHERE newest.customer_id = wanted.value
      ORDER BY newest.placed_at_ms DESC LIMIT ?)
    ORDER BY o.placed_at_ms DESC, o.no`);
  const selectDisputes = db.prepare<[string], DisputeRow>(/* sql */ `
    SELECT d.order_id, d.follow_up_at_ms FROM json_each(?) AS wanted
    CROSS JOIN disputes d ON d.order_id = wanted.value WHERE d.closed_at_ms IS NULL`);
  const selectConcessions = db.prepare<[string], ConcessionRow>(CONCESSIONS_OF_SQL);
  const selectLive = db.prepare<[string, string], { id: OrderId }>(/* sql */ `
    SELECT id FROM orders INDEXED BY orders_live WHERE shop_id = ? AND is_live = 1
    UNION ALL SELECT subject_id FROM tasks WHERE subject_kind = 'order' AND shop_id = ?
      AND state IN ('open', 'snoozed')`);
  const selectForgotten = db.prepare<[string], { id: OrderId }>(/* sql */ `
    SELECT id FROM orders INDEXED BY orders_live
    WHERE shop_id = ? AND is_live = 1 AND status = 'unpaid' AND placed_at_ms IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.subject_kind = 'order' AND t.subject_id = orders.id)
    LIMIT 1`);
  const selectToShip = db.prepare<[TimeSpan & { readonly promises: string }], { id: OrderId }>(/* sql */ `
    SELECT id FROM orders
    WHERE status = 'paid' AND ship_deadline_at_ms > @afterMs AND ship_deadline_at_ms <= @untilMs
    UNION ALL SELECT id FROM (${ruledShipSql('id', { after: '@afterMs', until: '@untilMs' })})`);
  const selectShops = db.prepare<[], { id: ShopId; platform: Platform }>('SELECT id, platform FROM shops');
  const setLive = db.prepare<[number, string, number]>(/* sql */ `
    UPDATE orders SET is_live = ? WHERE id IN (SELECT value FROM json_each(?)) AND is_live <> ?`);
  const claims = createClaimStore(db);
  const readHistories = createChaseHistories(db);
  const readShipping = createShipFacts(db);
  const settings = createSettingsReader(db);

  function factsOf(orders: readonly Order[]): Facts {
    const ids = JSON.stringify(orders.map((order) => order.id));
    const customerIds = JSON.stringify(distinct(orders.map((order) => order.customerId)));
    const customers = selectCustomers.all(customerIds).map(toCustomer);
    const known = customers.filter((customer) => !customer.isMasked).map((customer) => customer.id);
    const others = selectOthers.all(JSON.stringify(known), MAX_OTHER_ORDERS);
    const otherIds = others.map((other) => other.id);
    const items = selectItems.all(
      JSON.stringify(distinct([...orders.map((order) => order.id), ...otherIds])),
    );
    const platforms = new Map(selectShops.all().map(({ id, platform }) => [id, platform]));
    return {
      customers: new Map(customers.map((customer) => [customer.id, customer])),
      items: Map.groupBy(items.map(toItem), (item) => item.orderId),
      others: Map.groupBy(others, (other) => other.customer_id),
      disputes: new Map(
        selectDisputes.all(ids).map((row) => [row.order_id, { followUpAtMs: row.follow_up_at_ms }]),
      ),
      concessions: Map.groupBy(selectConcessions.all(ids).map(toConcession), (each) => each.orderId),
      claims: Map.groupBy(
        claims.listOf(
          'order',
          orders.map((order) => order.id),
        ),
        (claim) => claim.subject.id,
      ),
      platformOf: (id) => platforms.get(id) ?? null,
      settingsOf: settings.ofShop,
      historyOf: readHistories(distinct([...orders.map((order) => order.id), ...otherIds])),
      shippingOf: readShipping(orders.filter((order) => isFollowed(order, settings)).map(({ id }) => id)),
    };
  }

  function load(orderIds: readonly string[]): OrderSubject[] {
    const orders = selectOrders.all(JSON.stringify(orderIds)).map(toOrder);
    const facts = factsOf(orders);
    return orders.map((order) => toSubject(order, facts));
  }

  return {
    load,
    get: (orderId: OrderId): OrderSubject | undefined => load([orderId])[0],
    /** Those of the orders, and of their customers' other orders, for which a rule can want or end anything. */
    listToRefresh: createOrdersToRefresh(db),
    /** O4: paid orders that the refunds are about. */
    listRefunded: createOrdersRefunded(db),
    /** New settings of the shop may change the tasks of all these. */
    listLive: (shopId: ShopId): OrderId[] => distinct(selectLive.all(shopId, shopId).map((row) => row.id)),
    /** Whether an unpaid order of the shop has no task, as after an import by an older version. */
    hasForgotten: (shopId: ShopId): boolean => selectForgotten.get(shopId) !== undefined,
    /** O4: paid orders that are to be shipped within the time, as their file or their shop says. */
    listToShip(within: TimeSpan): OrderId[] {
      const shops = selectShops.all().map(({ id }) => ({ id, settings: settings.ofShop(id) }));
      const promises = JSON.stringify(promisesIn(shops));
      return selectToShip.all({ ...within, promises }).map((row) => row.id);
    },
    /** Whether a rule can want anything of these orders, whatever the time. */
    setLive(ids: readonly string[], isLive: boolean): void {
      if (ids.length > 0) setLive.run(Number(isLive), JSON.stringify(ids), Number(isLive));
    },
  };
}

/** Its shipping is looked after, or its customer once it is out. */
const isFollowed = (order: Order, { ofShop }: { readonly ofShop: (id: ShopId) => ShopSettings }): boolean =>
  order.status === 'paid' || lowScoreOf(order, ofShop(order.shopId).care) !== null;

function distinct<T extends string>(values: readonly (T | null)[]): T[] {
  return [...new Set(values)].filter((value) => value !== null);
}

function toSubject(order: Order, facts: Facts): OrderSubject {
  const { customers, items, others, disputes, concessions, claims, settingsOf, historyOf, shippingOf } =
    facts;
  const history = historyOf(order.id);
  return {
    order,
    items: items.get(order.id) ?? [],
    customer: order.customerId === null ? null : (customers.get(order.customerId) ?? null),
    // A copied script may not have been sent; only what an agent recorded moves the ladder on.
    chases: history.messages.filter((message) => message.isRecorded),
    answeredAtMs: history.answeredAtMs,
    otherOrders: (order.customerId === null ? [] : (others.get(order.customerId) ?? []))
      .filter((other) => other.id !== order.id)
      .map((other) => toOther(other, facts)),
    isDuplicateSettled: history.isDuplicateSettled,
    dispute: disputes.get(order.id) ?? null,
    concessions: concessions.get(order.id) ?? [],
    claims: claims.get(order.id) ?? [],
    shipping: shippingOf(order.id),
    settings: settingsOf(order.shopId),
    platform: facts.platformOf(order.shopId),
  };
}

function toOther(row: OtherRow, { items, historyOf }: Facts): OtherOrder {
  const history = historyOf(row.id);
  return {
    no: row.no,
    status: row.status,
    placedAtMs: row.placed_at_ms,
    paidAtMs: row.paid_at_ms,
    payableFen: row.payable_fen,
    itemTitle: row.item_title,
    sku: row.sku,
    itemCount: row.item_count,
    items: items.get(row.id) ?? [],
    lastChasedAtMs: history.messages.at(-1)?.atMs ?? null,
    isDuplicateSettled: history.isDuplicateSettled,
  };
}

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    platform: row.platform,
    nick: row.nick,
    displayName: row.display_name,
    isMasked: row.is_masked === 1,
    note: row.note,
    groupOverride: row.group_override,
  };
}
