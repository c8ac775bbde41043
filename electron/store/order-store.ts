import type { CustomerId, OrderId } from '../../shared/domain/ids.ts';
import { Order } from '../../shared/domain/order.ts';
import type { WritableDb } from './connection.ts';
import { type OrderRow, orderColumn, toOrder } from './order-row.ts';

type OrderField = keyof Order;
type Bindable = string | number | null;
/** `run` of a statement whose parameters are counted at run time. */
type Writer = { run(values: readonly Bindable[]): unknown };

// The shape is the schema's, so the keys are exactly the fields.
const ORDER_FIELDS = Object.keys(Order.shape) as OrderField[];

/** What one statement can be made for is limited by what files look like; a hostile one must not fill the memory. */
const MAX_STATEMENTS = 500;

export type OrderStore = ReturnType<typeof createOrderStore>;

export function createOrderStore(db: WritableDb) {
  const select = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE id = ?');
  const selectByNo = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE no = ? ORDER BY shop_id');
  const selectNo = db.prepare<[string], { no: string }>('SELECT no FROM orders WHERE id = ?');
  const selectUnpaidOf = db.prepare<[string], { id: string }>(/* sql */ `
    SELECT id FROM orders WHERE customer_id = ? AND status IN ('unpaid', 'paid')`);
  const remove = db.prepare<[string]>('DELETE FROM orders WHERE id = ?');
  const removeTasks = db.prepare<[string]>(
    `DELETE FROM tasks WHERE subject_kind = 'order' AND subject_id = ?`,
  );
  const inserts = createWriters(db, insertSql);
  const updates = createWriters(db, updateSql);

  return {
    get(id: OrderId): Order | undefined {
      const row = select.get(id);
      return row && toOrder(row);
    },
    /** One number may stand in two shops. */
    findByNo: (no: string): Order[] => selectByNo.all(no).map(toOrder),
    noOf: (id: OrderId): string | undefined => selectNo.get(id)?.no,
    /** Orders whose tasks depend on what else the customer buys. */
    listOpenOf: (customerId: CustomerId): OrderId[] =>
      selectUnpaidOf.all(customerId).map((row) => row.id as OrderId),
    insert(order: Order): void {
      // Binding a value costs as much as storing it, and most columns of an order are empty.
      const values: Bindable[] = [];
      let filled = '';
      for (const field of ORDER_FIELDS) {
        const value = order[field];
        filled += value === null ? '0' : '1';
        if (value !== null) values.push(stored(value));
      }
      inserts.of(filled, () => ORDER_FIELDS.filter((field) => order[field] !== null)).run(values);
    },
    /** Writes the named fields of the order and nothing else. */
    update(order: Order, changed: readonly OrderField[]): void {
      const written = changed.includes('updatedAtMs') ? changed : [...changed, 'updatedAtMs' as const];
      updates
        .of(written.join(), () => written)
        .run([...written.map((field) => stored(order[field])), order.id]);
    },
    /** Its items and tasks go with it; its activities stay. */
    remove(id: OrderId): boolean {
      removeTasks.run(id);
      return remove.run(id).changes > 0;
    },
  };
}

function stored(value: Order[OrderField]): Bindable {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function insertSql(fields: readonly OrderField[]): string {
  const columns = fields.map(orderColumn).join(', ');
  return /* sql */ `INSERT INTO orders (${columns}) VALUES (${fields.map(() => '?').join(', ')})`;
}

function updateSql(fields: readonly OrderField[]): string {
  return /* sql */ `UPDATE orders SET ${fields.map((field) => `${orderColumn(field)} = ?`).join(', ')} WHERE id = ?`;
}

/** One prepared statement for each set of fields that is really written. */
function createWriters(db: WritableDb, sqlFor: (fields: readonly OrderField[]) => string) {
  const writers = new Map<string, Writer>();
  return {
    of(key: string, fields: () => readonly OrderField[]): Writer {
      const known = writers.get(key);
      if (known) return known;
      if (writers.size >= MAX_STATEMENTS) writers.clear();
      const writer = db.prepare<[readonly Bindable[]]>(sqlFor(fields()));
      writers.set(key, writer);
      return writer;
    },
  };
}
