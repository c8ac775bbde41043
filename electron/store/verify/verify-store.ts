import { storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb } from '../connection.ts';
import { migrations } from '../migrations/index.ts';
import { countUnlistedSql, OPEN_LISTS } from '../open-lists.ts';
import { SHARED_RECORD_RULES } from './verify-shared-records.ts';
import { SUBJECT_RULES } from './verify-subjects.ts';

export type Verification = {
  readonly ok: boolean;
  /** `'ok'`, or what SQLite found; where nothing can be opened, the name of the trouble. */
  readonly integrity: string;
  readonly orders: number;
  readonly customers: number;
  readonly openTasks: number;
  readonly problems: readonly string[];
};

/** These rules hold of every store; each query counts the rows that break one. */
const RULES = [
  {
    problem: '订单的客户不存在',
    sql: /* sql */ `SELECT count(*) FROM orders o WHERE o.customer_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = o.customer_id)`,
  },
  {
    problem: '已付款或已关闭的订单仍有催付待办',
    sql: /* sql */ `SELECT count(*) FROM tasks t JOIN orders o ON o.id = t.subject_id
      WHERE t.kind = 'chase' AND t.state IN ('open', 'snoozed') AND t.subject_kind = 'order' AND o.status <> 'unpaid'`,
  },
  {
    // A cancelled one may come back with its reminder, as a refuted claim of payment does.
    problem: '已完成的待办仍有提醒',
    sql: /* sql */ `SELECT count(*) FROM tasks WHERE state = 'done' AND reminder_at_ms IS NOT NULL`,
  },
  {
    problem: '导入行数不等于新增、更新、无变化与未导入之和',
    sql: /* sql */ `SELECT count(*) FROM import_runs
      WHERE rows_read <> rows_new + rows_changed + rows_unchanged + rows_rejected`,
  },
  {
    // Runs that still count have each their own orders, or an undo would take another's along.
    problem: '两次导入登记了同一批订单',
    sql: /* sql */ `SELECT count(*) FROM import_runs a JOIN import_runs b ON b.first_order_key > a.first_order_key
      AND b.first_order_key <= a.last_order_key WHERE a.undone_at_ms IS NULL AND b.undone_at_ms IS NULL`,
  },
  ...SUBJECT_RULES,
  ...SHARED_RECORD_RULES,
  ...OPEN_LISTS.map((list) => ({ problem: `${list.what}无法识别`, sql: countUnlistedSql(list) })),
];

// A task that was missed stays open in its row, but is not to be done any more.
const OPEN_TASKS_SQL = /* sql */ `
  SELECT count(*) FROM tasks
  WHERE state IN ('open', 'snoozed') AND (expires_at_ms IS NULL OR expires_at_ms > ?)`;

/** SQLite's word for a sound file. */
const SOUND = 'ok';
/** A damaged file may have thousands of places; the first ones say what kind of damage it is. */
const MOST_FINDINGS = 20;

/**
 * Checks the file and what the app promises about it. A damaged store lets some questions fail: each is asked by itself,
 * and what cannot be asked is named. Reads everything, so it is no work for the main process.
 */
export function verifyStore(db: ReadableDb, nowMs: EpochMs): Verification {
  const version = asked(() => db.prepare<[], number>('PRAGMA user_version').pluck().get());
  // Of an older store it is not known what its own build promised.
  const rules = version === migrations.length ? RULES : [];
  const count = (sql: string) => asked(() => db.prepare<[], number>(sql).pluck().get() ?? 0);
  const integrity = asked(() =>
    db.prepare<[], string>(`PRAGMA integrity_check(${MOST_FINDINGS})`).pluck().all().join('\n'),
  );
  const orphans = asked(() => db.prepare('PRAGMA foreign_key_check').all().length);
  const broken = rules.map(({ problem, sql }) => ({ problem, rows: count(sql) }));
  const orders = count('SELECT count(*) FROM orders');
  const customers = count('SELECT count(*) FROM customers');
  const openTasks = asked(
    () =>
      (version === migrations.length
        ? db.prepare<[EpochMs], number>(OPEN_TASKS_SQL).pluck().get(nowMs)
        : 0) ?? 0,
  );
  const unanswered = [orphans, orders, customers, openTasks, ...broken.map(({ rows }) => rows)].filter(
    (answer) => answer === undefined,
  );
  const messages = [
    ...(integrity === SOUND ? [] : ['数据文件已损坏']),
    ...(unanswered.length === 0 ? [] : [`${unanswered.length} 项检查因数据损坏无法进行`]),
    ...(orphans === undefined || orphans === 0 ? [] : [`${orphans} 处引用的记录不存在`]),
    ...broken.flatMap(({ problem, rows }) =>
      rows === undefined || rows === 0 ? [] : [`${problem}：${rows} 处`],
    ),
  ];
  return {
    ok: messages.length === 0,
    integrity: integrity ?? '无法检查',
    orders: orders ?? 0,
    customers: customers ?? 0,
    openTasks: openTasks ?? 0,
    problems: messages,
  };
}

/** `undefined` where the file is so damaged that SQLite cannot answer. */
function asked<T>(question: () => T): T | undefined {
  try {
    return question();
  } catch (error) {
    if (storageTroubleOf(error) === null) throw error;
    return undefined;
  }
}
