import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import { inPages } from '../../../shared/in-pages.ts';
import type { ReadableDb } from '../connection.ts';

/** More live orders of one customer are not looked at; a nick that half the shop shares stays cheap. */
const MAX_LIVE_ORDERS = 50;
/** From here on it is cheaper to read all that is live than to look up each order that was touched. */
const BULK = 5000;
const PAGE = 500;

type OrderRow = { readonly id: OrderId; readonly customer_id: CustomerId | null };
type IdRow = { readonly id: OrderId };
type CustomerRow = { readonly id: OrderId; readonly customer_id: CustomerId };

const HAS_TASK = `t.state IN ('open', 'snoozed')`;

/**
 * Finds the orders for which a rule can want or end anything. Of few that were touched each one is looked at; among many,
 * only those that are live or have a task. An order depends on the others of its customer as long as neither is shipped, or a
 * promise about it is open.
 */
export function createOrdersToRefresh(db: ReadableDb) {
  const selectTouched = db.prepare<[string], OrderRow>(/* sql */ `
    SELECT o.id, o.customer_id FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);
  const selectLiveOf = db.prepare<[string], OrderRow>(/* sql */ `
    SELECT o.id, o.customer_id FROM json_each(?) AS wanted
    CROSS JOIN orders o ON o.customer_id = wanted.value
    WHERE o.status IN ('unpaid', 'paid') OR o.is_live = 1`);
  const selectLive = db.prepare<[], OrderRow>(/* sql */ `
    SELECT id, customer_id FROM orders WHERE status IN ('unpaid', 'paid')
    UNION ALL SELECT id, customer_id FROM orders WHERE is_live = 1 AND +status NOT IN ('unpaid', 'paid')`);
  // `UNION` alone would merge the parts in the order of their ids, for which it reads the ids of all orders.
  const selectWithWork = db.prepare<[], IdRow>(/* sql */ `
    SELECT id FROM orders WHERE is_live = 1
    UNION ALL SELECT t.subject_id FROM tasks t WHERE ${HAS_TASK} AND t.subject_kind = 'order'
    UNION ALL SELECT t.subject_id FROM tasks t WHERE t.reminder_at_ms IS NOT NULL AND t.subject_kind = 'order'`);
  const selectAllOf = db.prepare<[string], CustomerRow>(/* sql */ `
    SELECT o.id, o.customer_id FROM json_each(?) AS wanted
    CROSS JOIN orders o ON o.customer_id = wanted.value`);

  function listForFew(orderIds: readonly OrderId[]): OrderId[] {
    const rows = selectTouched.all(JSON.stringify(orderIds));
    const customers = new Set(rows.flatMap((row) => row.customer_id ?? []));
    const live = selectLiveOf.all(JSON.stringify([...customers]));
    return [...new Set([...rows.map((row) => row.id), ...besideTouched(live, new Set(orderIds))])];
  }

  function listForMany(orderIds: readonly OrderId[]): OrderId[] {
    const touched = new Set(orderIds);
    const live = selectLive.all();
    const withWork = new Set(selectWithWork.all().map((row) => row.id));
    const customers = touchedCustomers(live, touched, withWork);
    const ofCustomers = live.filter((row) => row.customer_id !== null && customers.has(row.customer_id));
    const ownWork = [...withWork].filter((id) => touched.has(id));
    return [...new Set([...ownWork, ...besideTouched(ofCustomers, touched)])];
  }

  /** Customers with a live order and a touched one, be they the same or not. */
  function touchedCustomers(
    live: readonly OrderRow[],
    touched: ReadonlySet<OrderId>,
    withWork: ReadonlySet<OrderId>,
  ): Set<CustomerId> {
    const customersOf = (rows: readonly OrderRow[]) => rows.flatMap((row) => row.customer_id ?? []);
    const customers = new Set(customersOf(live.filter((row) => touched.has(row.id))));
    const others = customersOf(live.filter((row) => withWork.has(row.id)));
    const unsure = [...new Set(others)].filter((id) => !customers.has(id));
    for (const page of inPages(unsure, PAGE)) {
      const rows = selectAllOf.iterate(JSON.stringify(page));
      for (const row of rows) if (touched.has(row.id)) customers.add(row.customer_id);
    }
    return customers;
  }

  return (orderIds: readonly OrderId[]): OrderId[] =>
    orderIds.length < BULK ? listForFew(orderIds) : listForMany(orderIds);
}

/** The live orders beside a touched one. A lone paid order is of no interest: it can only repeat another. */
function besideTouched(live: readonly OrderRow[], touched: ReadonlySet<OrderId>): OrderId[] {
  const byCustomer = Map.groupBy(live, (row) => row.customer_id);
  return [...byCustomer.values()]
    .filter((rows) => rows.length > 1 || rows.some((row) => !touched.has(row.id)))
    .flatMap((rows) => rows.slice(0, MAX_LIVE_ORDERS).map((row) => row.id));
}
