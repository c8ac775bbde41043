import type { Migration } from './migration.ts';

/**
 * O4: an order whose file names no end has to be shipped some time after its payment. From now on a rule looks at every
 * paid order, so each one is live, and the tasks of the shops that have such orders are worked out when the program is
 * next at rest.
 */
export const shipByRule: Migration = {
  name: 'ship by rule',
  up(db) {
    db.exec(/* sql */ `
      CREATE INDEX orders_to_ship_by_rule ON orders (shop_id, paid_at_ms)
        WHERE status = 'paid' AND ship_deadline_at_ms IS NULL;
      UPDATE orders SET is_live = 1 WHERE status = 'paid' AND is_live = 0;
      INSERT INTO settings (scope, key, value)
        SELECT '', 'shopsToRefresh', json_group_object(id, json_object('token', 'ship by rule', 'doneUpTo', ''))
        FROM shops HAVING count(*) > 0
        ON CONFLICT (scope, key) DO UPDATE SET value = json_patch(value, excluded.value);
    `);
  },
};
