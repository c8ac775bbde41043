import type { OrderId } from '../../shared/domain/ids.ts';
import type { WritableDb } from './connection.ts';

type SchemaRow = { readonly sql: string };

const TABLES = ['orders', 'order_items'] as const;

/** Brings what the store knows of the order into the scratch tables; call it before the order is looked at. */
export type Hydrate = (id: OrderId) => void;

/**
 * Runs `work` while temporary tables named `orders` and `order_items` hide the real ones, and throws them away
 * afterwards. Statements must be prepared inside `work` to see them. Only the temporary tables are written, so a
 * preview never holds the lock that an agent's click waits for.
 */
export function withImportScratch<R>(db: WritableDb, work: (hydrate: Hydrate) => R): R {
  if (!db.inTransaction) db.pragma('temp_store = FILE');
  const run = db.transaction(() => {
    for (const table of TABLES) createShadow(db, table);
    try {
      return work(createHydrate(db));
    } finally {
      for (const table of TABLES) db.exec(`DROP TABLE temp.${table}`);
    }
  });
  return run();
}

function createShadow(db: WritableDb, table: string): void {
  const row = db
    .prepare<[string], SchemaRow>(`SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`)
    .get(table);
  if (!row) throw new Error(`No table ${table}`);
  const sql = row.sql
    .replace(/^CREATE TABLE/i, 'CREATE TEMP TABLE')
    // What the tables point to is not in the scratch.
    .replace(/\s+REFERENCES\s+\w+\s*\([^)]*\)(\s+ON DELETE CASCADE)?/gi, '');
  db.exec(sql);
}

function createHydrate(db: WritableDb): Hydrate {
  const copyOrder = db.prepare<[string]>(
    'INSERT OR IGNORE INTO temp.orders SELECT * FROM main.orders WHERE id = ?',
  );
  const copyItems = db.prepare<[string]>(
    'INSERT INTO temp.order_items SELECT * FROM main.order_items WHERE order_id = ?',
  );
  return (id) => {
    // Once only: what the preview has changed since must not come back.
    if (copyOrder.run(id).changes > 0) copyItems.run(id);
  };
}
