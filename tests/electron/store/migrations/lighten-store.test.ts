import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { fromUuid } from '../../../../electron/store/id-text.ts';
import { orderIdOf } from '../../../../electron/store/identity.ts';
import { createImportRunStore } from '../../../../electron/store/imports/import-run-store.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { createOrderStore } from '../../../../electron/store/orders/order-store.ts';
import { createScriptStore } from '../../../../electron/store/scripts/script-store.ts';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';
import type { ImportRunId, OrderId, ScriptId, ShopId } from '../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { writeFirstStore } from '../../../support/first-store.ts';

const NOW_MS = 1_800_000_000_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

type TableRow = { readonly name: string };
type TimelineRow = { readonly kind: string; readonly at_ms: number; readonly file_name: string | null };

/** All texts of a store but those of platforms and customers. */
function allTexts(db: WritableDb): string[] {
  const tables = db
    .prepare<[], TableRow>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .all();
  return tables.flatMap(({ name }) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
      .all()
      .map(({ memo: _memo, ...row }) => JSON.stringify(row)),
  );
}

describe('a store of the first version', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-lighten-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('comes whole into the newest', () => {
    const path = join(folder, 'xiaoer.db');
    writeFirstStore(path);
    const db = openDatabase(path);
    migrate(db);
    const order = db
      .prepare<[], { id: OrderId; no: string; shop_id: ShopId }>('SELECT id, no, shop_id FROM orders')
      .get();
    expect(order).toBeDefined();
    if (!order) return;
    expect(orderIdOf(order.shop_id, order.no)).toBe(order.id);
    expect(
      createActivityStore(db)
        .timeline({ kind: 'order', id: order.id }, { limit: 10 })
        .map(({ activity, importFileName }) => [activity.kind, importFileName]),
    ).toEqual([['order-imported', 'ExportOrderList.csv']]);
    expect(allTexts(db).filter((text) => UUID.test(text))).toEqual([]);
    expect(verifyStore(db, NOW_MS).problems).toEqual([]);
    db.close();
  });
});

