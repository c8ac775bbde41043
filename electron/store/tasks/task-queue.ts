import type { OrderStatus } from '../../../shared/domain/order.ts';
import { TASK_KINDS, type TaskKind } from '../../../shared/domain/task.ts';
import {
  QUEUE_BUCKETS,
  type QueueBucket,
  type QueueCounts,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
} from '../../../shared/ipc/contract/task-contract.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import type { WritableDb } from '../connection.ts';
import { prepareOnce } from '../prepare-once.ts';
import { type TaskRow, toTask } from './task-row.ts';
import { createTaskSearch } from './task-search.ts';

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
  /** JSON of the rowids of the tasks that were searched for. */
  readonly found: string | null;
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

/** Each condition stands in a statement only where it is asked for: there are 10 000 tasks to pass. */
const fits = ({ shopId, owner, text }: QueueFilter): string[] => [
  ...(shopId === null ? [] : ['t.shop_id = @shopId']),
  ...(owner === null ? [] : [owner === 'unowned' ? 't.owner_id IS NULL' : 't.owner_id = @owner']),
  ...(text === '' ? [] : ['t.rowid IN (SELECT value FROM json_each(@found))']),
];
const fitsKind = ({ kind }: QueueFilter): string[] => (kind === null ? [] : ['t.kind = @kind']);
const isInView = (filter: QueueFilter) => [IN_BUCKET[filter.bucket], ...fits(filter), ...fitsKind(filter)];

const toDoIn = (index: string, conditions: readonly string[]) =>
  `FROM tasks t INDEXED BY ${index} WHERE ${[TO_DO, ...conditions].join(' AND ')}`;

// Names are joined to the rows of the page only: to skip 10 000 tasks must not cost 10 000 look-ups of orders.
const pageSql = (filter: QueueFilter, sort: 'time' | 'money') => /* sql */ `
  SELECT t.rowid ${toDoIn(indexFor(filter.bucket, sort), isInView(filter))}
  ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`;

const totalSql = (filter: QueueFilter) => `SELECT count(*) ${toDoIn('tasks_by_attention', isInView(filter))}`;

const SHOWN_SQL = /* sql */ `
  SELECT t.*, o.no AS order_no, coalesce(c.nick, o.customer_nick) AS customer_nick, s.name AS shop_name,
    o.item_title, o.status AS order_status, a.name AS owner_name
  FROM json_each(?) AS page CROSS JOIN tasks t ON t.rowid = page.value CROSS JOIN shops s ON s.id = t.shop_id
  LEFT JOIN orders o ON t.subject_kind = 'order' AND o.id = t.subject_id
  LEFT JOIN customers c ON c.id = iif(t.subject_kind = 'order', o.customer_id, t.subject_id)
  LEFT JOIN agents a ON a.id = t.owner_id
  ORDER BY page.key`;

const countIf = (name: string, condition: string) => `count(*) FILTER (WHERE ${condition}) AS "${name}"`;

// One pass without groups: to group 10 000 tasks costs more than to count them six times over.
const bucketsSql = (filter: QueueFilter) => /* sql */ `
  SELECT ${QUEUE_BUCKETS.map((bucket) => countIf(bucket, IN_BUCKET[bucket])).join(', ')}
  ${toDoIn('tasks_by_attention', [...fits(filter), ...fitsKind(filter)])}`;

// A pass of its own, because most buckets are a short span of the index.
const kindsSql = (filter: QueueFilter) => /* sql */ `
  SELECT ${TASK_KINDS.map((kind) => countIf(kind, `t.kind = '${kind}'`)).join(', ')}
  ${toDoIn('tasks_by_attention', [IN_BUCKET[filter.bucket], ...fits(filter)])}`;

// An order can be lost once only, however many tasks it has. Its tasks lie side by side in the index.
const amountSql = (filter: QueueFilter) => /* sql */ `
  SELECT coalesce(sum(amount), 0) FROM (SELECT max(t.amount_at_risk_fen) AS amount
    ${toDoIn('tasks_by_open_subject', isInView(filter))} GROUP BY t.subject_id)`;

/** The queue as the workbench shows it: tasks to do, the longest overdue first, money at risk breaking ties. */
export function createTaskQueue(db: WritableDb) {
  const prepared = prepareOnce(db);
  const search = createTaskSearch(db);
  const selectShown = db.prepare<[string], ShownRow>(SHOWN_SQL);

  function parametersOf({ shopId, kind, owner, text }: QueueFilter, nowMs: EpochMs): Parameters {
    const found = text === '' ? null : search.find(text);
    const endOfDayMs = startOfBeijingDay(nowMs) + DAY;
    return { nowMs, soonMs: nowMs + 2 * HOUR, endOfDayMs, shopId, kind, owner, found };
  }

  return {
    /** Before a search, so that it finds what it looks for at hand. */
    learnWords: search.learnWords,
    countQueue(asked: QueueFilter, nowMs: EpochMs): QueueCounts {
      const filter = { ...asked, text: asked.text.trim() };
      const parameters = parametersOf(filter, nowMs);
      const buckets = prepared<[Parameters], Record<QueueBucket, number>>(bucketsSql(filter)).get(parameters);
      const kinds = prepared<[Parameters], Record<TaskKind, number>>(kindsSql(filter)).get(parameters);
      const amount = prepared<[Parameters], number>(amountSql(filter)).pluck();
      return {
        byBucket: byKey(QUEUE_BUCKETS, (bucket) => buckets?.[bucket] ?? 0),
        byKind: byKey(TASK_KINDS, (kind) => kinds?.[kind] ?? 0),
        amountAtRiskFen: amount.get(parameters) ?? 0,
      };
    },
    listQueue({ sort, offset, limit, nowMs, ...asked }: QueueQuery): QueuePage {
      const filter = { ...asked, text: asked.text.trim() };
      const parameters = parametersOf(filter, nowMs);
      const page = prepared<[PageParameters], number>(pageSql(filter, sort)).pluck();
      const rowids = page.all({ ...parameters, offset, limit });
      const rows = selectShown.all(JSON.stringify(rowids)).map(toQueueRow);
      // A first page that is not full has them all; the rest is counted.
      const isWhole = offset === 0 && rows.length < limit;
      const total = prepared<[Parameters], number>(totalSql(filter)).pluck();
      return { rows, total: isWhole ? rows.length : (total.get(parameters) ?? 0), nowMs };
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
