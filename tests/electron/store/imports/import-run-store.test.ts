import { beforeEach, describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createImportRunStore } from '../../../../electron/store/imports/import-run-store.ts';
import type { AgentId, ImportRunId, ShopId } from '../../../../shared/domain/ids.ts';
import type { ImportRun } from '../../../../shared/domain/import-run.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { createMemoryStore, insertAgent, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';

const RUN_ID = 'run-1' as ImportRunId;
const AGENT_ID = 'agent-1' as AgentId;

function aRun(overrides: Partial<ImportRun> = {}): ImportRun {
  return {
    id: RUN_ID,
    shopId: 'shop-1' as ShopId,
    fileName: 'ExportOrderList.csv',
    sha256: 'abc',
    format: 'taobao-orders',
    agentId: null,
    atMs: 10,
    counts: { rows: 10, new: 4, changed: 3, unchanged: 2, rejected: 1 },
    undoneAtMs: null,
    ...overrides,
  };
}

/** A run that added no orders. */
const NONE = { afterKey: 0, writtenAtMs: null, covers: null };

let db: WritableDb;
let store: ReturnType<typeof createImportRunStore>;

beforeEach(() => {
  ({ db } = createMemoryStore());
  insertShop(db);
  insertAgent(db);
  store = createImportRunStore(db);
});

function addOrders(name: string, count: number): void {
  db.prepare(/* sql */ `
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count)
    INSERT INTO orders (id, shop_id, no, status, updated_at_ms)
    SELECT @name || '-' || n, 'shop-1', @name || n, 'paid', 0 FROM numbers`).run({ name, count });
}

function happened(orderId: string, by: { agentId?: AgentId; importRunId?: ImportRunId }): void {
  createActivityStore(db).append({
    atMs: 1,
    kind: 'order-changed',
    subject: asSubject('order', orderId),
    agentId: by.agentId ?? null,
    taskId: null,
    scriptId: null,
    importRunId: by.importRunId ?? null,
    data: {},
  });
}

