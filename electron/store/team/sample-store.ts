import type { ShopId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';
import { memoryOf } from './connection-memory.ts';

/**
 * Takes everything of a sample shop out of the store. Its activities stay, as all activities do; without their
 * orders they count in no report.
 */
export function createSampleStore(db: WritableDb) {
  const statements = [
    /* sql */ `DELETE FROM tasks WHERE shop_id = ?`,
    /* sql */ `DELETE FROM claims WHERE shop_id = ?`,
    /* sql */ `DELETE FROM disputes WHERE order_id IN (SELECT id FROM orders WHERE shop_id = ?)`,
    /* sql */ `DELETE FROM orders WHERE shop_id = ?`,
    /* sql */ `DELETE FROM import_runs WHERE shop_id = ?`,
    /* sql */ `DELETE FROM settings WHERE scope = ?`,
    /* sql */ `DELETE FROM shops WHERE id = ? AND is_sample = 1`,
  ].map((sql) => db.prepare<[string]>(sql));
  const selectCustomers = db.prepare<[string], { customer_id: string }>(
    'SELECT DISTINCT customer_id FROM orders WHERE shop_id = ? AND customer_id IS NOT NULL',
  );
  const deleteIfAlone = db.prepare<[string, string]>(/* sql */ `
    DELETE FROM customers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = ?)`);

  return {
    /** The caller runs it in a transaction, and only for a shop that is a sample. */
    removeShop(id: ShopId): void {
      const customers = selectCustomers.all(id);
      for (const statement of statements) statement.run(id);
      for (const { customer_id } of customers) deleteIfAlone.run(customer_id, customer_id);
      memoryOf(db).forget();
    },
  };
}
