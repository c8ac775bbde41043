import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import type { OrderStatus } from '../../../shared/domain/order.ts';
import type { ReadableDb } from '../connection.ts';

/** More live orders of one customer are not looked at; a nick that half the shop shares stays cheap. */
const MAX_LIVE_ORDERS = 50;
/** From here on it is cheaper to read all that is live than to look up each order that was touched. */
const BULK = 5000;
const PAGE = 500;

type TouchedRow = {
  readonly id: OrderId;
  readonly customer_id: CustomerId | null;
  readonly has_work: number;
};
type LiveRow = {
  readonly id: OrderId;
  readonly customer_id: CustomerId | null;
  readonly status: OrderStatus;
};
type IdRow = { readonly id: OrderId };
type CustomerRow = { readonly id: OrderId; readonly customer_id: CustomerId };

const HAS_TASK = `t.state IN ('open', 'snoozed')`;

/** Finds the few orders for which a rule can want or end anything, among many that an import touched. */
export function createOrdersToRefresh(db: ReadableDb) {
  const selectTouched = db.prepare<[string], TouchedRow>(/* sql */ `
    SELECT o.id, o.customer_id,
      o.status = 'unpaid'
      OR EXISTS (SELECT 1 FROM tasks t WHERE t.subject_kind = 'order' AND t.subject_id = o.id
        AND (${HAS_TASK} OR t.reminder_at_ms IS NOT NULL))
      OR EXISTS (SELECT 1 FROM disputes d WHERE d.order_id = o.id AND d.closed_at_ms IS NULL)
      OR EXISTS (SELECT 1 FROM concessions c WHERE c.order_id = o.id AND c.state = 'accepted') AS has_work
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);
  const selectLiveOf = db.prepare<[string], LiveRow>(/* sql */ `
    SELECT o.id, o.customer_id, o.status FROM json_each(?) AS wanted
    CROSS JOIN orders o ON o.customer_id = wanted.value
    WHERE o.status IN ('unpaid', 'paid')`);
  const selectLive = db.prepare<[], LiveRow>(/* sql */ `
    SELECT id, customer_id, status FROM orders WHERE status IN ('unpaid', 'paid')`);
  const selectWithWork = db.prepare<[], IdRow>(/* sql */ `
    SELECT t.subject_id AS id FROM tasks t WHERE ${HAS_TASK} AND t.subject_kind = 'order'
    UNION SELECT t.subject_id FROM tasks t WHERE t.reminder_at_ms IS NOT NULL AND t.subject_kind = 'order'
    UNION SELECT order_id FROM disputes WHERE closed_at_ms IS NULL
    UNION SELECT order_id FROM concessions WHERE state = 'accepted'`);
  const selectAllOf = db.prepare<[string], CustomerRow>(/* sql */ `
    SELECT o.id, o.customer_id FROM json_each(?) AS wanted
    CROSS JOIN orders o ON o.customer_id = wanted.value`);

  function listForFew(orderIds: readonly OrderId[]): OrderId[] {
    const rows = selectTouched.all(JSON.stringify(orderIds));
    const customers = new Set(rows.flatMap((row) => row.customer_id ?? []));
    const live = selectLiveOf.all(JSON.stringify([...customers]));
    const withWork = rows.filter((row) => row.has_work === 1).map((row) => row.id);
    return [...new Set([...withWork, ...besideTouched(live, new Set(orderIds))])];
  }

  function listForMany(orderIds: readonly OrderId[]): OrderId[] {
    const touched = new Set(orderIds);
    const live = selectLive.all();
    const withWork = new Set([
      ...live.filter((row) => row.status === 'unpaid').map((row) => row.id),
      ...selectWithWork.all().map((row) => row.id),
    ]);
    const customers = touchedCustomers(live, touched, withWork);
    const ofCustomers = live.filter((row) => row.customer_id !== null && customers.has(row.customer_id));
    const ownWork = [...withWork].filter((id) => touched.has(id));
    return [...new Set([...ownWork, ...besideTouched(ofCustomers, touched)])];
  }

  /** Customers with a live order and a touched one, be they the same or not. */
  function touchedCustomers(
    live: readonly LiveRow[],
    touched: ReadonlySet<OrderId>,
    withWork: ReadonlySet<OrderId>,
  ): Set<CustomerId> {
    const customersOf = (rows: readonly LiveRow[]) => rows.flatMap((row) => row.customer_id ?? []);
    const customers = new Set(customersOf(live.filter((row) => touched.has(row.id))));
    const others = customersOf(live.filter((row) => withWork.has(row.id)));
    const unsure = [...new Set(others)].filter((id) => !customers.has(id));
    for (let start = 0; start < unsure.length; start += PAGE) {
      const rows = selectAllOf.iterate(JSON.stringify(unsure.slice(start, start + PAGE)));
      for (const row of rows) if (touched.has(row.id)) customers.add(row.customer_id);
    }
    return customers;
  }

  return (orderIds: readonly OrderId[]): OrderId[] =>
    orderIds.length < BULK ? listForFew(orderIds) : listForMany(orderIds);
}

/** The live orders beside a touched one. A lone paid order is of no interest: it can only repeat another. */
function besideTouched(live: readonly LiveRow[], touched: ReadonlySet<OrderId>): OrderId[] {
  const byCustomer = Map.groupBy(live, (row) => row.customer_id);
  return [...byCustomer.values()]
    .filter((rows) => rows.length > 1 || rows.some((row) => !touched.has(row.id)))
    .flatMap((rows) => rows.slice(0, MAX_LIVE_ORDERS).map((row) => row.id));
}
