import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hasRoundedNumbers } from '../../../../electron/imports/reading/rounded-numbers.ts';
import { createExportFolder } from '../../../support/export-files.ts';
import { aRefundDesk, RETURNED } from '../../refunds/a-refund-desk.ts';
import { anImportDesk } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const ORDER = {
  订单编号: '3304370123456789012',
  支付单号: '2026060922001100000000000001',
  总金额: '10.00',
  订单状态: '等待买家付款',
  订单创建时间: '2026/6/10 8:00',
};
const rows = (...numbers: readonly string[]) => numbers.map((text, at) => ({ row: at + 2, cells: [text] }));
const judged = (...numbers: readonly string[]) => hasRoundedNumbers(rows(...numbers), [0]);
const rounded = (no: string) => no.slice(0, 15).padEnd(no.length, '0');

describe('F04: numbers that a spreadsheet has rounded without an exponent', () => {
  it('are all rejected, for the same reason as those with one', () => {
    const desk = anImportDesk(folder);
    const numbers = ['3304370123456780000', '3304370123456780000', '3304370123456790000', '3.30437E+18'];
    const { run, rejected } = desk.commit(...numbers.map((no) => ({ ...ORDER, 订单编号: no })));
    expect(run.counts).toMatchObject({ rows: 4, new: 0, rejected: 4 });
    expect(new Set(rejected.map(({ reason }) => reason)).size).toBe(1);
    expect(rejected[0]?.reason).toMatch(/末几位已丢失.*不要用 Excel 打开保存/);
  });

  it('are rejected as numbers of sub-orders and of refunds too', () => {
    const items = anImportDesk(folder, 'douyin');
    const line = {
      主订单编号: 'A-100001',
      选购商品: '示例甲',
      订单提交时间: '2026-06-10 09:00:00',
      订单状态: '待支付',
    };
    expect(
      items.preview(
        { ...line, 子订单编号: '6917000000000010000' },
        { ...line, 子订单编号: '6917000000000020000' },
      ).rejected,
    ).toMatchObject([{ column: '子订单编号' }, { column: '子订单编号' }]);
    const desk = aRefundDesk(folder);
    const outcome = desk.preview(
      'REFUNDS_2026',
      { ...RETURNED, 退款编号: '250000123456780000' },
      { ...RETURNED, 退款编号: '250000123456790000' },
    );
    expect(outcome).toMatchObject({ preview: { counts: { rejected: 2 } } });
  });

  it('cost the payment number alone where the order has kept its own', () => {
    const desk = anImportDesk(folder);
    desk.commit(
      { ...ORDER, 支付单号: '2026060922001100000000000000' },
      { ...ORDER, 订单编号: '3304370123456789013', 支付单号: '2026060922001110000000000000' },
    );
    expect(desk.order(ORDER.订单编号)).toMatchObject({
      paymentNo: null,
      extra: { 支付单号: '2026060922001100000000000000' },
    });
  });

  it('are known as rounded whatever they were', () => {
    const no = fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String);
    fc.assert(
      fc.property(fc.uniqueArray(no, { minLength: 4, maxLength: 20, selector: rounded }), (numbers) => {
        expect(judged(...numbers.map(rounded))).toBe(true);
      }),
    );
  });

  it('are not suspected where one number of many ends in zeros by chance', () => {
    const whole = Array.from({ length: 30 }, (_, at) => (3304370123456789012n + BigInt(at)).toString());
    expect(judged(...whole, '3304370123456780000')).toBe(false);
    expect(judged('3304370123456789010', '3304370123456789020')).toBe(false);
    expect(judged('2416000000000010', '2416000000000020')).toBe(false);
    expect(judged('300000000000', '300000000010')).toBe(false);
    expect(judged()).toBe(false);
  });
});
