import type { OrderStatus } from '../../shared/domain/order.ts';
import { TASK_KINDS, type TaskKind } from '../../shared/domain/task.ts';
import {
  QUEUE_BUCKETS,
  type QueueBucket,
  type QueueCounts,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
} from '../../shared/ipc/contract/task-contract.ts';
import { startOfBeijingDay } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY, HOUR } from '../../shared/time/durations.ts';
import type { ReadableDb } from './connection.ts';
import { type TaskRow, toTask } from './task-row.ts';

export type QueueQuery = QueueFilter & {
  readonly sort: 'time' | 'money';
  readonly offset: number;
  readonly limit: number;
  readonly nowMs: EpochMs;
};

type Parameters = {
  readonly nowMs: EpochMs;
  readonly soonMs: EpochMs;
  readonly endOfDayMs: EpochMs;
  readonly shopId: string | null;
  readonly kind: string | null;
  readonly owner: string | null;
  /** JSON of the subjects that were searched for; `null` when nothing was. */
  readonly subjects: string | null;
};
type PageParameters = Parameters & { readonly offset: number; readonly limit: number };

type ShownRow = TaskRow & {
  readonly order_no: string | null;
  readonly customer_nick: string | null;
  readonly shop_name: string;
  readonly item_title: string | null;
  readonly order_status: OrderStatus | null;
  readonly owner_name: string | null;
};

const IS_USEFUL = '(t.expires_at_ms IS NULL OR t.expires_at_ms > @nowMs)';

/** What is in a bucket, among the tasks that are open or snoozed. */
const IN_BUCKET = {
  now: `t.attention_at_ms <= @nowMs AND ${IS_USEFUL}`,
  soon: `t.attention_at_ms > @nowMs AND t.attention_at_ms <= @soonMs AND ${IS_USEFUL}`,
  today: `t.attention_at_ms < @endOfDayMs AND ${IS_USEFUL}`,
  all: 'TRUE',
  snoozed: `t.state = 'snoozed'`,
  missed: `t.attention_at_ms <= @nowMs AND t.expires_at_ms <= @nowMs`,
} as const satisfies Record<QueueBucket, string>;

// The words of the partial indexes, so that SQLite sees that they fit.
const TO_DO = `t.state IN ('open', 'snoozed')`;
// Equals come as they lie in the index, which is the same for every page.
const ORDER_BY = {
  time: 't.attention_at_ms, t.amount_at_risk_fen DESC',
  money: 't.amount_at_risk_fen DESC, t.attention_at_ms',
} as const;

/**
 * Where the page is read from. Ranked by money, a bucket that is a span of time is read as that span and sorted: by
 * amount one would pass every task to find the few that are due.
 */
const indexFor = (bucket: QueueBucket, sort: 'time' | 'money') =>
  sort === 'money' && (bucket === 'all' || bucket === 'snoozed') ? 'tasks_by_amount' : 'tasks_by_attention';

const FITS = /* sql */ `(@shopId IS NULL OR t.shop_id = @shopId)
  AND (@owner IS NULL OR t.owner_id IS iif(@owner = 'unowned', NULL, @owner))
  AND (@subjects IS NULL OR t.subject_id IN (SELECT value FROM json_each(@subjects)))`;
const FITS_KIND = '(@kind IS NULL OR t.kind = @kind)';

// Names are joined to the rows of the page only: to skip 10 000 tasks must not cost 10 000 look-ups of orders.
const pageSql = (bucket: QueueBucket, sort: 'time' | 'money') => /* sql */ `
  SELECT t.rowid AS task_rowid FROM tasks t INDEXED BY ${indexFor(bucket, sort)}
  WHERE ${TO_DO} AND ${IN_BUCKET[bucket]} AND ${FITS} AND ${FITS_KIND}
  ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`;

const SHOWN_SQL = /* sql */ `
  SELECT t.*, o.no AS order_no, coalesce(c.nick, o.customer_nick) AS customer_nick, s.name AS shop_name,
    o.item_title, o.status AS order_status, a.name AS owner_name
  FROM json_each(?) AS page CROSS JOIN tasks t ON t.rowid = page.value CROSS JOIN shops s ON s.id = t.shop_id
  LEFT JOIN orders o ON t.subject_kind = 'order' AND o.id = t.subject_id
  LEFT JOIN customers c ON c.id = iif(t.subject_kind = 'order', o.customer_id, t.subject_id)
  LEFT JOIN agents a ON a.id = t.owner_id
  ORDER BY page.key`;

const fromToDo = (index: string) => /* sql */ `FROM tasks t INDEXED BY ${index} WHERE ${TO_DO} AND ${FITS}`;
const FROM_TO_DO = fromToDo('tasks_by_attention');

// One pass without groups: to group 10 000 tasks costs more than to count them six times over.
const COUNT_SQL = /* sql */ `
  SELECT ${QUEUE_BUCKETS.map((each) => `count(*) FILTER (WHERE ${IN_BUCKET[each]}) AS "${each}"`).join(', ')}
  ${FROM_TO_DO} AND ${FITS_KIND}`;

