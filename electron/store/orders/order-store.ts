import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { Order } from '../../../shared/domain/orders/order.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';
import { toExtraText } from './extra-text.ts';
import {
  type Bindable,
  ORDER_COLUMNS,
  type OrderRow,
  orderColumn,
  toOrder,
  toOrderValues,
} from './order-row.ts';

type OrderField = keyof Order;
/** `run` of a statement whose parameters are counted at run time. */
type Writer = { run(...values: readonly Bindable[]): unknown };

/**
 * Files differ in their sets of columns, and each set has a statement; a hostile file must not fill the memory with
 * them.
 */
const MAX_STATEMENTS = 500;

/** So many are exact in a number. */
const BITS = 53;
/** The fields of an order that the change log keeps. */
const RecordedOrder = Order.omit({ updatedAtMs: true });

export type OrderStore = ReturnType<typeof createOrderStore>;

export function createOrderStore(db: WritableDb) {
  const select = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE id = ?');
  const selectByNo = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE no = ? ORDER BY shop_id');
  // A preview hides the orders behind a temporary table.
  const selectAnyOf = db
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM main.orders WHERE shop_id = ?)')
    .pluck();
  const selectNo = db.prepare<[string], { no: string }>('SELECT no FROM orders WHERE id = ?');
  const selectUnpaidOf = db.prepare<[string], { id: string }>(/* sql */ `
    SELECT id FROM orders WHERE customer_id = ? AND status IN ('unpaid', 'paid')`);
  const selectNewestOf = db.prepare<[string, number], OrderRow>(/* sql */ `
    SELECT * FROM orders WHERE customer_id = ? ORDER BY placed_at_ms DESC LIMIT ?`);
  const remove = db.prepare<[string]>('DELETE FROM orders WHERE id = ?');
  const removeTasks = db.prepare<[string]>(
    `DELETE FROM tasks WHERE subject_kind = 'order' AND subject_id = ?`,
  );
  requireBitForEach(ORDER_COLUMNS);
  const inserts = createWriters(db, insertSql);
  const updates = createWriters(db, updateSql);

  function get(id: OrderId): Order | undefined {
    const row = select.get(id);
    return row && toOrder(row);
  }

  /** Writes the named fields of the order and nothing else. */
  function update(order: Order, changed: readonly OrderField[]): void {
    const written = changed.includes('updatedAtMs') ? changed : [...changed, 'updatedAtMs' as const];
    updates
      .of(written.join(), () => written.map(orderColumn))
      .run(...written.map((field) => stored(order[field])), order.id);
  }

  /** Its items and tasks go with it; its activities stay. */
  function removeOrder(id: OrderId): boolean {
    removeTasks.run(id);
    return remove.run(id).changes > 0;
  }

  return {
    undoable: undoableTable({
      table: 'orders',
      recorded: RecordedOrder,
      // Agents decide these about an order; imports may go on with the rest.
      guarded: ['agreedPayAtMs', 'chaseStoppedAtMs', 'closesAtMs'],
      get: (id) => get(id as OrderId),
      save: (order, { fields, nowMs }) =>
        // The fields were those of an order when they were recorded.
        update({ ...order, updatedAtMs: nowMs }, Object.keys(fields) as OrderField[]),
      remove: (id) => void removeOrder(id as OrderId),
    }),
    get,
    hasAnyOf: (shopId: ShopId): boolean => selectAnyOf.get(shopId) === 1,
    /** One number may stand in two shops. */
    findByNo: (no: string): Order[] => selectByNo.all(no).map(toOrder),
    noOf: (id: OrderId): string | undefined => selectNo.get(id)?.no,
    /** Orders whose tasks depend on what else the customer buys. */
    listOpenOf: (customerId: CustomerId): OrderId[] =>
      selectUnpaidOf.all(customerId).map((row) => row.id as OrderId),
    listNewestOf: (customerId: CustomerId, atMost: number): Order[] =>
      selectNewestOf.all(customerId, atMost).map(toOrder),
    insert(order: Order): void {
      const all = toOrderValues(order);
      // Binding a value costs as much as storing it, and most columns of an order are empty.
      const values: Bindable[] = [];
      // One bit for each column.
      let filled = 0;
      for (const value of all) {
        filled = filled * 2 + (value === null ? 0 : 1);
        if (value !== null) values.push(value);
      }
      inserts.of(filled, () => filledColumns(all)).run(...values);
    },
    update,
    remove: removeOrder,
  };
}

/** With more columns than a number has bits, orders that fill other columns would share one insert. */
export function requireBitForEach(columns: readonly string[]): void {
  if (columns.length > BITS) throw new Error(`${columns.length} columns do not fit into ${BITS} bits`);
}

function stored(value: Order[OrderField]): Bindable {
  // Only what is kept as extra is an object.
  return typeof value === 'object' && value !== null ? toExtraText(value) : value;
}

function filledColumns(values: readonly Bindable[]): string[] {
  return ORDER_COLUMNS.filter((_column, at) => values[at] !== null);
}

function insertSql(columns: readonly string[]): string {
  return /* sql */ `INSERT INTO orders (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function updateSql(columns: readonly string[]): string {
  return /* sql */ `UPDATE orders SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
}

/** One prepared statement for each set of columns that is really written. */
function createWriters(db: WritableDb, sqlFor: (columns: readonly string[]) => string) {
  const writers = new Map<string | number, Writer>();
  return {
    of(key: string | number, columns: () => readonly string[]): Writer {
      const known = writers.get(key);
      if (known) return known;
      if (writers.size >= MAX_STATEMENTS) writers.clear();
      const writer = db.prepare<Bindable[]>(sqlFor(columns()));
      writers.set(key, writer);
      return writer;
    },
  };
}
