import type { Migration } from './migration.ts';

/** A row about a part of an order says how that part stands; the order follows from all of them, whichever file brought them. */
export const keepPartsOfOrders: Migration = {
  name: 'keep parts of orders',
  // SQLite reads a strict table through for each column that it gets.
  work: 4,
  up(db) {
    for (const column of [
      'status TEXT',
      'platform_status TEXT',
      'close_reason TEXT',
      'goods_fen INTEGER',
      'postage_fen INTEGER',
      'ship_deadline_at_ms INTEGER',
      'shipped_at_ms INTEGER',
      'completed_at_ms INTEGER',
      'tracking_no TEXT',
      'carrier TEXT',
    ]) {
      db.exec(`ALTER TABLE order_items ADD COLUMN ${column}`);
    }
  },
};
