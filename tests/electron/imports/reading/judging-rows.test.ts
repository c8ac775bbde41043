import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid } from '../../../support/export-files.ts';
import { itemsOf, ordersOf, rejectionsOf, rowsOf } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

describe('P1/X4: a row that cannot be trusted is refused, with the place and the way out', () => {
  it.each<[string, string, RegExp]>([
    ['订单编号', '', /为空/],
    ['订单编号', '3.30438E+18', /科学计数法，末几位已丢失.*不要用 Excel 打开保存/],
    ['订单编号', '见附件', /至少 6 位/],
    ['订单状态', '89.00', /不是订单状态/],
    ['总金额', '-5.00', /负数/],
    ['总金额', '免费', /不是金额/],
    ['买家实际支付金额', '1.005', /两位小数/],
    ['订单创建时间', '2026-02-30 10:00:00', /没有这个日期/],
    ['订单付款时间', '刚刚', /不是时间/],
    ['宝贝总数量', '1.5', /正整数/],
    ['宝贝总数量', '-1', /正整数/],
  ])('%s = %s', (column, value, reason) => {
    const path = folder.writeCsv(
      exportGrid('ERA_B', [{ 订单编号: '3304370000000000007' }, { [column]: value }]),
    );
    const rows = rowsOf(path);
    expect(rows.map(({ kind }) => kind)).toEqual(['record', 'rejected']);
    expect(rejectionsOf(path)).toEqual([{ row: 3, column, value, reason: expect.stringMatching(reason) }]);
  });

  it('names the column as the file does', () => {
    const path = folder.writeCsv(
      exportGrid('PINDUODUO_23', [{ '商品总价(元)': '十元', 订单状态: '已收货' }]),
    );
    expect(rejectionsOf(path)).toEqual([expect.objectContaining({ column: '商品总价(元)', value: '十元' })]);
  });

  it('Q16: refuses a sub-order whose number was rounded', () => {
    const path = folder.writeCsv(exportGrid('ITEMS_23', [{ 子订单编号: '3.30438E+18' }]));
    expect(rejectionsOf(path)).toEqual([expect.objectContaining({ column: '子订单编号' })]);
  });

  it('Q16: keeps the order when only the payment number was rounded, but not as a payment number', () => {
    const [order] = ordersOf(folder.writeCsv(exportGrid('ERA_E_9', [{ 支付单号: '2.02606E+27' }])));
    expect(order?.fields.paymentNo).toBeNull();
    expect(order?.extra).toEqual({ 支付单号: '2.02606E+27' });
  });

  it('gives one reason for each row', () => {
    const path = folder.writeCsv(exportGrid('ERA_B', [{ 总金额: 'x', 订单状态: 'y', 订单创建时间: 'z' }]));
    expect(rejectionsOf(path)).toHaveLength(1);
  });

  it('takes an empty cell for no news, not for an error', () => {
    const empty = { 订单状态: '', 总金额: '--', 订单创建时间: 'null', 宝贝总数量: '' };
    const [order] = ordersOf(folder.writeCsv(exportGrid('ERA_C_2018', [empty])));
    expect(order?.fields).toMatchObject({
      status: null,
      platformStatus: null,
      placedAtMs: null,
      itemCount: null,
    });
    const [item] = itemsOf(folder.writeCsv(exportGrid('ITEMS_18', [{ 子订单编号: '', 购买数量: 'None' }])));
    expect(item).toMatchObject({ subNo: null, item: { quantity: null } });
  });
});
