import type { Migration } from './migration.ts';

/** The list of orders shows what has to be shipped today; the few that are not shipped yet stand in this index. */
export const listOrdersToShip: Migration = {
  name: 'list orders to ship',
  up(db) {
    db.exec(/* sql */ `
      CREATE INDEX orders_to_ship ON orders (ship_deadline_at_ms)
        WHERE status = 'paid' AND ship_deadline_at_ms IS NOT NULL;
    `);
  },
};