describe('a store of the second version', () => {
  const shop = randomUUID();
  const agent = randomUUID();
  const [oldRun, firstRun, secondRun] = ['0198a0', '0198a1', '0198a2'].map(
    (time) => time + randomUUID().slice(6),
  );
  const orders = Array.from({ length: 6 }, randomUUID);
  let db: WritableDb;
  let count = 0;

  beforeEach(() => {
    db = openDatabase(':memory:');
    migrate(db, { target: 2 });
    db.prepare(
      "INSERT INTO shops (id, platform, name, settings, created_at_ms) VALUES (?, 'tmall', '示例', '{}', 0)",
    ).run(shop);
    db.prepare("INSERT INTO agents (id, name, role, created_at_ms) VALUES (?, '小满', 'agent', 0)").run(
      agent,
    );
    for (const [index, run] of [oldRun, firstRun, secondRun].entries()) {
      db.prepare(/* sql */ `
        INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new, rows_changed,
          rows_unchanged, rows_rejected, undone_at_ms)
        VALUES (?, ?, ?, '', 'taobao-orders', ?, 0, 0, 0, 0, 0, ?)`).run(
        run,
        shop,
        `${index}.csv`,
        index * 1000,
        index === 0 ? 500 : null,
      );
    }
    for (const [index, id] of orders.entries()) {
      db.prepare(/* sql */ `
        INSERT INTO orders (id, shop_id, no, status, memo, extra, updated_at_ms)
        VALUES (?, ?, ?, 'unpaid', ?, '{"运送方式":"快递","自定列":"是"}', 0)`).run(
        id,
        shop,
        `no-${index}`,
        oldRun,
      );
      // The first came once before, by the import that was undone; the last is older than all imports on record.
      if (index === 0) happened('order-imported', id, { run: oldRun, atMs: 0 });
      const run = index < 3 ? firstRun : secondRun;
      if (index < 5) happened('order-imported', id, { run, atMs: index < 3 ? 1000 : 2000 });
    }
    // Of an order that a removed sample shop had.
    happened('order-imported', randomUUID(), { run: firstRun, atMs: 1000 });
    happened('snoozed', orders[1], {
      atMs: 3000,
      data: { changes: { [`order/${orders[1]}/agreedPayAtMs`]: [null, 5] }, text: `见 ${oldRun}` },
    });
  });

  type Fact = { readonly run?: string | undefined; readonly atMs: number; readonly data?: object };

  function happened(kind: string, id: string | undefined, { run, atMs, data = {} }: Fact): void {
    count += 1;
    const time = (0x0198_0000_0000 + count).toString(16).padStart(12, '0');
    db.prepare(/* sql */ `
      INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, import_run_id, data)
      VALUES (?, ?, ?, 'order', ?, ?, ?, ?)`).run(
      `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`,
      atMs,
      kind,
      id,
      kind === 'order-imported' ? null : agent,
      run ?? null,
      JSON.stringify(data),
    );
  }

  /** As the build of that version showed it. */
  function oldTimeline(id: string): TimelineRow[] {
    return db
      .prepare<[string], TimelineRow>(/* sql */ `
        SELECT a.kind, a.at_ms, r.file_name FROM activities a LEFT JOIN import_runs r ON r.id = a.import_run_id
        WHERE a.subject_kind = 'order' AND a.subject_id = ? ORDER BY a.at_ms DESC, a.rowid DESC`)
      .all(id);
  }

  function newTimeline(id: string): TimelineRow[] {
    return createActivityStore(db)
      .timeline(asSubject('order', fromUuid(id)), { limit: 100 })
      .map(({ activity: { kind, atMs }, importFileName }) => ({
        kind,
        at_ms: atMs,
        file_name: importFileName,
      }));
  }

  it('shows the same history of every order', () => {
    const before = orders.map(oldTimeline);
    migrate(db);
    expect(orders.map(newTimeline)).toEqual(before);
    // The activities that only repeat the orders and their runs are gone; those of the undone import, the lost order
    // and the agent's act are left.
    expect(db.prepare('SELECT count(*) FROM activities').pluck().get()).toBe(3);
    expect(() => db.exec('DELETE FROM activities')).toThrow('append-only');
  });

  it('knows which orders each import added, so that it can be undone', () => {
    migrate(db);
    const runs = createImportRunStore(db);
    const addedBy = (run: string | undefined) =>
      runs.pageOfAdded(fromUuid(run ?? '') as ImportRunId, 100).map(({ orderId }) => orderId);
    expect([oldRun, firstRun, secondRun].map(addedBy)).toEqual([
      [],
      orders.slice(0, 3).map(fromUuid).toReversed(),
      orders.slice(3, 5).map(fromUuid).toReversed(),
    ]);
    expect(runs.listBuiltOn(fromUuid(firstRun ?? '') as ImportRunId, 'order')).toEqual([
      { subjectId: fromUuid(orders[1] ?? ''), byAgent: true },
    ]);
  });

  it('has short ids in every table and within JSON, and leaves people’s and platforms’ words as they are', () => {
    migrate(db);
    expect(allTexts(db).filter((text) => UUID.test(text))).toEqual([expect.stringContaining(`见 ${oldRun}`)]);
    const data = db.prepare("SELECT data FROM activities WHERE kind = 'snoozed'").pluck().get();
    expect(JSON.parse(String(data))).toEqual({
      changes: [
        {
          table: 'orders',
          id: fromUuid(orders[1] ?? ''),
          before: { agreedPayAtMs: null },
          after: { agreedPayAtMs: 5 },
        },
      ],
      text: `见 ${oldRun}`,
    });
    const [order] = createOrderStore(db).findByNo('no-0');
    expect(order).toMatchObject({ memo: oldRun, extra: { 运送方式: '快递', 自定列: '是' } });
  });

  it('keeps how often a script was used, and says of which shop an order’s history is', () => {
    db.prepare(/* sql */ `
      INSERT INTO scripts (id, title, code, parts, keywords, fit, sort_key, updated_at_ms, use_count, last_used_at_ms)
      VALUES (?, '', 'kc', '[]', '', '{}', 0, 0, 7, 70)`).run(agent);
    migrate(db);
    const script = createScriptStore(db).get(fromUuid(agent) as ScriptId);
    expect(script).toMatchObject({ useCount: 7, lastUsedAtMs: 70 });
    const shops = db.prepare("SELECT DISTINCT shop_id FROM activities WHERE kind = 'snoozed'").pluck().all();
    expect(shops).toEqual([fromUuid(shop)]);
  });

  it('keeps every reference', () => {
    migrate(db);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(verifyStore(db, NOW_MS).problems).toEqual([]);
  });
});
