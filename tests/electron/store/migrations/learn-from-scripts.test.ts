import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { insertAgent, insertOrder } from '../../../support/memory-store.ts';
import { beijing } from '../../../support/records/an-order.ts';

const AT_MS = beijing('2026-06-10 10:15');

type Fact = {
  readonly kind: string;
  readonly order?: string;
  readonly task?: string;
  readonly script?: string;
  readonly run?: string;
  readonly atMs?: number;
  readonly data?: object;
};

let db: WritableDb;
let count = 0;

/** A store as the build before this one left it. */
beforeEach(() => {
  db = openDatabase(':memory:');
  migrate(db, { target: 1 });
  db.exec(
    "INSERT INTO shops (id, platform, name, settings, created_at_ms) VALUES ('shop-1', 'taobao', '甲店', '{}', 0)",
  );
  insertAgent(db);
  for (const code of ['kc', 'bj']) {
    db.prepare(
      `INSERT INTO scripts (id, title, code, parts, keywords, fit, sort_key, updated_at_ms)
       VALUES ('script-' || @code, @code, @code, '["您好"]', '', '{}', 0, 0)`,
    ).run({ code });
  }
});

function order(id: string, status: 'unpaid' | 'paid' | 'closed'): void {
  insertOrder(db, { id: id as OrderId, no: id, status });
  for (const step of ['first', 'second']) {
    db.prepare(
      `INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, step, state, due_at_ms, amount_at_risk_fen, reason,
        updated_at_ms) VALUES (?, 'shop-1', 'chase', 'order', ?, ?, 'done', 0, 0, '', 0)`,
    ).run(`${id}-${step}`, id, step);
  }
}

function happened({ kind, order: id, task, script, run, atMs = AT_MS, data = {} }: Fact): void {
  count += 1;
  db.prepare(
    `INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, task_id, script_id, import_run_id, data)
     VALUES (?, ?, ?, ?, ?, 'agent-1', ?, ?, ?, ?)`,
  ).run(
    `activity-${count}`,
    atMs + count,
    kind,
    id === undefined ? 'script' : 'order',
    id ?? script,
    task ?? null,
    script ?? null,
    run ?? null,
    JSON.stringify(data),
  );
}

const copied = (id: string, code: string, step: string) =>
  happened({
    kind: 'script-copied',
    order: id,
    task: `${id}-${step}`,
    script: `script-${code}`,
    data: { scriptCode: code, part: 1, step },
  });

const outcomes = () =>
  Object.fromEntries(
    db
      .prepare<[], { use: string; outcome: string }>(
        "SELECT order_id || ' ' || step || ' ' || script_id AS use, outcome FROM script_uses",
      )
      .all()
      .map(({ use, outcome }) => [use, outcome]),
  );

describe('X5: a store of before learns from what it has on record', () => {
  it('knows what was recovered, retained, overtaken and lost, and what is still open', () => {
    order('a', 'paid');
    copied('a', 'kc', 'first');
    copied('a', 'bj', 'second');
    happened({
      kind: 'recovered',
      order: 'a',
      task: 'a-second',
      data: { scriptCode: 'bj' },
      atMs: AT_MS + 9000,
    });
    order('b', 'paid');
    happened({ kind: 'reason-noted', order: 'b', data: { reason: 'price' } });
    copied('b', 'bj', 'first');
    happened({
      kind: 'recovered',
      order: 'b',
      task: 'b-first',
      data: { scriptCode: 'bj' },
      atMs: AT_MS + 9000,
    });
    order('c', 'closed');
    copied('c', 'kc', 'first');
    happened({ kind: 'closed-unpaid', order: 'c', atMs: AT_MS + 9000 });
    order('d', 'unpaid');
    copied('d', 'kc', 'first');
    migrate(db);
    expect(outcomes()).toEqual({
      'a first script-kc': 'overtaken',
      'a second script-bj': 'recovered',
      'b first script-bj': 'retained',
      'c first script-kc': 'lost',
      'd first script-kc': 'pending',
    });
    expect(db.prepare('SELECT hour, shop_id FROM script_uses').get()).toEqual({
      hour: 10,
      shop_id: 'shop-1',
    });
  });

  it('counts the parts of a script, and a copy that was repeated, as one use', () => {
    order('a', 'closed');
    copied('a', 'kc', 'first');
    happened({ kind: 'script-copied', order: 'a', task: 'a-first', script: 'script-kc', data: { part: 2 } });
    copied('a', 'kc', 'first');
    happened({ kind: 'closed-unpaid', order: 'a', atMs: AT_MS + 9000 });
    migrate(db);
    expect(db.prepare('SELECT outcome, count(*) AS n FROM script_uses GROUP BY outcome').all()).toEqual([
      { outcome: 'lost', n: 1 },
      { outcome: 'uncounted', n: 1 },
    ]);
  });

  it('believes no import that was undone, and learns nothing from a greeting', () => {
    order('a', 'unpaid');
    copied('a', 'kc', 'first');
    db.exec(`INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new, rows_changed,
      rows_unchanged, rows_rejected, undone_at_ms) VALUES ('run', 'shop-1', '', '', '', 0, 0, 0, 0, 0, 0, 1)`);
    happened({ kind: 'closed-unpaid', order: 'a', run: 'run', atMs: AT_MS + 9000 });
    happened({ kind: 'script-copied', script: 'script-kc', data: { part: 1 } });
    migrate(db);
    expect(db.prepare('SELECT order_id, outcome FROM script_uses ORDER BY at_ms').all()).toEqual([
      { order_id: 'a', outcome: 'pending' },
      { order_id: null, outcome: 'uncounted' },
    ]);
  });
});
