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
  readonly text: string;
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

type CountRow = { readonly kind: TaskKind; readonly amount: number } & Record<QueueBucket, number>;

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
const ORDER_BY = {
  time: 't.attention_at_ms, t.amount_at_risk_fen DESC, t.rowid',
  money: 't.amount_at_risk_fen DESC, t.attention_at_ms, t.rowid',
} as const;

/**
 * Where the page is read from. Ranked by money, a bucket that is a span of time is read as that span and sorted: by
 * amount one would pass every task to find the few that are due.
 */
const indexFor = (bucket: QueueBucket, sort: 'time' | 'money') =>
  sort === 'money' && (bucket === 'all' || bucket === 'snoozed') ? 'tasks_by_amount' : 'tasks_by_attention';

const OF_ORDER = /* sql */ `
  LEFT JOIN orders o ON t.subject_kind = 'order' AND o.id = t.subject_id
  LEFT JOIN customers c ON c.id = iif(t.subject_kind = 'order', o.customer_id, t.subject_id)`;

const FITS = /* sql */ `(@shopId IS NULL OR t.shop_id = @shopId)
  AND (@owner IS NULL OR t.owner_id IS iif(@owner = 'unowned', NULL, @owner))`;
const FITS_KIND = '(@kind IS NULL OR t.kind = @kind)';
const FITS_TEXT = /* sql */ `(instr(o.no, @text) = 1 OR instr(coalesce(c.nick, o.customer_nick), @text) > 0
  OR instr(o.item_title, @text) > 0
  OR EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id AND instr(i.title, @text) > 0))`;

type Search = { readonly join: string; readonly fits: string };
const ANY_TEXT: Search = { join: '', fits: 'TRUE' };
const WITH_TEXT: Search = { join: OF_ORDER, fits: FITS_TEXT };

// Names are joined to the rows of the page only: to skip 10 000 tasks must not cost 10 000 look-ups of orders.
const pageSql = (bucket: QueueBucket, sort: 'time' | 'money', { join, fits }: Search) => /* sql */ `
  WITH page AS MATERIALIZED (
    SELECT t.rowid AS task_rowid FROM tasks t INDEXED BY ${indexFor(bucket, sort)} ${join}
    WHERE ${TO_DO} AND ${IN_BUCKET[bucket]} AND ${FITS} AND ${FITS_KIND} AND ${fits}
    ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset)
  SELECT t.*, o.no AS order_no, coalesce(c.nick, o.customer_nick) AS customer_nick, s.name AS shop_name,
    o.item_title, o.status AS order_status, a.name AS owner_name
  FROM page CROSS JOIN tasks t ON t.rowid = page.task_rowid CROSS JOIN shops s ON s.id = t.shop_id
  ${OF_ORDER} LEFT JOIN agents a ON a.id = t.owner_id
  ORDER BY ${ORDER_BY[sort]}`;

const countSql = (bucket: QueueBucket, { join, fits }: Search) => /* sql */ `
  SELECT t.kind, ${QUEUE_BUCKETS.map((each) => `sum(${IN_BUCKET[each]}) AS "${each}"`).join(', ')},
    sum(iif(${IN_BUCKET[bucket]}, t.amount_at_risk_fen, 0)) AS amount
  FROM tasks t INDEXED BY tasks_by_attention ${join}
  WHERE ${TO_DO} AND ${FITS} AND ${fits} GROUP BY t.kind`;

/** The queue as the workbench shows it: tasks to do, the longest overdue first, money at risk breaking ties. */
export function createTaskQueue(db: ReadableDb) {
  const preparePages = (bucket: QueueBucket, search: Search) => ({
    time: db.prepare<[PageParameters], ShownRow>(pageSql(bucket, 'time', search)),
    money: db.prepare<[PageParameters], ShownRow>(pageSql(bucket, 'money', search)),
  });
  const prepareBucket = (bucket: QueueBucket, search: Search) => ({
    page: preparePages(bucket, search),
    count: db.prepare<[Parameters], CountRow>(countSql(bucket, search)),
  });
  const prepareAll = (search: Search) => ({
    now: prepareBucket('now', search),
    soon: prepareBucket('soon', search),
    today: prepareBucket('today', search),
    all: prepareBucket('all', search),
    snoozed: prepareBucket('snoozed', search),
    missed: prepareBucket('missed', search),
  });
  const statements = { plain: prepareAll(ANY_TEXT), search: prepareAll(WITH_TEXT) };
  const statementsFor = ({ bucket, text }: QueueFilter) =>
    statements[text.trim() === '' ? 'plain' : 'search'][bucket];

  function countQueue(filter: QueueFilter, nowMs: EpochMs): QueueCounts {
    const rows = statementsFor(filter).count.all(parametersOf(filter, nowMs));
    const shown = rows.filter((row) => filter.kind === null || row.kind === filter.kind);
    const countOf = (bucket: QueueBucket) => shown.reduce((sum, row) => sum + row[bucket], 0);
    const countOfKind = (kind: TaskKind) => rows.find((row) => row.kind === kind)?.[filter.bucket] ?? 0;
    return {
      byBucket: byKey(QUEUE_BUCKETS, countOf),
      byKind: byKey(TASK_KINDS, countOfKind),
      amountAtRiskFen: shown.reduce((sum, row) => sum + row.amount, 0),
    };
  }

  return {
    countQueue,
    listQueue({ sort, offset, limit, nowMs, ...filter }: QueueQuery): QueuePage {
      const parameters = { ...parametersOf(filter, nowMs), offset, limit };
      const rows = statementsFor(filter).page[sort].all(parameters).map(toQueueRow);
      // A first page that is not full has them all; the rest is counted.
      const isWhole = offset === 0 && rows.length < limit;
      const total = isWhole ? rows.length : countQueue(filter, nowMs).byBucket[filter.bucket];
      return { rows, total, nowMs };
    },
  };
}

function parametersOf({ shopId, kind, owner, text }: QueueFilter, nowMs: EpochMs): Parameters {
  const endOfDayMs = startOfBeijingDay(nowMs) + DAY;
  return { nowMs, soonMs: nowMs + 2 * HOUR, endOfDayMs, shopId, kind, owner, text: text.trim() };
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
