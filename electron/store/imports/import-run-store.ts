import type { Activity } from '../../../shared/domain/activity.ts';
import type { AgentId, ImportRunId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { ImportRun } from '../../../shared/domain/import-run.ts';
import { type ActivityRow, toActivity } from '../activities/activity-row.ts';
import type { WritableDb } from '../connection.ts';
import { countingIds } from '../identity.ts';
import { type Fill, withoutIndexes } from '../without-indexes.ts';

type ImportRunRow = {
  readonly id: string;
  readonly shop_id: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly format: string;
  readonly agent_id: string | null;
  readonly at_ms: number;
  readonly rows_read: number;
  readonly rows_new: number;
  readonly rows_changed: number;
  readonly rows_unchanged: number;
  readonly rows_rejected: number;
  readonly undone_at_ms: number | null;
};

type RunActivityRow = ActivityRow & { readonly key: number };

/** What a run added: every order behind the key. */
export type ImportedOrders = {
  readonly runId: ImportRunId;
  readonly atMs: number;
  readonly afterKey: number;
};

type ImportedPage = ImportedOrders & {
  readonly fromKey: number;
  readonly toKey: number;
  readonly idPattern: string;
};

type BuiltOnRow = { readonly subject_id: string; readonly by_agent: number };

const PAGE = 1000;
/** Recorded at once; a tenth of a second, in which an agent may think better of it. */
const RECORDED_PAGE = 20_000;

function toRun(row: ImportRunRow): ImportRun {
  return {
    id: row.id as ImportRunId,
    shopId: row.shop_id as ShopId,
    fileName: row.file_name,
    sha256: row.sha256,
    format: row.format,
    agentId: row.agent_id as AgentId | null,
    atMs: row.at_ms,
    counts: {
      rows: row.rows_read,
      new: row.rows_new,
      changed: row.rows_changed,
      unchanged: row.rows_unchanged,
      rejected: row.rows_rejected,
    },
    undoneAtMs: row.undone_at_ms,
  };
}

/** A store that holds no more, such as the sample's, is filled for the first time. */
const FEW_ORDERS = 1000;
/** While orders are added they are looked up by their id, and customers by theirs; never by these. */
const FILLED_LATER = [
  'customers_by_nick',
  'orders_by_customer',
  'orders_by_time',
  'orders_by_shop_and_time',
  'orders_by_status',
  'orders_by_amount',
  'orders_by_tracking',
];

export function createImportRunStore(db: WritableDb) {
  const insert = db.prepare<(string | number | null)[]>(/* sql */ `
    INSERT INTO import_runs (id, shop_id, file_name, sha256, format, agent_id, at_ms,
      rows_read, rows_new, rows_changed, rows_unchanged, rows_rejected)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const select = db.prepare<[string], ImportRunRow>('SELECT * FROM import_runs WHERE id = ?');
  const selectLatest = db.prepare<[number], ImportRunRow>(
    'SELECT * FROM import_runs ORDER BY at_ms DESC LIMIT ?',
  );
  const selectByHash = db.prepare<[string], ImportRunRow>(/* sql */ `
    SELECT * FROM import_runs WHERE sha256 = ? AND undone_at_ms IS NULL ORDER BY at_ms DESC LIMIT 1`);
  const markUndone = db.prepare<[number, string]>('UPDATE import_runs SET undone_at_ms = ? WHERE id = ?');
  const selectActivities = db.prepare<[string, number, number], RunActivityRow>(/* sql */ `
    SELECT rowid AS key, * FROM activities WHERE import_run_id = ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`);
  const selectLastKey = db.prepare<[string], { key: number | null }>(
    'SELECT max(rowid) AS key FROM activities WHERE import_run_id = ?',
  );
  const selectLastOrder = db.prepare<[], { key: number | null }>('SELECT max(rowid) AS key FROM orders');
  // Many at once, or the activities of a first import would cost more than its orders. Their ids count up, so that the
  // index of the ids grows at its end.
  const insertImported = db.prepare<[ImportedPage]>(/* sql */ `
    INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, import_run_id, data)
    SELECT format(@idPattern, ((rowid - @afterKey) >> 12) & 4095, (rowid - @afterKey) & 4095),
      @atMs, 'order-imported', 'order', id, @runId, '{}'
    FROM orders WHERE rowid > @fromKey AND rowid <= @toKey ORDER BY rowid`);
  // Activities are only ever appended, so a later one has a larger rowid, whatever the clock said. One by the app
  // itself follows from an import or an agent's act and is counted there. The `+` keeps the planner from reading the
  // activities of all time instead of the few later ones.
  const selectBuiltOn = db.prepare<[number, string, string], BuiltOnRow>(/* sql */ `
    SELECT later.subject_id, max(later.import_run_id IS NULL) AS by_agent
    FROM activities AS later
    WHERE later.rowid > ? AND +later.subject_kind = 'order'
      AND ((later.import_run_id IS NULL AND later.agent_id IS NOT NULL) OR EXISTS (
        SELECT 1 FROM import_runs WHERE id = later.import_run_id AND id <> ? AND undone_at_ms IS NULL))
      AND EXISTS (SELECT 1 FROM activities AS own
        WHERE own.subject_kind = 'order' AND own.subject_id = later.subject_id AND +own.import_run_id = ?)
    GROUP BY later.subject_id`);

  const lastOrderKey = (): number => selectLastOrder.get()?.key ?? 0;

  return {
    add(run: ImportRun): void {
      const { counts } = run;
      insert.run(
        run.id,
        run.shopId,
        run.fileName,
        run.sha256,
        run.format,
        run.agentId,
        run.atMs,
        counts.rows,
        counts.new,
        counts.changed,
        counts.unchanged,
        counts.rejected,
      );
    },
    /** A new order gets a greater key; within one transaction nobody else adds any. */
    lastOrderKey,
    /** Adds orders behind the key; what they are not looked up by is built in the end where that is quicker. */
    addOrders<R>(afterKey: number, add: Fill<R>): R {
      return afterKey < FEW_ORDERS ? withoutIndexes(db, FILLED_LATER, add) : add.work();
    },
    /** Records each of the orders as imported by the run. */
    recordImported(added: ImportedOrders, beforeStep: () => void): void {
      const { atMs, afterKey } = added;
      const lastKey = lastOrderKey();
      const idPattern = countingIds(atMs);
      const work = () => {
        for (let fromKey = afterKey; fromKey < lastKey; fromKey += RECORDED_PAGE) {
          beforeStep();
          insertImported.run({ ...added, idPattern, fromKey, toKey: fromKey + RECORDED_PAGE });
        }
      };
      if (afterKey < FEW_ORDERS) withoutIndexes(db, ['activities_by_subject'], { work, beforeStep });
      else work();
    },
    get(id: ImportRunId): ImportRun | undefined {
      const row = select.get(id);
      return row && toRun(row);
    },
    listLatest: (limit: number): ImportRun[] => selectLatest.all(limit).map(toRun),
    /** The latest import of exactly this file that still counts. */
    findByHash(sha256: string): ImportRun | undefined {
      const row = selectByHash.get(sha256);
      return row && toRun(row);
    },
    markUndone(id: ImportRunId, atMs: number): void {
      markUndone.run(atMs, id);
    },
    pageOfActivities(id: ImportRunId, beforeKey: number): { key: number; activity: Activity }[] {
      return selectActivities
        .all(id, beforeKey, PAGE)
        .map((row) => ({ key: row.key, activity: toActivity(row) }));
    },
    listBuiltOn(id: ImportRunId): { orderId: OrderId; byAgent: boolean }[] {
      const lastKey = selectLastKey.get(id)?.key ?? Number.MAX_SAFE_INTEGER;
      return selectBuiltOn
        .all(lastKey, id, id)
        .map((row) => ({ orderId: row.subject_id as OrderId, byAgent: row.by_agent === 1 }));
    },
  };
}
