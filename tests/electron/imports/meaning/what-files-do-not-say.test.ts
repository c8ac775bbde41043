import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../../support/export-files.ts';
import { anImportDesk } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const NO = '3304370000000000111';
const PAID = {
  订单编号: NO,
  订单创建时间: '2026-06-10 09:30:00',
  订单付款时间: '2026-06-10 09:31:00',
  订单状态: '买家已付款，等待卖家发货',
  总金额: '89.00',
  买家实付金额: '89.00',
  商品标题: '示例保温杯',
};
const UNPAID = {
  ...PAID,
  订单编号: '3304370000000000112',
  订单付款时间: '',
  订单状态: '等待买家付款',
  买家实付金额: '0.00',
};

type Column = keyof typeof PAID;

function without(row: typeof PAID, columns: readonly Column[]): Record<string, string> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column as Column)));
}

describe('F02: what a file does not say is not concluded from it', () => {
  it('chases nobody on the word of a file that says nothing of payment, and says so', () => {
    const desk = anImportDesk(folder);
    const row = without(PAID, ['订单付款时间', '订单状态', '买家实付金额', '总金额']);
    expect(desk.preview(row).notes).toEqual([
      expect.stringMatching(/没有「订单状态」.*不催付.*勾选「订单状态」/),
    ]);
    desk.commit(row);
    expect(desk.order(NO).status).toBe('unknown');
    expect(desk.chases(NO)).toEqual([]);
  });

  it('chases as soon as a file says that nothing was paid', () => {
    const desk = anImportDesk(folder);
    const { 订单编号: no } = UNPAID;
    desk.commit(without(UNPAID, ['订单状态']));
    expect(desk.order(no).status).toBe('unknown');
    desk.commit(UNPAID);
    expect(desk.order(no).status).toBe('unpaid');
    expect(desk.chases(no)).not.toEqual([]);
  });

  it('goes by times and amounts where the words are missing', () => {
    const desk = anImportDesk(folder);
    expect(desk.preview(without(PAID, ['订单状态'])).notes).toEqual([
      expect.stringContaining('只能按付款时间、实付金额判断'),
    ]);
    desk.commit(without(PAID, ['订单状态', '买家实付金额']));
    expect(desk.order(NO).status).toBe('paid');
  });

  it('has nothing to say of a file that is whole', () => {
    expect(anImportDesk(folder).preview(PAID, UNPAID).notes).toEqual([]);
  });

  it('keeps a claim open that an empty status neither proves nor refutes', () => {
    const desk = anImportDesk(folder);
    const { 订单编号: no } = UNPAID;
    desk.commit(UNPAID);
    const { id } = desk.order(no);
    desk.core.chasing.claimPaid({ orderId: id }, desk.actor());
    desk.commit({ ...UNPAID, 订单状态: '' });
    expect(desk.chases(no)).toEqual([]);
  });

  it('turns nothing that is known into its contrary, whatever columns a later file leaves out', () => {
    const columns = Object.keys(PAID).filter((column) => column !== '订单编号') as Column[];
    fc.assert(
      fc.property(fc.subarray(columns), fc.constantFrom(PAID, UNPAID), (left, row) => {
        fc.pre(left.length < columns.length);
        const [known, fresh] = [anImportDesk(folder), anImportDesk(folder)];
        known.commit(row);
        const before = known.order(row.订单编号);
        known.commit(without(row, left));
        expect(known.order(row.订单编号)).toMatchObject({ ...before, updatedAtMs: expect.any(Number) });
        fresh.commit(without(row, left));
        // A row of which nothing is left but its number is no order at all.
        for (const order of fresh.orders()) expect([before.status, 'unknown']).toContain(order.status);
      }),
      { numRuns: 40 },
    );
  });
});

describe('F14: a number alone is no order', () => {
  it('rejects a row whose state, times and amounts are empty, with a sentence', () => {
    const desk = anImportDesk(folder);
    const bare = { ...without(PAID, []), 订单编号: 'bad12345', ...emptied(['订单创建时间', '订单付款时间']) };
    const { run, rejected } = desk.commit(PAID, {
      ...bare,
      ...emptied(['订单状态', '总金额', '买家实付金额']),
    });
    expect(run.counts).toMatchObject({ rows: 2, new: 1, rejected: 1 });
    expect(rejected).toEqual([
      { row: 3, column: '订单状态', value: '', reason: expect.stringMatching(/订单状态为空.*不是订单/) },
    ]);
  });

  it('takes a row whose status is empty and whose times are not', () => {
    const desk = anImportDesk(folder);
    desk.commit({ ...PAID, 订单状态: '' });
    expect(desk.order(NO).status).toBe('paid');
  });

  it('takes the memos of a file that has nothing else', () => {
    const desk = anImportDesk(folder);
    desk.commit(PAID);
    desk.commit({ 订单编号: NO, 商家备注: '周五前发出', 备注标签: '加急' });
    expect(desk.order(NO)).toMatchObject({ status: 'paid', memo: '周五前发出' });
  });
});

const emptied = (columns: readonly Column[]) => Object.fromEntries(columns.map((column) => [column, '']));
