import type { Migration } from './migration.ts';

/**
 * O4: goods of 24 小时发货 have to be shipped sooner than before. The tasks of the shops that have paid orders without an
 * end of their own are worked out again when the program is next at rest.
 */
export const shipFastGoods: Migration = {
  name: 'ship fast goods',
  up(db) {
    db.exec(/* sql */ `
      INSERT INTO settings (scope, key, value)
        SELECT '', 'shopsToRefresh', json_group_object(id, json_object('token', 'ship fast goods', 'doneUpTo', ''))
        FROM shops HAVING count(*) > 0
        ON CONFLICT (scope, key) DO UPDATE SET value = json_patch(value, excluded.value);
    `);
  },
};