describe('X4: the imports that were made', () => {
  it('are kept with their counts, the latest first', () => {
    store.add(aRun(), NONE);
    store.add(aRun({ id: 'run-2' as ImportRunId, atMs: 20, agentId: AGENT_ID }), NONE);
    expect(store.get(RUN_ID)).toEqual(aRun());
    expect(store.listLatest(5).map(({ id }) => id)).toEqual(['run-2', 'run-1']);
    expect(store.listLatest(1)).toHaveLength(1);
  });

  it('are known by their file until they are undone', () => {
    store.add(aRun(), NONE);
    expect(store.findByHash('abc')?.id).toBe(RUN_ID);
    store.markUndone(RUN_ID, 30);
    expect(store.findByHash('abc')).toBeUndefined();
    expect(store.get(RUN_ID)?.undoneAtMs).toBe(30);
  });

  it('tell what they did, the last first and page by page', () => {
    store.add(aRun(), NONE);
    for (let index = 0; index < 1500; index++) happened(`order-${index}`, { importRunId: RUN_ID });
    const first = store.pageOfActivities(RUN_ID);
    expect(first[0]?.subject.id).toBe('order-1499');
    const second = store.pageOfActivities(RUN_ID, first.at(-1)?.id);
    expect(first.length + second.length).toBe(1500);
    expect(store.pageOfActivities(RUN_ID, second.at(-1)?.id)).toEqual([]);
  });

  it('tell which orders they added, the last first and page by page', () => {
    addOrders('before', 2);
    const afterKey = store.lastOrderKey();
    addOrders('order', 1500);
    store.add(aRun(), { afterKey, writtenAtMs: 5, covers: null });
    addOrders('later', 2);
    const first = store.pageOfAdded(RUN_ID, Number.MAX_SAFE_INTEGER);
    const second = store.pageOfAdded(RUN_ID, first.at(-1)?.key ?? 0);
    expect([...first, ...second].map(({ orderId }) => orderId)).toEqual(
      Array.from({ length: 1500 }, (_, index) => `order-${1500 - index}`),
    );
    expect(store.pageOfAdded(RUN_ID, second.at(-1)?.key ?? 0)).toEqual([]);
  });

  it('know the orders to which something happened afterwards', () => {
    const later = 'run-2' as ImportRunId;
    happened('before', { agentId: AGENT_ID });
    const afterKey = store.lastOrderKey();
    addOrders('added', 2);
    for (const id of ['before', 'by-agent', 'by-import', 'untouched']) happened(id, { importRunId: RUN_ID });
    store.add(aRun(), { afterKey, writtenAtMs: 5, covers: null });
    store.add(aRun({ id: later }), NONE);
    happened('added-2', { agentId: AGENT_ID });
    happened('by-agent', { agentId: AGENT_ID });
    happened('by-import', { importRunId: later, agentId: AGENT_ID });
    happened('elsewhere', { agentId: AGENT_ID });
    expect(
      store.listBuiltOn(RUN_ID, 'order').toSorted((a, b) => a.subjectId.localeCompare(b.subjectId)),
    ).toEqual([
      { subjectId: 'added-2', byAgent: true },
      { subjectId: 'by-agent', byAgent: true },
      { subjectId: 'by-import', byAgent: false },
    ]);
    store.markUndone(later, 40);
    expect(store.listBuiltOn(RUN_ID, 'order').map(({ subjectId }) => subjectId)).toEqual([
      'added-2',
      'by-agent',
    ]);
  });

  it('know the orders that a case names beside the one whose timeline tells of it', () => {
    const afterKey = store.lastOrderKey();
    addOrders('added', 2);
    store.add(aRun(), { afterKey, writtenAtMs: 5, covers: null });
    db.exec(`PRAGMA foreign_keys = OFF;
      INSERT INTO case_links (case_id, subject_kind, subject_id) VALUES ('case-1', 'order', 'added-1')`);
    expect(store.listBuiltOn(RUN_ID, 'order')).toEqual([{ subjectId: 'added-1', byAgent: true }]);
  });

  it('know the other subjects that they have brought and that a case names, and none that they only changed', () => {
    store.add(aRun(), NONE);
    const activities = createActivityStore(db);
    const change = (id: string, before: null | Record<string, string>) =>
      activities.append({
        atMs: 1,
        kind: 'record-imported',
        subject: asSubject('refund', id),
        agentId: null,
        taskId: null,
        scriptId: null,
        importRunId: RUN_ID,
        data: { changes: [{ table: 'refunds', id, before, after: { status: 'asked' } }] },
      });
    change('brought', null);
    change('changed', { status: 'closed' });
    db.exec(`PRAGMA foreign_keys = OFF;
      INSERT INTO case_links (case_id, subject_kind, subject_id)
      VALUES ('case-1', 'refund', 'brought'), ('case-1', 'refund', 'changed'), ('case-1', 'refund', 'another')`);
    expect(store.listBuiltOn(RUN_ID, 'refund')).toEqual([{ subjectId: 'brought', byAgent: true }]);
  });

  it('are read by their indexes', () => {
    const plans = plansOf((plain) => {
      const runs = createImportRunStore(plain);
      runs.get(RUN_ID);
      runs.listLatest(5);
      runs.findByHash('abc');
      runs.pageOfActivities(RUN_ID);
      runs.pageOfAdded(RUN_ID, 5);
      runs.listBuiltOn(RUN_ID, 'order');
      runs.listTold(RUN_ID);
    });
    expect(plans[7]).toContain('USING INDEX activities_by_run (import_run_id=?)');
    expect(plans[1]).toContain('USING INDEX import_runs_by_time');
    expect(plans[2]).toContain('USING INDEX import_runs_by_hash');
    expect(plans[3]).toContain('USING INDEX activities_by_run (import_run_id=? AND id<?)');
    expect(plans[4]).toContain('SEARCH o USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
    expect(plans[6]).toMatch(
      /SEARCH link USING (?:COVERING )?INDEX case_links_by_subject \(subject_kind=\?\)/,
    );
    expect(plans[5]).toMatch(/SEARCH later USING PRIMARY KEY \(id>\?\)/);
    expect(plans[5]).toMatch(/SEARCH added USING COVERING INDEX sqlite_autoindex_orders_1 \(id=\?\)/);
    expect(plans[5]).toMatch(
      /SEARCH own .*USING INDEX activities_by_subject \(subject_kind=\? AND subject_id=\?\)/,
    );
    expect(`${plans[1]}${plans[3]}${plans[4]}`).not.toContain('TEMP B-TREE');
  });
});