const kindsSql = (bucket: QueueBucket) => /* sql */ `
  SELECT ${TASK_KINDS.map((kind) => `count(*) FILTER (WHERE t.kind = '${kind}') AS "${kind}"`).join(', ')}
  ${FROM_TO_DO} AND ${IN_BUCKET[bucket]}`;

// An order can be lost once only, however many tasks it has. Its tasks lie side by side in the index.
const amountSql = (bucket: QueueBucket) => /* sql */ `
  SELECT coalesce(sum(amount), 0) AS amount FROM (SELECT max(t.amount_at_risk_fen) AS amount
    ${fromToDo('tasks_by_open_subject')} AND ${IN_BUCKET[bucket]} AND ${FITS_KIND} GROUP BY t.subject_id)`;

const totalSql = (bucket: QueueBucket) => /* sql */ `
  SELECT count(*) AS total ${FROM_TO_DO} AND ${IN_BUCKET[bucket]} AND ${FITS_KIND}`;

// An order has several tasks, so each is looked at once; its customer and its items only where it does not name them
// itself.
const SEARCH_SQL = /* sql */ `
  WITH subjects AS MATERIALIZED (SELECT DISTINCT t.subject_id, t.subject_kind
    FROM tasks t INDEXED BY tasks_by_open_subject WHERE ${TO_DO})
  SELECT subject_id FROM subjects
  LEFT JOIN orders o ON subject_kind = 'order' AND o.id = subject_id
  WHERE instr(o.no, @text) = 1
    OR instr(coalesce(o.customer_nick, (SELECT c.nick FROM customers c
      WHERE c.id = iif(subject_kind = 'order', o.customer_id, subject_id))), @text) > 0
    OR instr(o.item_title, @text) > 0 OR (o.item_title IS NULL
      AND EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id AND instr(i.title, @text) > 0))`;

/** The queue as the workbench shows it: tasks to do, the longest overdue first, money at risk breaking ties. */
export function createTaskQueue(db: ReadableDb) {
  const prepare = (bucket: QueueBucket) => ({
    time: db.prepare<[PageParameters], { task_rowid: number }>(pageSql(bucket, 'time')),
    money: db.prepare<[PageParameters], { task_rowid: number }>(pageSql(bucket, 'money')),
    kinds: db.prepare<[Parameters], Record<TaskKind, number>>(kindsSql(bucket)),
    amount: db.prepare<[Parameters], { amount: number }>(amountSql(bucket)),
    total: db.prepare<[Parameters], { total: number }>(totalSql(bucket)),
  });
  const statements = {
    now: prepare('now'),
    soon: prepare('soon'),
    today: prepare('today'),
    all: prepare('all'),
    snoozed: prepare('snoozed'),
    missed: prepare('missed'),
  } satisfies Record<QueueBucket, unknown>;
  const countBuckets = db.prepare<[Parameters], Record<QueueBucket, number>>(COUNT_SQL);
  const selectShown = db.prepare<[string], ShownRow>(SHOWN_SQL);
  const selectSearched = db.prepare<[{ readonly text: string }], { subject_id: string }>(SEARCH_SQL);

  function parametersOf({ shopId, kind, owner, ...filter }: QueueFilter, nowMs: EpochMs): Parameters {
    const text = filter.text.trim();
    const subjects =
      text === '' ? null : JSON.stringify(selectSearched.all({ text }).map((row) => row.subject_id));
    const endOfDayMs = startOfBeijingDay(nowMs) + DAY;
    return { nowMs, soonMs: nowMs + 2 * HOUR, endOfDayMs, shopId, kind, owner, subjects };
  }

  return {
    countQueue(filter: QueueFilter, nowMs: EpochMs): QueueCounts {
      const parameters = parametersOf(filter, nowMs);
      const counted = countBuckets.get(parameters);
      const { kinds, amount } = statements[filter.bucket];
      const countedKinds = kinds.get(parameters);
      return {
        byBucket: byKey(QUEUE_BUCKETS, (bucket) => counted?.[bucket] ?? 0),
        byKind: byKey(TASK_KINDS, (kind) => countedKinds?.[kind] ?? 0),
        amountAtRiskFen: amount.get(parameters)?.amount ?? 0,
      };
    },
    listQueue({ sort, offset, limit, nowMs, ...filter }: QueueQuery): QueuePage {
      const parameters = parametersOf(filter, nowMs);
      const page = statements[filter.bucket][sort].all({ ...parameters, offset, limit });
      const rows = selectShown.all(JSON.stringify(page.map((row) => row.task_rowid))).map(toQueueRow);
      // A first page that is not full has them all; the rest is counted.
      const isWhole = offset === 0 && rows.length < limit;
      const counted = isWhole ? undefined : statements[filter.bucket].total.get(parameters);
      return { rows, total: counted?.total ?? rows.length, nowMs };
    },
  };
}

function byKey<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> {
  // Every key is there, because the entries are made from the keys.
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}

function toQueueRow(row: ShownRow): QueueRow {
  return {
    task: toTask(row),
    orderNo: row.order_no,
    customerNick: row.customer_nick,
    shopName: row.shop_name,
    itemTitle: row.item_title,
    orderStatus: row.order_status,
    ownerName: row.owner_name,
  };
}
