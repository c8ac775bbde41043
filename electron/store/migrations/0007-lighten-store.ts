import type { WritableDb } from '../connection.ts';
import { toExtraText } from '../orders/extra-text.ts';
import type { Migration } from './migration.ts';
import {
  hasRows,
  type Rebuild,
  rebuildTable,
  registerShortIds,
  replaced,
  tablesOf,
} from './rebuild-table.ts';

/**
 * The order and its run say that it was imported, so no activity says it once more. Ids are 22 characters in place of
 * 36, activities are kept in the order of theirs, and each order has a number that tells which run added it.
 */
export const lightenStore: Migration = {
  name: 'lighten store',
  rebuildsTables: true,
  up(db) {
    registerShortIds(db);
    db.function('short_extra', { deterministic: true }, (text) => toExtraText(JSON.parse(String(text))));
    db.exec(/* sql */ `
      ALTER TABLE import_runs ADD COLUMN first_order_key INTEGER;
      ALTER TABLE import_runs ADD COLUMN last_order_key INTEGER;
      ALTER TABLE import_runs ADD COLUMN activities_until TEXT;
    `);
    numberOrders(db);
    for (const table of tablesOf(db)) {
      if (table in REBUILDS || hasRows(db, table)) rebuildTable(db, table, REBUILDS[table]);
    }
    db.exec(/* sql */ `
      CREATE UNIQUE INDEX orders_by_no ON orders (no, shop_id);
      CREATE INDEX import_runs_by_order_key ON import_runs (first_order_key)
        WHERE first_order_key IS NOT NULL AND undone_at_ms IS NULL;
      DROP TABLE temp.added;
      DROP TABLE temp.places;
    `);
  },
};

/** Orders of one run get keys that follow one another, in the order in which they were added. */
function numberOrders(db: WritableDb): void {
  db.exec(/* sql */ `
    -- The activity by which each order came, where its run still counts. An order whose import was undone and that
    -- came again has several.
    CREATE TEMP TABLE added AS
    SELECT max(a.rowid) AS activity, o.rowid AS order_rowid, r.rowid AS run_rowid
    FROM activities a
    CROSS JOIN orders o ON o.id = a.subject_id
    CROSS JOIN import_runs r ON r.id = a.import_run_id AND r.undone_at_ms IS NULL
    WHERE a.kind = 'order-imported' AND a.subject_kind = 'order'
    GROUP BY o.rowid;
    CREATE UNIQUE INDEX temp.added_by_activity ON added (activity);
    CREATE UNIQUE INDEX temp.added_by_order ON added (order_rowid);

    CREATE TEMP TABLE places (key INTEGER PRIMARY KEY, order_rowid INTEGER NOT NULL, run_rowid INTEGER);
    INSERT INTO places (order_rowid, run_rowid)
    SELECT o.rowid, a.run_rowid FROM orders o LEFT JOIN added a ON a.order_rowid = o.rowid
    ORDER BY a.run_rowid, o.rowid;

    UPDATE import_runs SET first_order_key = range.first, last_order_key = range.last
    FROM (SELECT run_rowid, min(key) AS first, max(key) AS last FROM places GROUP BY run_rowid) AS range
    WHERE range.run_rowid = import_runs.rowid;
    UPDATE import_runs SET activities_until = (SELECT max(id) FROM activities WHERE import_run_id = import_runs.id);
  `);
}

/** What is the platform's or the customers' own text: an id-like number in it is not ours. */
const PLATFORM_TEXT = [
  'no platform_status close_reason after_sales_status customer_nick customer_display_name customer_alipay item_title',
  'sku merchant_code receiver_name receiver_mobile receiver_phone receiver_address customer_message memo memo_tag',
  'flag tracking_no carrier payment_no payment_detail chase_stop_reason extra status line_no title outer_code',
  'refund_status remark bundle_info product_no platform nick display_name note group_override',
].flatMap((names) => names.split(' '));

const REBUILDS: Readonly<Record<string, Rebuild>> = {
  orders: {
    change: (sql) =>
      replaced(
        sql,
        ['id TEXT PRIMARY KEY', 'key INTEGER PRIMARY KEY,\n        id TEXT NOT NULL UNIQUE'],
        [" CHECK (status IN ('unpaid', 'paid', 'shipped', 'completed', 'closed'))", ''],
        // An index of its own, so that an import can leave it out meanwhile.
        [',\n        UNIQUE (no, shop_id)', ''],
      ),
    values: { key: 'place.key', extra: 'short_extra(old.extra)' },
    from: 'FROM temp.places AS place CROSS JOIN main.orders AS old ON old.rowid = place.order_rowid ORDER BY place.key',
    keepsText: PLATFORM_TEXT,
  },
  order_items: { values: { extra: 'short_extra(old.extra)' }, keepsText: PLATFORM_TEXT },
  customers: { keepsText: PLATFORM_TEXT },
  activities: {
    // By their id they are in the order of time, and each index has the id at its end.
    change: (sql) =>
      `${replaced(sql, ['id TEXT PRIMARY KEY', 'id TEXT NOT NULL PRIMARY KEY'])}, WITHOUT ROWID`,
    from: 'FROM main.activities AS old WHERE old.rowid NOT IN (SELECT activity FROM temp.added) ORDER BY old.id',
  },
};
