import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createImporting } from '../../../electron/imports/create-importing.ts';
import { createOrderKind } from '../../../electron/imports/kinds/orders/order-kind.ts';
import { createRefreshing } from '../../../electron/kernel/subjects/refresh-tasks.ts';
import { createSubjects } from '../../../electron/kernel/subjects/subjects.ts';
import { requireWords } from '../../../electron/kernel/tasks/require-words.ts';
import { createStores, createSubjectModules } from '../../../electron/modules.ts';
import { createOrderConcern } from '../../../electron/orders/order-concern.ts';
import { orderRules } from '../../../electron/rules/order/index.ts';
import { customerIdOf, maskedCustomerIdOf, newId, orderIdOf } from '../../../electron/store/identity.ts';
import { withImportScratch } from '../../../electron/store/imports/import-scratch.ts';
import { createRowReferences } from '../../../electron/store/imports/row-references.ts';
import type { ImportRunId } from '../../../shared/domain/ids.ts';
import type { OrderRecord } from '../../../shared/domain/subjects/platform-record.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createMemoryStore, insertShop } from '../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';
import { anOrderRecord } from './import-harness.ts';

/** The order file of a morning: who bought the same twice, who paid, who was never heard of again. */
const anyMorning = fc.array(
  fc
    .record({
      no: fc.constantFrom('1', '2', '3', '4'),
      status: fc.constantFrom('unpaid' as const, 'paid' as const, 'closed' as const),
      customerNick: fc.constantFrom('小李', '小王', '小*'),
      itemTitle: fc.constantFrom('水杯', '雨伞'),
      payableFen: fc.constantFrom(100, 200),
      placedAtMs: fc.constantFrom(PLACED_AT_MS, PLACED_AT_MS + 10 * MINUTE),
    })
    .map(({ no, ...fields }) => anOrderRecord(no, fields)),
  { minLength: 1, maxLength: 5 },
);

function createShopFloor() {
  const { db, inTransaction } = createMemoryStore();
  const shop = insertShop(db);
  const all = createStores(db);
  const { importRuns: runs, scriptUses: uses, ...stores } = all;
  const { tasks, activities } = stores;
  const { refreshTasks, listDependent } = createRefreshing({
    subjects: createSubjects(createSubjectModules(all)),
    tasks,
    requireWords,
  });
  const { importRows, undoImport } = createImporting({
    kinds: [
      createOrderKind({
        stores: { ...stores, runs, uses },
        ids: { orderIdOf, customerIdOf, maskedCustomerIdOf },
        proveByImport: () => {},
        watchPayments: () => ({ added: () => {}, shown: () => {}, effects: () => [] }),
        watchNewWork: () => ({ added: () => {}, shown: () => {}, newTasks: () => new Map() }),
        isLive: createOrderConcern(orderRules, () => shop.settings),
        setLive: stores.orderSubjects.setLive,
      }),
    ],
    stores: { runs, activities, claims: stores.claims },
    ...createRowReferences(db),
    withScratch: (work) => withImportScratch(db, work),
    requireRoom: () => {},
    inTransaction,
    refreshTasks,
    listDependent,
    newId,
    now: () => PLACED_AT_MS + 5 * MINUTE,
  });
  return {
    commit(records: readonly OrderRecord[]): ImportRunId {
      const rows = records.map((record) => ({ kind: 'record', record }) as const);
      return importRows({ fileName: 'a.csv', format: 'taobao-orders', rows }, shop);
    },
    undo: (runId: ImportRunId) => void undoImport(runId, null),
    forgetTasks: () => void db.prepare('DELETE FROM tasks').run(),
    openTasks: () =>
      db
        .prepare(
          `SELECT id, due_at_ms, amount_at_risk_fen, reason, advice_kind FROM tasks WHERE state = 'open' ORDER BY id`,
        )
        .all(),
  };
}

describe('F3: the same file once more', () => {
  it('gives an unpaid order that it does not change the tasks that are missing', () => {
    const { commit, forgetTasks, openTasks } = createShopFloor();
    const file = [anOrderRecord('1', { status: 'unpaid', placedAtMs: PLACED_AT_MS, payableFen: 100 })];
    commit(file);
    const before = openTasks();
    expect(before).toHaveLength(3);
    forgetTasks();
    commit(file);
    expect(openTasks()).toEqual(before);
  });
});

describe('X1: the queue after an import was undone', () => {
  it('is what it was before', () => {
    fc.assert(
      fc.property(anyMorning, anyMorning, (first, second) => {
        const { commit, openTasks, undo } = createShopFloor();
        const firstRun = commit(first);
        const before = openTasks();
        undo(commit(second));
        expect(openTasks()).toEqual(before);
        undo(firstRun);
        expect(openTasks()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
