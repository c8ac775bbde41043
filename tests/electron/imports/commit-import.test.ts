import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../../electron/imports/reading/export-row.ts';
import { StoppedError } from '../../../electron/kernel/jobs/stopped-error.ts';
import { maskedCustomerIdOf } from '../../../electron/store/identity.ts';
import type { PlatformRecord } from '../../../shared/domain/subjects/platform-record.ts';
import { anItemRecord, anOrderRecord, createImportHarness } from './import-harness.ts';
import { anyFileOfRecords } from './record-arbitraries.ts';

const REJECTED: Row = {
  kind: 'rejected',
  rejected: { row: 9, column: '订单编号', value: '3.3E+18', reason: '订单编号已损坏' },
  cells: ['3.3E+18'],
};

let harness: ReturnType<typeof createImportHarness>;
beforeEach(() => {
  harness = createImportHarness();
});

describe('X4: an import', () => {
  it('counts every row once', () => {
    harness.commit([anOrderRecord('1', { status: 'unpaid' }), anOrderRecord('2', { status: 'paid' })]);
    const { counts } = harness.commit([
      anOrderRecord('1', { status: 'paid' }),
      anOrderRecord('2', { status: 'paid' }),
      anOrderRecord('3', { status: 'unpaid' }),
      REJECTED,
    ]);
    expect(counts).toEqual({ rows: 4, new: 1, changed: 1, unchanged: 1, rejected: 1 });
  });

  it('changes nothing and records nothing when the same file comes again', () => {
    const file = [
      anOrderRecord('1', { status: 'unpaid', customerNick: '小李', memo: '急' }),
      anOrderRecord('1', { status: 'unpaid', customerNick: '小李', memo: '缓' }),
    ];
    harness.commit(file);
    const before = harness.activities.count();
    expect(harness.commit(file).counts).toEqual({ rows: 2, new: 0, changed: 0, unchanged: 2, rejected: 0 });
    expect(harness.activities.count()).toBe(before);
    expect(harness.stores.runs.listLatest(10)).toHaveLength(2);
  });

  it('records what it brought and hands both sides of every known order to the proof', () => {
    harness.commit([anOrderRecord('1', { status: 'unpaid' })]);
    const run = harness.commit([anOrderRecord('1', { status: 'paid' })]);
    expect(harness.activities.kindsOf(harness.orderId('1'))).toEqual(['order-imported', 'order-changed']);
    expect(harness.proven).toMatchObject([
      { before: { status: 'unpaid' }, after: { status: 'paid' }, importRunId: run.id },
    ]);
    expect(harness.refreshed).toEqual([[harness.orderId('1')], [harness.orderId('1')]]);
  });

  it('leaves nothing behind whenever it is cancelled', () => {
    const file = Array.from({ length: 1200 }, (_, index) =>
      anOrderRecord(String(index), { customerNick: '甲' }),
    );
    let allLooks = 0;
    createImportHarness().commit(file, () => ++allLooks === 0);
    // Among the rows and behind them, before each index, before the activities, and before it counts.
    expect(allLooks).toBeGreaterThanOrEqual(2 + 1 + 7 + 2 + 1);
    for (let stopAt = 1; stopAt <= allLooks; stopAt++) {
      const { commit, snapshot, activities, stores } = createImportHarness();
      let looks = 0;
      expect(() => commit(file, () => ++looks === stopAt)).toThrow(StoppedError);
      expect(snapshot()).toEqual({ orders: [], items: [], customers: [] });
      expect(activities.count()).toBe(0);
      expect(stores.runs.listLatest(10)).toEqual([]);
    }
  });
});

describe('R2: the customer of an order', () => {
  it('is one person for one nick, also between Taobao and Tmall', () => {
    harness.commit([
      anOrderRecord('1', { customerNick: '小李' }),
      anOrderRecord('2', { customerNick: '小李' }),
    ]);
    expect(harness.snapshot().customers).toMatchObject([{ nick: '小李', is_masked: 0 }]);
  });

  it('is nobody in particular while the nick is masked, until an export shows it', () => {
    harness.commit([
      anOrderRecord('1', { customerNick: '小*' }),
      anOrderRecord('2', { customerNick: '小*' }),
    ]);
    expect(harness.snapshot().customers).toHaveLength(2);
    harness.commit([anOrderRecord('1', { customerNick: '小李' })]);
    expect(harness.snapshot().customers).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ nick: '小李', is_masked: 0 }),
        expect.objectContaining({ nick: '小*', is_masked: 1 }),
      ]),
    );
    expect(harness.snapshot().customers).toHaveLength(2);
  });

  it('stays when an agent wrote something about it', () => {
    harness.commit([anOrderRecord('1', { customerNick: '小*' })]);
    const masked = maskedCustomerIdOf(harness.orderId('1'));
    harness.stores.customers.edit(masked, { note: '常客', groupOverride: null });
    harness.commit([anOrderRecord('1', { customerNick: '小李' })]);
    expect(harness.stores.customers.get(masked)?.note).toBe('常客');
  });

  it('gets its display name from a later file', () => {
    harness.commit([anOrderRecord('1', { customerNick: '小李' })]);
    harness.commit([anOrderRecord('1', { customerNick: '小李', customerDisplayName: '李女士' })]);
    expect(harness.snapshot().customers).toMatchObject([{ display_name: '李女士' }]);
  });
});

