import { TASK_KINDS, type TaskKind } from '../../../shared/domain/tasks/task.ts';
import {
  QUEUE_BUCKETS,
  type QueueBucket,
  type QueueCounts,
  type QueueFilter,
  type QueueRow,
} from '../../../shared/ipc/contract/task-contract.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import type { WritableDb } from '../connection.ts';
import { prepareOnce } from '../prepare-once.ts';
import { type TaskRow, toTask } from './task-row.ts';
import type { TaskSearch } from './task-search.ts';

export type QueueQuery = QueueFilter & {
  readonly sort: 'time' | 'money';
  readonly offset: number;
  readonly limit: number;
  readonly nowMs: EpochMs;
};

/** A card of the queue without what its subject says of itself. */
export type QueuedMatter = Omit<QueueRow, 'summary'>;

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
type CardParameters = Parameters & { readonly matters: string };

type MatterRow = { readonly matter: string; readonly money: number };
type CardRow = TaskRow & {
  readonly shop_name: string | null;
  readonly owner_name: string | null;
  readonly money: number;
};
type BucketsRow = Readonly<Record<QueueBucket | 'amount', number>>;
type OtherRow = Pick<TaskRow, 'id' | 'matter' | 'kind' | 'step'>;

const IS_USEFUL = '(t.expires_at_ms IS NULL OR t.expires_at_ms > @nowMs)';

/** The content of each bucket, among the tasks that are open or snoozed. */
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

/** A card stands where its most urgent task does, or by the money of all that it is about. */
const ORDER_BY = {
  time: 'min(t.attention_at_ms), money DESC, min(t.rowid)',
  money: 'money DESC, min(t.attention_at_ms), min(t.rowid)',
} as const;

/** Each condition stands in a statement only where it is asked for: there are 10 000 tasks to pass. */
const fits = ({ shopId, owner, text }: QueueFilter): string[] => [
  ...(shopId === null ? [] : ['t.shop_id = @shopId']),
  ...(owner === null ? [] : [owner === 'unowned' ? 't.owner_id IS NULL' : 't.owner_id = @owner']),
  ...(text === '' ? [] : ['t.rowid IN (SELECT value FROM json_each(@found))']),
];
const fitsKind = ({ kind }: QueueFilter): string[] => (kind === null ? [] : ['t.kind = @kind']);
const isInView = (filter: QueueFilter) => [IN_BUCKET[filter.bucket], ...fits(filter), ...fitsKind(filter)];

// Every pass reads this one index from end to end: the tasks of a card lie side by side in it, so that nothing has to
// be gathered, and it holds whatever is asked for.
const toDo = (conditions: readonly string[]) =>
  `FROM tasks t INDEXED BY tasks_by_matter WHERE ${[TO_DO, ...conditions].join(' AND ')}`;

/**
 * The money of a matter: each subject once, subjects of one kind together, as two refunds of one order; of several kinds
 * the most, because the order and its refunds are about the same money. A matter has nearly always one subject.
 */
function moneySql(isCounted: string, others: readonly string[]): string {
  const filtered = (of: string) => `${of} FILTER (WHERE ${isCounted})`;
  const ofSibling = [TO_DO, isCounted, ...others].join(' AND ').replaceAll(/\bt\./g, 'x.');
  return /* sql */ `CASE WHEN ${filtered('min(t.subject_id)')} IS ${filtered('max(t.subject_id)')}
    THEN ${filtered('max(t.amount_at_risk_fen)')}
    ELSE (SELECT max(fen) FROM (SELECT sum(fen) AS fen FROM (
      SELECT x.subject_kind AS kind, max(x.amount_at_risk_fen) AS fen FROM tasks x INDEXED BY tasks_by_matter
      WHERE x.matter = t.matter AND ${ofSibling} GROUP BY x.subject_kind, x.subject_id) GROUP BY kind)) END`;
}

const pageSql = (filter: QueueFilter, sort: 'time' | 'money') => /* sql */ `
  SELECT t.matter, ${moneySql('TRUE', isInView(filter))} AS money ${toDo(isInView(filter))} GROUP BY t.matter
  ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`;

