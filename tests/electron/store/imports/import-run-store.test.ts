import { beforeEach, describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import type { InTransaction, WritableDb } from '../../../../electron/store/connection.ts';
import { createImportRunStore } from '../../../../electron/store/imports/import-run-store.ts';
import type { AgentId, ImportRunId, ShopId } from '../../../../shared/domain/ids.ts';
import type { ImportRun } from '../../../../shared/domain/import-run.ts';
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

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let db: WritableDb;
let inTransaction: InTransaction;
let store: ReturnType<typeof createImportRunStore>;

beforeEach(() => {
  ({ db, inTransaction } = createMemoryStore());
  insertShop(db);
  insertAgent(db);
  store = createImportRunStore(db);
});

function happened(orderId: string, by: { agentId?: AgentId; importRunId?: ImportRunId }): void {
  createActivityStore(db).append({
    atMs: 1,
    kind: 'order-changed',
    subject: { kind: 'order', id: orderId },
    agentId: by.agentId ?? null,
    taskId: null,
    scriptId: null,
    importRunId: by.importRunId ?? null,
    data: {},
  });
}

describe('X4: the imports that were made', () => {
  it('are kept with their counts, the latest first', () => {
    store.add(aRun());
    store.add(aRun({ id: 'run-2' as ImportRunId, atMs: 20, agentId: AGENT_ID }));
    expect(store.get(RUN_ID)).toEqual(aRun());
    expect(store.listLatest(5).map(({ id }) => id)).toEqual(['run-2', 'run-1']);
    expect(store.listLatest(1)).toHaveLength(1);
  });

  it('are known by their file until they are undone', () => {
    store.add(aRun());
    expect(store.findByHash('abc')?.id).toBe(RUN_ID);
    store.markUndone(RUN_ID, 30);
    expect(store.findByHash('abc')).toBeUndefined();
    expect(store.get(RUN_ID)?.undoneAtMs).toBe(30);
  });

  it('tell what they did, the last first and page by page', () => {
    store.add(aRun());
    for (let index = 0; index < 1500; index++) happened(`order-${index}`, { importRunId: RUN_ID });
    const first = store.pageOfActivities(RUN_ID, Number.MAX_SAFE_INTEGER);
    expect(first[0]?.activity.subject.id).toBe('order-1499');
    const second = store.pageOfActivities(RUN_ID, first.at(-1)?.key ?? 0);
    expect(first.length + second.length).toBe(1500);
    expect(store.pageOfActivities(RUN_ID, second.at(-1)?.key ?? 0)).toEqual([]);
  });

  it('record every order that they added, page by page, under ids that sort as they were added', () => {
    db.exec(/* sql */ `
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20005)
      INSERT INTO orders (id, shop_id, no, status, updated_at_ms)
      SELECT 'order-' || n, 'shop-1', 'no-' || n, 'paid', 0 FROM numbers`);
    let steps = 0;
    inTransaction(() => store.recordImported({ runId: RUN_ID, atMs: 10, afterKey: 2 }, () => steps++));
    const recorded = db
      .prepare<[], { id: string; subject_id: string }>('SELECT id, subject_id FROM activities ORDER BY id')
      .all();
    expect(recorded.map((row) => row.subject_id)).toEqual(
      Array.from({ length: 20_003 }, (_, index) => `order-${index + 3}`),
    );
    expect(recorded.filter(({ id }) => !UUID_7.test(id))).toEqual([]);
    // Two pages, and the index that is left out meanwhile.
    expect(steps).toBe(3);
    expect(new Set(store.pageOfActivities(RUN_ID, 5).map(({ activity }) => activity.kind))).toEqual(
      new Set(['order-imported']),
    );
  });

  it('know the orders to which something happened afterwards', () => {
    const later = 'run-2' as ImportRunId;
    store.add(aRun());
    store.add(aRun({ id: later }));
    happened('before', { agentId: AGENT_ID });
    for (const id of ['before', 'by-agent', 'by-import', 'untouched']) happened(id, { importRunId: RUN_ID });
    happened('by-agent', { agentId: AGENT_ID });
    happened('by-import', { importRunId: later, agentId: AGENT_ID });
    happened('elsewhere', { agentId: AGENT_ID });
    expect(store.listBuiltOn(RUN_ID).toSorted((a, b) => a.orderId.localeCompare(b.orderId))).toEqual([
      { orderId: 'by-agent', byAgent: true },
      { orderId: 'by-import', byAgent: false },
    ]);
    store.markUndone(later, 40);
    expect(store.listBuiltOn(RUN_ID)).toEqual([{ orderId: 'by-agent', byAgent: true }]);
  });

  it('are read by their indexes', () => {
    const plans = plansOf((plain) => {
      const runs = createImportRunStore(plain);
      runs.get(RUN_ID);
      runs.listLatest(5);
      runs.findByHash('abc');
      runs.pageOfActivities(RUN_ID, 5);
      runs.listBuiltOn(RUN_ID);
    });
    expect(plans[1]).toContain('USING INDEX import_runs_by_time');
    expect(plans[2]).toContain('USING INDEX import_runs_by_hash');
    expect(plans[3]).toContain('USING INDEX activities_by_run (import_run_id=? AND rowid<?)');
    expect(plans[5]).toMatch(/SEARCH later USING INTEGER PRIMARY KEY \(rowid>\?\)/);
    expect(plans[5]).toMatch(
      /SEARCH own .*USING INDEX activities_by_subject \(subject_kind=\? AND subject_id=\?\)/,
    );
    expect(`${plans[1]}${plans[3]}`).not.toContain('TEMP B-TREE');
  });
});