describe('X4: an item file', () => {
  it('creates the order with what it knows', () => {
    const { counts } = harness.commit([
      anItemRecord('1', { title: '积木' }, { order: { status: 'paid', memo: '急' } }),
      anItemRecord('1', { title: '拼图' }, { order: { status: 'shipped', memo: '急' } }),
    ]);
    expect(counts).toMatchObject({ rows: 2, new: 2 });
    expect(harness.order('1')).toMatchObject({ status: 'paid', memo: '急' });
    expect(harness.lines('1').map(({ lineNo, title }) => [lineNo, title])).toEqual([
      ['#1', '积木'],
      ['#2', '拼图'],
    ]);
    expect(harness.activities.kindsOf(harness.orderId('1'))).toEqual(['order-imported']);
  });

  it('does not close an order because one part was refunded', () => {
    harness.commit([
      anItemRecord(
        '1',
        { refundStatus: '退款成功', refundFen: 100 },
        { subNo: '901', order: { status: 'closed' } },
      ),
      anItemRecord('1', {}, { subNo: '902', order: { status: 'shipped' } }),
    ]);
    expect(harness.order('1')?.status).toBe('shipped');
  });

  it('does not chase an order whose only known part was refunded', () => {
    harness.commit([anItemRecord('1', { refundFen: 100 }, { order: { status: 'closed' } })]);
    expect(harness.order('1')?.status).toBe('paid');
  });

  it('meets the lines of a classic file by their goods instead of doubling them', () => {
    harness.commit([
      anItemRecord('1', { title: '积木', quantity: 1 }),
      anItemRecord('1', { title: '拼图', quantity: 2 }),
    ]);
    const { counts } = harness.commit([
      anItemRecord('1', { title: '拼图', quantity: 2, paidFen: 5 }, { subNo: '902' }),
      anItemRecord('1', { title: '积木', quantity: 1 }, { subNo: '901' }),
    ]);
    expect(counts).toMatchObject({ changed: 2, new: 0 });
    expect(harness.lines('1').map(({ lineNo, title, paidFen }) => [lineNo, title, paidFen])).toEqual([
      ['901', '积木', null],
      ['902', '拼图', 5],
    ]);
  });

  it('records a new part of an order that was known', () => {
    harness.commit([anOrderRecord('1', { status: 'paid' })]);
    harness.commit([anItemRecord('1', { title: '积木' })]);
    harness.commit([anItemRecord('1', { title: '积木', paidFen: 3 })]);
    expect(harness.activities.kindsOf(harness.orderId('1'))).toEqual([
      'order-imported',
      'item-imported',
      'item-changed',
    ]);
  });

  it('takes the rows of an order together even when they stand apart', () => {
    const file = [
      anItemRecord('1', { title: '水杯', quantity: 1 }),
      anItemRecord('2', { title: '水杯', quantity: 1 }),
      anItemRecord('1', { title: '杯盖', quantity: 1 }),
      anItemRecord('2', { title: '水杯' }, { subNo: '903' }),
      anItemRecord('2', { title: '水杯' }, { subNo: '903' }),
    ];
    harness.commit(file);
    expect(harness.lines('1').map(({ lineNo }) => lineNo)).toEqual(['#1', '#2']);
    expect(harness.lines('2').map(({ lineNo }) => lineNo)).toEqual(['#1', '903']);
    expect(harness.commit(file).counts).toMatchObject({ unchanged: 5, new: 0, changed: 0 });
  });
});

describe('X4: properties of imports', () => {
  it('says in the preview exactly what the commit then does', () => {
    fc.assert(
      fc.property(anyFileOfRecords, anyFileOfRecords, (before, file) => {
        const { preview, commit, snapshot } = createImportHarness();
        commit(before);
        const untouched = snapshot();
        const { counts } = preview(file);
        expect(snapshot()).toEqual(untouched);
        expect(commit(file).counts).toEqual(counts);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing by the same file twice, whatever came before', () => {
    fc.assert(
      fc.property(anyFileOfRecords, anyFileOfRecords, (before, file) => {
        const { activities, commit, snapshot } = createImportHarness();
        commit(before);
        commit(file);
        const [once, activityCount] = [snapshot(), activities.count()];
        const { counts } = commit(file);
        expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: file.length });
        expect(snapshot()).toEqual(once);
        expect(activities.count()).toBe(activityCount);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same store whichever of an order file, a classic and a new item file comes first', () => {
    const truth = [
      { title: '积木', sku: '混色', quantity: 1 },
      { title: '拼图', sku: null, quantity: 2 },
      { title: '积木', sku: '单色', quantity: 1 },
    ];
    const files: readonly PlatformRecord[][] = [
      [anOrderRecord('1', { status: 'shipped', memo: '急', trackingNo: 'SF1', payableFen: 300 })],
      truth.map((item) => anItemRecord('1', item, { order: { status: 'shipped' } })),
      truth.map((item, index) =>
        anItemRecord(
          '1',
          { ...item, paidFen: index },
          { subNo: `90${index}`, order: { status: 'shipped', memo: '急', trackingNo: `SF${index + 1}` } },
        ),
      ),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
        const { commit, snapshot } = createImportHarness();
        for (const index of order) commit(files[index] ?? []);
        const { orders, items } = snapshot();
        expect(orders).toMatchObject([
          { status: 'shipped', memo: '急', tracking_no: 'SF1', payable_fen: 300 },
        ]);
        expect(items).toMatchObject(
          truth.map((item, index) => ({ ...item, line_no: `90${index}`, paid_fen: index })),
        );
      }),
    );
  });
});