// Names are joined to the cards of the page only: to skip 10 000 tasks must not cost 10 000 look-ups.
const cardsSql = (filter: QueueFilter) => /* sql */ `
  SELECT t.*, s.name AS shop_name, a.name AS owner_name, page.value ->> 'money' AS money
  FROM json_each(@matters) AS page
  CROSS JOIN tasks t ON t.rowid = (
    SELECT t.rowid ${toDo(["t.matter = page.value ->> 'matter'", ...isInView(filter)])} ORDER BY t.attention_at_ms LIMIT 1)
  LEFT JOIN shops s ON s.id = t.shop_id
  LEFT JOIN agents a ON a.id = t.owner_id
  ORDER BY page.key`;

const OTHERS_SQL = /* sql */ `
  SELECT t.id, t.matter, t.kind, t.step FROM json_each(?) AS page
  CROSS JOIN tasks t INDEXED BY tasks_by_matter ON t.matter = page.value ->> 'matter' AND ${TO_DO}
  ORDER BY page.key, t.attention_at_ms`;

// One pass for all buckets and the money: an order can be lost once only, however many tasks it has. A filter of an
// aggregate takes half the time of a condition in it.
const bucketsSql = (filter: QueueFilter) => /* sql */ `
  SELECT coalesce(sum(amount), 0) AS amount,
    ${QUEUE_BUCKETS.map((bucket) => `count("${bucket}") AS "${bucket}"`).join(', ')}
  FROM (
    SELECT ${moneySql(IN_BUCKET[filter.bucket], [...fits(filter), ...fitsKind(filter)])} AS amount,
      ${QUEUE_BUCKETS.map((bucket) => `max(1) FILTER (WHERE ${IN_BUCKET[bucket]}) AS "${bucket}"`).join(', ')}
    ${toDo([...fits(filter), ...fitsKind(filter)])} GROUP BY t.matter)`;

const kindsSql = (filter: QueueFilter) => /* sql */ `
  SELECT t.kind AS kind, count(DISTINCT t.matter) AS count
  ${toDo([IN_BUCKET[filter.bucket], ...fits(filter)])} GROUP BY t.kind`;

const totalSql = (filter: QueueFilter) => `SELECT count(DISTINCT t.matter) ${toDo(isInView(filter))}`;

export type TaskQueue = ReturnType<typeof createTaskQueue>;

/** The queue as the workbench shows it: one card for each matter, the longest overdue first. */
export function createTaskQueue(db: WritableDb, search: TaskSearch) {
  const prepared = prepareOnce(db);
  const selectOthers = db.prepare<[string], OtherRow>(OTHERS_SQL);

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
      const counted = prepared<[Parameters], BucketsRow>(bucketsSql(filter)).get(parameters);
      const kinds = prepared<[Parameters], { kind: TaskKind; count: number }>(kindsSql(filter)).all(
        parameters,
      );
      const ofKind = new Map(kinds.map(({ kind, count }) => [kind, count]));
      return {
        byBucket: byKey(QUEUE_BUCKETS, (bucket) => counted?.[bucket] ?? 0),
        byKind: byKey(TASK_KINDS, (kind) => ofKind.get(kind) ?? 0),
        amountAtRiskFen: counted?.amount ?? 0,
      };
    },
    listQueue({ sort, offset, limit, nowMs, ...asked }: QueueQuery): {
      cards: QueuedMatter[];
      total: number;
    } {
      const filter = { ...asked, text: asked.text.trim() };
      const parameters = parametersOf(filter, nowMs);
      const found = prepared<[PageParameters], MatterRow>(pageSql(filter, sort)).all({
        ...parameters,
        offset,
        limit,
      });
      const matters = JSON.stringify(found);
      const rows = prepared<[CardParameters], CardRow>(cardsSql(filter)).all({ ...parameters, matters });
      const others = Map.groupBy(selectOthers.all(matters), ({ matter }) => matter);
      const cards = rows.map((row): QueuedMatter => {
        const alsoToDo = (others.get(row.matter) ?? []).filter(({ id }) => id !== row.id);
        return {
          task: toTask(row),
          amountFen: row.money,
          alsoToDo: alsoToDo.map(({ id, kind, step }) => ({ id, kind, step })),
          shopName: row.shop_name,
          ownerName: row.owner_name,
        };
      });
      // A first page that is not full has them all; the rest is counted.
      const isWhole = offset === 0 && cards.length < limit;
      if (isWhole) return { cards, total: cards.length };
      const total = prepared<[Parameters], number>(totalSql(filter)).pluck().get(parameters);
      return { cards, total: total ?? 0 };
    },
  };
}

function byKey<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> {
  // Every key is there, because the entries are made from the keys.
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}
