import type { CustomerId } from '../../../shared/domain/ids.ts';
import { Customer, CustomerGroup, type CustomerHistory } from '../../../shared/domain/orders/customer.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { Platform } from '../../../shared/domain/team/shop.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { WritableDb } from '../connection.ts';
import { type OrderRow, toOrder } from '../orders/order-row.ts';
import { nothingIsAbout } from '../subjects/about-subjects.ts';
import { undoableTable } from '../undoable-table.ts';

type CustomerRow = {
  readonly id: string;
  readonly platform: string;
  readonly nick: string;
  readonly display_name: string | null;
  readonly is_masked: number;
  readonly note: string | null;
  readonly group_override: string | null;
};

type HistoryRow = {
  readonly orders: number;
  readonly paid_orders: number;
  readonly paid_fen: number;
  readonly last_paid_at_ms: number | null;
};

type RecentRow = {
  readonly total: number;
  readonly unpaid: number;
  readonly paid: number;
  readonly closed: number;
};

/** The part of a customer that an export knows. */
export type ImportedCustomer = Pick<Customer, 'id' | 'platform' | 'nick' | 'displayName' | 'isMasked'>;

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id as CustomerId,
    platform: Platform.parse(row.platform),
    nick: row.nick,
    displayName: row.display_name,
    isMasked: row.is_masked === 1,
    note: row.note,
    groupOverride: row.group_override === null ? null : CustomerGroup.parse(row.group_override),
  };
}

const LAST_ORDERS = 5;

export function createCustomerStore(db: WritableDb) {
  const select = db.prepare<[string], CustomerRow>('SELECT * FROM customers WHERE id = ?');
  const selectBeginning = db
    .prepare<[string, string, number], string>(/* sql */ `
      SELECT id FROM customers WHERE nick >= ? AND nick < ? AND +is_masked = 0 ORDER BY nick LIMIT ?`)
    .pluck();
  const selectHistory = db.prepare<[string], HistoryRow>(/* sql */ `
    SELECT count(*) AS orders,
      count(*) FILTER (WHERE status IN ('paid', 'shipped', 'completed')) AS paid_orders,
      coalesce(sum(coalesce(paid_fen, payable_fen)) FILTER (WHERE status IN ('paid', 'shipped', 'completed')), 0)
        AS paid_fen,
      max(paid_at_ms) FILTER (WHERE status IN ('paid', 'shipped', 'completed')) AS last_paid_at_ms
    FROM orders WHERE customer_id = ?`);
  const selectLast = db.prepare<[string, number], OrderRow>(/* sql */ `
    SELECT * FROM orders WHERE customer_id = ? ORDER BY placed_at_ms DESC LIMIT ?`);
  const selectRecent = db.prepare<[string, number], RecentRow>(/* sql */ `
    SELECT count(*) AS total,
      count(*) FILTER (WHERE status = 'unpaid') AS unpaid,
      count(*) FILTER (WHERE status IN ('paid', 'shipped', 'completed')) AS paid,
      count(*) FILTER (WHERE status = 'closed') AS closed
    FROM orders WHERE customer_id = ? AND placed_at_ms >= ?`);
  const insert = db.prepare<[string, string, string, string | null, number, number]>(/* sql */ `
    INSERT INTO customers (id, platform, nick, display_name, is_masked, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`);
  const fillDisplayName = db.prepare<[string, string]>(/* sql */ `
    UPDATE customers SET display_name = ? WHERE id = ? AND display_name IS NULL`);
  const setDisplayName = db.prepare<[string | null, string]>(
    'UPDATE customers SET display_name = ? WHERE id = ?',
  );
  const edit = db.prepare<[string | null, string | null, string]>(
    'UPDATE customers SET note = ?, group_override = ? WHERE id = ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM customers WHERE id = ?');
  const removeUnused = db.prepare<[string, number]>(/* sql */ `
    DELETE FROM customers WHERE id = ? AND note IS NULL AND group_override IS NULL
      AND (is_masked = 1 OR created_at_ms = ?)
      AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = customers.id)
      AND ${nothingIsAbout('customer', 'customers.id')}`);

  function get(id: CustomerId): Customer | undefined {
    const row = select.get(id);
    return row && toCustomer(row);
  }

  return {
    undoable: undoableTable({
      table: 'customers',
      recorded: Customer,
      guarded: ['note', 'groupOverride'],
      get: (id) => get(id as CustomerId),
      // Nicks and names are the imports' to say.
      save: ({ id, note, groupOverride }) => void edit.run(note, groupOverride, id),
      remove: (id) => void remove.run(id),
    }),
    get,
    /** By the beginning of the nick; a masked nick is that of one order, which is found by itself. */
    find: (text: string, atMost: number): CustomerId[] =>
      // The column holds ids of customers.
      selectBeginning.all(text, behindAllThatBeginWith(text), atMost) as CustomerId[],
    history(id: CustomerId): CustomerHistory {
      const row = selectHistory.get(id);
      return {
        orderCount: row?.orders ?? 0,
        paidOrderCount: row?.paid_orders ?? 0,
        paidFen: row?.paid_fen ?? 0,
        lastPaidAtMs: row?.last_paid_at_ms ?? null,
      };
    },
    /** The newest five, for the card. */
    lastOrders: (id: CustomerId): Order[] => selectLast.all(id, LAST_ORDERS).map(toOrder),
    recentOrders(id: CustomerId, sinceMs: number): RecentRow {
      return selectRecent.get(id, sinceMs) ?? { total: 0, unpaid: 0, paid: 0, closed: 0 };
    },
    edit(id: CustomerId, { note, groupOverride }: Pick<Customer, 'note' | 'groupOverride'>): boolean {
      return edit.run(note, groupOverride, id).changes > 0;
    },
    /** `'named'`: the customer was there and has got a display name now. */
    ensure(customer: ImportedCustomer, nowMs: number): 'added' | 'named' | 'known' {
      const { id, platform, nick, displayName, isMasked } = customer;
      const added = insert.run(id, platform, nick, displayName, isMasked ? 1 : 0, nowMs).changes > 0;
      if (added) return 'added';
      return displayName !== null && fillDisplayName.run(displayName, id).changes > 0 ? 'named' : 'known';
    },
    setDisplayName(id: CustomerId, displayName: string | null): void {
      setDisplayName.run(displayName, id);
    },
    /**
     * Removes a customer without an order, who was never edited and about whom nothing was written down: a masked one,
     * or one that came at `addedAtMs`.
     */
    removeIfUnused: (id: CustomerId, addedAtMs: number): boolean =>
      removeUnused.run(id, addedAtMs).changes > 0,
  };
}
