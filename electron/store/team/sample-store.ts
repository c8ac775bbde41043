import type { ShopId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';
import { nothingIsAbout } from '../subjects/about-subjects.ts';
import { memoryOf } from './connection-memory.ts';

/**
 * Takes everything of a sample shop out of the store. Its activities stay, as all activities do; without their
 * orders they count in no report.
 */
export function createSampleStore(db: WritableDb) {
  const deleteSettings = db.prepare<[string]>('DELETE FROM settings WHERE scope = ?');
  const deleteShop = db.prepare<[string]>('DELETE FROM shops WHERE id = ? AND is_sample = 1');
  const deleteDisputes = db.prepare<[string]>(
    'DELETE FROM disputes WHERE order_id IN (SELECT id FROM orders WHERE shop_id = ?)',
  );
  const selectCustomers = db.prepare<[string], { customer_id: string }>(
    'SELECT DISTINCT customer_id FROM orders WHERE shop_id = ? AND customer_id IS NOT NULL',
  );
  const deleteIfAlone = db.prepare<[string, string]>(/* sql */ `
    DELETE FROM customers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = ?)
      AND ${nothingIsAbout('customer', 'customers.id')}`);

  return {
    /** The caller runs it in a transaction, and only for a shop that is a sample. */
    removeShop(id: ShopId): void {
      // The tables refer to one another as well; what counts is that nothing is left over in the end.
      db.pragma('defer_foreign_keys = ON');
      const customers = selectCustomers.all(id);
      deleteDisputes.run(id);
      for (const table of tablesOfShops(db)) db.prepare(`DELETE FROM ${table} WHERE shop_id = ?`).run(id);
      deleteSettings.run(id);
      deleteShop.run(id);
      for (const { customer_id } of customers) deleteIfAlone.run(customer_id, customer_id);
      memoryOf(db).forget();
    },
  };
}

/** Every table whose rows belong to a shop. Scripts do not go with it: the library has made them everybody's before. */
function tablesOfShops(db: WritableDb): string[] {
  return db
    .prepare<[], string>(/* sql */ `
      SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
      WHERE tables.type = 'table' AND keys."table" = 'shops' AND keys."from" = 'shop_id' AND tables.name <> 'scripts'
      ORDER BY tables.name`)
    .pluck()
    .all();
}
