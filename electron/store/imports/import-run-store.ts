import type { Activity } from '../../../shared/domain/activities/activity.ts';
import type { ActivityId, AgentId, ImportRunId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { CoveredSpan, ImportRun } from '../../../shared/domain/import-run.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { type ActivityRow, toActivity } from '../activities/activity-row.ts';
import type { WritableDb } from '../connection.ts';
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

/** Facts of a run that only this PC knows. */
export type LocalFacts = {
  /** The run added the orders behind this key. */
  readonly afterKey: number;
  /** When the platform wrote the file, where that is known. */
  readonly writtenAtMs: number | null;
  /** The time of which the file has shown everything, where its kind says so. */
  readonly covers: CoveredSpan | null;
};

/** The time that one import has shown, and when its file was written at the latest. */
export type Covered = CoveredSpan & { readonly writtenAtMs: number };

type AddedRow = { readonly key: number; readonly id: string };

type BuiltOnRow = { readonly subject_id: string; readonly by_agent: number };

const PAGE = 1000;
/** Weeks of imports: a shop without any of these has data that nobody works with. */
const RUNS_LOOKED_AT = 500;
/** No id sorts behind it. */
const LAST_OF_ALL = '~';

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
  'orders_by_no',
  'orders_by_customer',
  'orders_by_time',
  'orders_by_shop_and_time',
  'orders_by_status',
  'orders_by_amount',
  'orders_by_tracking',
  'orders_by_no_tail',
  'orders_by_mobile_tail',
  'orders_by_phone_tail',
  'orders_by_tracking_tail',
  'orders_by_receiver',
  'orders_to_ship',
];

