import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoppedError } from '../../../electron/kernel/jobs/stopped-error.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import { insertAgent } from '../../support/memory-store.ts';
import { anItemRecord, anOrderRecord, createImportHarness } from './import-harness.ts';
import { anyFileOfRecords } from './record-arbitraries.ts';

const AGENT = 'agent-1' as AgentId;

let harness: ReturnType<typeof createImportHarness>;
beforeEach(() => {
  harness = createImportHarness();
  insertAgent(harness.db);
});

describe('X4: undoing an import', () => {
  it('takes away what the import brought', () => {
    const run = harness.commit([
      anItemRecord('1', { title: '积木' }, { order: { customerNick: '小李' } }),
      anItemRecord('2', { title: '拼图' }),
    ]);
    expect(harness.undo(run.id).undoneAtMs).not.toBeNull();
    expect(harness.snapshot()).toEqual({ orders: [], items: [], customers: [] });
    expect(harness.activities.kindsOf(harness.shop.id, 'shop')).toEqual(['import-undone']);
  });

  it('lets the same file be imported again', () => {
    const file = [anOrderRecord('1', { status: 'unpaid' })];
    harness.undo(harness.commit(file).id);
    expect(harness.stores.runs.findByHash('hash')).toBeUndefined();
    expect(harness.commit(file).counts.new).toBe(1);
  });

  it('refuses when an agent has worked on one of its orders, and says which', () => {
    const run = harness.commit([anOrderRecord('777', { status: 'unpaid' }), anOrderRecord('778', {})]);
    harness.actAsAgent('777', AGENT);
    const before = harness.snapshot();
    expect(() => harness.undo(run.id)).toThrow('有 1 个订单在导入后已被客服处理，不能撤销（777）');
    expect(harness.snapshot()).toEqual(before);
  });

  it('refuses when a later import changed one of its orders, until that one is undone', () => {
    const first = harness.commit([anOrderRecord('1', { status: 'unpaid' })]);
    const second = harness.commit([anOrderRecord('1', { status: 'paid' })]);
    expect(() => harness.undo(first.id)).toThrow('又被后来的导入更新');
    harness.undo(second.id);
    harness.undo(first.id);
    expect(harness.snapshot().orders).toEqual([]);
  });

  it('is not held up by work that came before the import', () => {
    harness.commit([anOrderRecord('1', { status: 'unpaid' })]);
    harness.actAsAgent('1', AGENT);
    const run = harness.commit([anOrderRecord('1', { status: 'paid' })]);
    harness.undo(run.id);
    expect(harness.order('1')?.status).toBe('unpaid');
  });

  it.each([
    ['at its begin', 1],
    ['before it counts', 3],
  ])('leaves the import as it was when the program ends %s', (_when, look) => {
    const run = harness.commit([anOrderRecord('1', { customerNick: '小李' })]);
    const before = harness.snapshot();
    let looks = 0;
    expect(() => harness.undo(run.id, () => ++looks === look)).toThrow(StoppedError);
    expect(harness.snapshot()).toEqual(before);
    expect(harness.stores.runs.get(run.id)?.undoneAtMs).toBeNull();
  });

  it('looks whether to stop while it removes, not only before', () => {
    const orders = Array.from({ length: 1500 }, (_unused, index) => anOrderRecord(String(index), {}));
    const run = harness.commit(orders);
    const before = harness.snapshot();
    const countLeft = () => harness.db.prepare('SELECT count(*) FROM orders').pluck().get();
    const left: unknown[] = [];
    harness.undo(run.id, () => left.push(countLeft()) < 0);
    // One in the midst of removing, and several while it writes down what was there.
    expect(left.some((count) => count !== 0 && count !== before.orders.length)).toBe(true);
    expect(left.filter((count) => count === 0).length).toBeGreaterThan(3);
  });

  it('refuses a second time', () => {
    const run = harness.commit([anOrderRecord('1', {})]);
    harness.undo(run.id);
    expect(() => harness.undo(run.id)).toThrow('已经撤销过');
  });

  it('keeps a customer about whom an agent wrote', () => {
    const run = harness.commit([anOrderRecord('1', { customerNick: '小李' })]);
    const id = harness.order('1')?.customerId;
    if (id) harness.stores.customers.edit(id, { note: '常客', groupOverride: null });
    harness.undo(run.id);
    expect(harness.snapshot().customers).toMatchObject([{ nick: '小李', note: '常客' }]);
  });

  it('leaves the store as if the import had never been', () => {
    fc.assert(
      fc.property(anyFileOfRecords, anyFileOfRecords, (first, second) => {
        const { commit, snapshot, undo } = createImportHarness();
        const empty = snapshot();
        const firstRun = commit(first);
        const before = snapshot();
        undo(commit(second).id);
        expect(snapshot()).toEqual(before);
        undo(firstRun.id);
        expect(snapshot()).toEqual(empty);
      }),
      { numRuns: 40 },
    );
  });
});
