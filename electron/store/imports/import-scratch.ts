import type { OrderId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';
import { createOrderItemStore, type OrderItemStore } from '../orders/order-item-store.ts';
import { ORDER_COLUMNS } from '../orders/order-row.ts';
import { createOrderStore, type OrderStore } from '../orders/order-store.ts';

type SchemaRow = { readonly sql: string };

const TABLES = ['orders', 'order_items'] as const;

export type ImportScratch = {
  readonly orders: OrderStore;
  readonly items: OrderItemStore;
  readonly rows: ScratchRows;
};

type ScratchRows = ReturnType<typeof createScratchRows>;

/**
 * Runs `work` on stores whose writes no other connection sees and which are thrown away afterwards. Temporary tables
 * hide the real ones, so only those are written, and a preview never holds the lock that an agent's click waits for.
 * `openForJob` keeps those of a large file out of the memory; to set that here would drop all others of the connection.
 */
export function withImportScratch<R>(db: WritableDb, work: (scratch: ImportScratch) => R): R {
  const run = db.transaction(() => {
    for (const table of TABLES) createShadow(db, table);
    try {
      return work(createScratchStores(db));
    } finally {
      for (const table of TABLES) db.exec(`DROP TABLE temp.${table}`);
      db.exec('DROP TABLE temp.scratch_rows');
    }
  });
  return run();
}

/** Records of any other kind, as text: what a preview has tried out with them. */
function createScratchRows(db: WritableDb) {
  db.exec(
    'CREATE TEMP TABLE scratch_rows (kind TEXT, id TEXT, record TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID',
  );
  const select = db
    .prepare<[string, string], string>('SELECT record FROM temp.scratch_rows WHERE kind = ? AND id = ?')
    .pluck();
  const put = db.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO temp.scratch_rows (kind, id, record) VALUES (?, ?, ?)',
  );
  return {
    get: (kind: string, id: string): string | undefined => select.get(kind, id),
    put: (kind: string, id: string, record: string): void => void put.run(kind, id, record),
  };
}

/** A statement sees the temporary tables only when it is prepared after them. */
function createScratchStores(db: WritableDb): ImportScratch {
  const orders = createOrderStore(db);
  const hydrate = createHydrate(db);
  return {
    orders: {
      ...orders,
      get(id) {
        hydrate(id);
        return orders.get(id);
      },
    },
    items: createOrderItemStore(db),
    rows: createScratchRows(db),
  };
}

function createShadow(db: WritableDb, table: string): void {
  const row = db
    .prepare<[string], SchemaRow>(`SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`)
    .get(table);
  if (!row) throw new Error(`No table ${table}`);
  const sql = row.sql
    .replace(/^CREATE TABLE/i, 'CREATE TEMP TABLE')
    // The scratch lacks the tables that the references point to.
    .replace(/\s+REFERENCES\s+\w+\s*\([^)]*\)(\s+ON DELETE CASCADE)?/gi, '');
  db.exec(sql);
}

/** Brings what the store knows of an order into the scratch. */
function createHydrate(db: WritableDb): (id: OrderId) => void {
  // Without its key: an order of the preview may have that number.
  const columns = ORDER_COLUMNS.join(', ');
  const copyOrder = db.prepare<[string]>(
    `INSERT OR IGNORE INTO temp.orders (${columns}) SELECT ${columns} FROM main.orders WHERE id = ?`,
  );
  const copyItems = db.prepare<[string]>(
    'INSERT INTO temp.order_items SELECT * FROM main.order_items WHERE order_id = ?',
  );
  return (id) => {
    // Once only: what the preview has changed since must not come back.
    if (copyOrder.run(id).changes > 0) copyItems.run(id);
  };
}