export function createImportRunStore(db: WritableDb) {
  const insert = db.prepare<(string | number | null)[]>(/* sql */ `
    INSERT INTO import_runs (id, shop_id, file_name, sha256, format, agent_id, at_ms,
      rows_read, rows_new, rows_changed, rows_unchanged, rows_rejected, first_order_key, last_order_key, written_at_ms,
      covers_from_ms, covers_until_ms, activities_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT max(id) FROM activities))`);
  const select = db.prepare<[string], ImportRunRow>('SELECT * FROM import_runs WHERE id = ?');
  const selectLatest = db.prepare<[number], ImportRunRow>(
    'SELECT * FROM import_runs ORDER BY at_ms DESC LIMIT ?',
  );
  const selectByHash = db.prepare<[string], ImportRunRow>(/* sql */ `
    SELECT * FROM import_runs WHERE sha256 = ? AND undone_at_ms IS NULL ORDER BY at_ms DESC LIMIT 1`);
  const markUndone = db.prepare<[number, string]>('UPDATE import_runs SET undone_at_ms = ? WHERE id = ?');
  const selectActivities = db.prepare<[string, string, number], ActivityRow>(/* sql */ `
    SELECT * FROM activities WHERE import_run_id = ? AND id < ? ORDER BY id DESC LIMIT ?`);
  const selectTold = db.prepare<[string], SubjectRef>(/* sql */ `
    SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM activities WHERE import_run_id = ?`);
  const selectAdded = db.prepare<[string, number, number], AddedRow>(/* sql */ `
    SELECT o.key, o.id FROM import_runs r
    CROSS JOIN orders o ON o.key >= r.first_order_key AND o.key <= r.last_order_key
    WHERE r.id = ? AND o.key < ? ORDER BY o.key DESC LIMIT ?`);
  const selectLastOrder = db.prepare<[], { key: number | null }>('SELECT max(key) AS key FROM orders');
  // An activity gets an id behind all that there are, so a later one has a greater id, whatever the clock said. One by
  // the app itself follows from an import or an agent's act and is counted there.
  const selectBuiltOn = db.prepare<[{ id: string; subjectKind: string }], BuiltOnRow>(/* sql */ `
    SELECT later.subject_id, max(later.import_run_id IS NULL) AS by_agent
    FROM import_runs AS run
    CROSS JOIN activities AS later ON later.id > coalesce(run.activities_until, run.id)
    WHERE run.id = @id AND +later.subject_kind = @subjectKind
      AND ((later.import_run_id IS NULL AND later.agent_id IS NOT NULL) OR EXISTS (
        SELECT 1 FROM import_runs WHERE id = later.import_run_id AND id <> @id AND undone_at_ms IS NULL))
      AND (EXISTS (SELECT 1 FROM orders AS added
          WHERE added.id = later.subject_id AND added.key >= run.first_order_key AND added.key <= run.last_order_key)
        OR EXISTS (SELECT 1 FROM activities AS own
          WHERE own.subject_kind = later.subject_kind AND own.subject_id = later.subject_id AND +own.import_run_id = @id))
    GROUP BY later.subject_id`);
  /** A case names several subjects, and is an activity of one of them alone; these of them the run has brought. */
  const selectLinked = db.prepare<[{ id: string; subjectKind: string }], string>(/* sql */ `
    SELECT DISTINCT link.subject_id
    FROM import_runs AS run
    CROSS JOIN case_links AS link ON link.subject_kind = @subjectKind
    WHERE run.id = @id
      AND (EXISTS (SELECT 1 FROM orders AS added
          WHERE added.id = link.subject_id AND added.key >= run.first_order_key AND added.key <= run.last_order_key)
        OR EXISTS (SELECT 1 FROM activities AS own, json_each(own.data, '$.changes') AS change
          WHERE own.subject_kind = link.subject_kind AND own.subject_id = link.subject_id AND +own.import_run_id = @id
            AND change.value ->> 'id' = link.subject_id AND change.value ->> 'before' IS NULL))`);

  const selectCovered = db.prepare<[string, string], Covered>(/* sql */ `
    SELECT covers_from_ms AS fromMs, covers_until_ms AS untilMs, coalesce(written_at_ms, at_ms) AS writtenAtMs
    FROM import_runs
    WHERE shop_id = ? AND format IN (SELECT value FROM json_each(?)) AND covers_from_ms IS NOT NULL
      AND undone_at_ms IS NULL`);

  const selectDataAges = db.prepare<[number, string], { shopId: ShopId; asOfMs: number }>(/* sql */ `
    SELECT shop_id AS shopId, max(min(coalesce(written_at_ms, at_ms), at_ms)) AS asOfMs
    FROM (SELECT * FROM import_runs ORDER BY at_ms DESC LIMIT ?)
    WHERE undone_at_ms IS NULL AND format IN (SELECT value FROM json_each(?))
    GROUP BY shop_id`);

  const lastOrderKey = (): number => selectLastOrder.get()?.key ?? 0;

  return {
    /** In the end of its transaction: what happens afterwards is built on it. */
    add(run: ImportRun, { afterKey, writtenAtMs, covers }: LocalFacts): void {
      const { counts } = run;
      const lastKey = lastOrderKey();
      const isAdding = lastKey > afterKey;
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
        isAdding ? afterKey + 1 : null,
        isAdding ? lastKey : null,
        writtenAtMs,
        covers?.fromMs ?? null,
        covers?.untilMs ?? null,
      );
    },
    /** A new order gets a greater key; within one transaction no other connection adds any. */
    lastOrderKey,
    /** Adds orders behind the key; what they are not looked up by is built in the end where that is quicker. */
    addOrders<R>(afterKey: number, add: Fill<R>): R {
      return afterKey < FEW_ORDERS ? withoutIndexes(db, FILLED_LATER, add) : add.work();
    },
    get(id: ImportRunId): ImportRun | undefined {
      const row = select.get(id);
      return row && toRun(row);
    },
    listLatest: (limit: number): ImportRun[] => selectLatest.all(limit).map(toRun),
    /** For each shop when the newest file in these formats was written; a PC's clock dates none later than its import. */
    dataAges: (formats: readonly string[]) => selectDataAges.all(RUNS_LOOKED_AT, JSON.stringify(formats)),
    /** The latest import of exactly this file that still counts. */
    findByHash(sha256: string): ImportRun | undefined {
      const row = selectByHash.get(sha256);
      return row && toRun(row);
    },
    markUndone(id: ImportRunId, atMs: number): void {
      markUndone.run(atMs, id);
    },
    /** The activities of the run, the latest first; `before` is the last one that was seen. */
    pageOfActivities(id: ImportRunId, before?: ActivityId): Activity[] {
      return selectActivities.all(id, before ?? LAST_OF_ALL, PAGE).map(toActivity);
    },
    listTold: (id: ImportRunId): SubjectRef[] => selectTold.all(id),
    /** The orders that the run added and that are still there, the latest first. */
    pageOfAdded(id: ImportRunId, beforeKey: number): { key: number; orderId: OrderId }[] {
      return selectAdded
        .all(id, beforeKey, PAGE)
        .map((row) => ({ key: row.key, orderId: row.id as OrderId }));
    },
    /** The times that the imports of the shop in these formats have shown whole. */
    listCovered: (shopId: ShopId, formats: readonly string[]): Covered[] =>
      selectCovered.all(shopId, JSON.stringify(formats)),
    listBuiltOn(id: ImportRunId, subjectKind: string): { subjectId: string; byAgent: boolean }[] {
      const built = new Map(
        selectBuiltOn.all({ id, subjectKind }).map((row) => [row.subject_id, row.by_agent === 1]),
      );
      for (const subjectId of selectLinked.pluck().all({ id, subjectKind })) built.set(subjectId, true);
      return [...built].map(([subjectId, byAgent]) => ({ subjectId, byAgent }));
    },
  };
}
