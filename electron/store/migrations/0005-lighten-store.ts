import type { WritableDb } from '../connection.ts';
import { toExtraText } from '../orders/extra-text.ts';
import type { Migration } from './migration.ts';
import { type Rebuild, rebuildTable, registerShortIds, replaced, tablesOf, workOf } from './rebuild-table.ts';

/**
 * The order and its run say that it was imported, so no activity says it once more. Ids are 22 characters in place of
 * 36, activities are kept in the order of theirs, and each order has a number that tells which run added it. What two
 * PCs can both do no longer fails in the database: names are unique by the services' word, lists are open.
 */
export const lightenStore: Migration = {
  name: 'lighten store',
  work: 60,
  rebuildsTables: true,
  up(db, onProgress) {
    registerShortIds(db);
    db.function('short_extra', { deterministic: true }, (text) => toExtraText(JSON.parse(String(text))));
    db.exec(/* sql */ `
      -- What this PC alone knows: which orders the run added, and the last activity before its end.
      ALTER TABLE import_runs ADD COLUMN first_order_key INTEGER;
      ALTER TABLE import_runs ADD COLUMN last_order_key INTEGER;
      ALTER TABLE import_runs ADD COLUMN activities_until TEXT;
      -- When the platform wrote the file, as far as the disk knew.
      ALTER TABLE import_runs ADD COLUMN written_at_ms INTEGER;
      ALTER TABLE activities ADD COLUMN shop_id TEXT;
    `);
    numberOrders(db);
    takeCountsOut(db);
    const tables = tablesOf(db);
    // Activities look up what they are about.
    const onRows = measuring(db, tables, onProgress);
    for (const table of tables) if (table !== 'activities') rebuild(db, table, onRows);
    rebuild(db, 'activities', onRows);
    db.exec(/* sql */ `
      CREATE UNIQUE INDEX orders_by_no ON orders (no, shop_id);
      CREATE INDEX import_runs_by_order_key ON import_runs (first_order_key)
        WHERE first_order_key IS NOT NULL AND undone_at_ms IS NULL;
      CREATE INDEX agents_by_name ON agents (name);
      CREATE INDEX shops_by_name ON shops (platform, name);
      DROP INDEX scripts_by_code;
      CREATE INDEX scripts_by_code ON scripts (code, coalesce(agent_id, shop_id, '')) WHERE archived_at_ms IS NULL;
      DROP INDEX script_pictures_by_name;
      CREATE INDEX script_pictures_by_name ON script_pictures (name) WHERE removed_at_ms IS NULL;
      DROP TABLE temp.added;
      DROP TABLE temp.places;
    `);
  },
};

/** A list that may grow is held by its schema in `shared/domain` and by `verify`; tasks have their own migration. */
function withOpenLists(sql: string): string {
  return sql.replaceAll(/\s+CHECK \(\w+ IN \('[^()]*'\)\)/g, '');
}

function rebuild(db: WritableDb, table: string, onRows: (rows: number) => void): void {
  const { change = (sql: string) => sql, ...rest } = REBUILDS[table] ?? {};
  const open = table === 'tasks' ? change : (sql: string) => withOpenLists(change(sql));
  rebuildTable(db, table, { ...rest, change: open, onRows });
}

function measuring(db: WritableDb, tables: readonly string[], onProgress: (share: number) => void) {
  const total = tables.reduce((sum, table) => sum + workOf(db, table), 0);
  let done = 0;
  return (rows: number): void => {
    done += rows;
    if (total > 0) onProgress(Math.min(1, done / total));
  };
}

/** Counts follow from the uses, of which every PC has its own part; a number in the script itself could not be joined. */
function takeCountsOut(db: WritableDb): void {
  db.exec(/* sql */ `
    CREATE TABLE script_use_counts (
      script_id TEXT PRIMARY KEY REFERENCES scripts (id) ON DELETE CASCADE,
      use_count INTEGER NOT NULL,
      last_used_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO script_use_counts SELECT id, use_count, last_used_at_ms FROM scripts WHERE last_used_at_ms IS NOT NULL;
    ALTER TABLE scripts DROP COLUMN use_count;
    ALTER TABLE scripts DROP COLUMN last_used_at_ms;
  `);
}

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

/** Columns with the platform's or the customers' own text: an id-like number in them is not ours. */
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
        // An index of its own, so that an import can leave it out meanwhile.
        [',\n        UNIQUE (no, shop_id)', ''],
      ),
    values: { key: 'place.key', extra: 'short_extra(old.extra)' },
    from: {
      sql: 'FROM temp.places AS place CROSS JOIN main.orders AS old ON old.rowid = place.order_rowid',
      key: 'place.key',
    },
    keepsText: PLATFORM_TEXT,
  },
  shops: { change: (sql) => replaced(sql, [',\n        UNIQUE (platform, name)', '']) },
  agents: { change: (sql) => replaced(sql, ['name TEXT NOT NULL UNIQUE', 'name TEXT NOT NULL']) },
  order_items: { values: { extra: 'short_extra(old.extra)' }, keepsText: PLATFORM_TEXT },
  customers: { keepsText: PLATFORM_TEXT },
  activities: {
    values: {
      shop_id: /* sql */ `CASE old.subject_kind
        WHEN 'order' THEN (SELECT shop_id FROM main.orders WHERE id = short_ids(old.subject_id))
        WHEN 'script' THEN (SELECT shop_id FROM main.scripts WHERE id = short_ids(old.subject_id))
        WHEN 'shop' THEN old.subject_id END`,
    },
    // By their id they are in the order of time, and each index has the id at its end.
    change: (sql) =>
      `${replaced(sql, ['id TEXT PRIMARY KEY', 'id TEXT NOT NULL PRIMARY KEY'])}, WITHOUT ROWID`,
    from: {
      sql: 'FROM main.activities AS old WHERE old.rowid NOT IN (SELECT activity FROM temp.added) ORDER BY old.id',
      key: null,
    },
  },
};
