import { afterAll, describe, expect, it } from 'vitest';
import { rejectedRowsTable } from '../../../../electron/imports/rejected-rows-table.ts';
import { createExportFolder, exportGrid } from '../../../support/export-files.ts';
import { headerOf } from '../../../support/export-headers.ts';
import { buildXlsx, type XlsxSheet } from '../../../support/xlsx-files.ts';
import { ordersOf, readable, readExport, reasonOf, recordsOf, rejectionsOf } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const write = (...sheets: XlsxSheet[]) => folder.write(buildXlsx({ sheets }), 'orders.xlsx');
const numberOf = (index: number) => `330437000000000000${index}`;
const orders = (name: string, ...indexes: number[]): XlsxSheet => ({
  name,
  rows: exportGrid(
    'ERA_E_9',
    indexes.map((index) => ({ 订单编号: numberOf(index) })),
  ),
});
const items = (name: string, no: string): XlsxSheet => ({
  name,
  rows: exportGrid('ITEMS_23', [{ 主订单编号: no }, { 主订单编号: no, 子订单编号: numberOf(9) }]),
});
const notes: XlsxSheet = { name: '说明', rows: [['导出说明'], ['请勿修改']] };
const empty: XlsxSheet = { name: 'Sheet3', rows: [] };

describe('F03 of the field: no sheet of a workbook stays out without a word', () => {
  it('reads all sheets that are reports, in their order', () => {
    const path = write(orders('6月上', 1, 2), orders('6月中', 3), empty);
    expect(ordersOf(path).map(({ no }) => no)).toEqual([1, 2, 3].map(numberOf));
    expect(readable(path)).toMatchObject({ sheets: ['6月上', '6月中'], leftOut: [] });
  });

  it('reads orders and their goods of one book', () => {
    const path = write(orders('订单报表', 1), items('销售明细', numberOf(1)));
    expect(recordsOf(path).map(({ kind }) => kind)).toEqual(['order', 'item', 'item']);
    expect(readable(path).layout.label).toBe('淘宝/天猫 订单报表、淘宝/天猫 宝贝报表');
  });

  it('names what is no report, what is of another kind or platform, and what is hidden', () => {
    const refunds: XlsxSheet = { name: '退款', rows: [headerOf('REFUNDS_2017')] };
    const pinduoduo: XlsxSheet = { name: '多多', rows: exportGrid('PINDUODUO_23') };
    const hidden = { ...orders('旧', 8), isHidden: true };
    const path = write(notes, orders('订单', 1), hidden, refunds, pinduoduo, empty);
    expect(ordersOf(path).map(({ no }) => no)).toEqual([numberOf(1)]);
    expect(readable(path).leftOut).toEqual([
      { sheet: '说明', reason: '没有找到报表的表头' },
      { sheet: '旧', reason: expect.stringContaining('隐藏') },
      { sheet: '退款', reason: expect.stringMatching(/退款.*不是订单/) },
      { sheet: '多多', reason: expect.stringMatching(/拼多多.*同一平台/) },
    ]);
  });

  it('reads a hidden sheet where there is no other', () => {
    const hidden = { ...orders('旧', 8), isHidden: true };
    expect(ordersOf(write(notes, hidden)).map(({ no }) => no)).toEqual([numberOf(8)]);
  });

  it('takes the sheet that 千牛 writes for the one that the others have to go with', () => {
    const pinduoduo: XlsxSheet = { name: '多多', rows: exportGrid('PINDUODUO_23') };
    expect(readable(write(pinduoduo, orders('export', 1)))).toMatchObject({
      format: 'taobao-orders',
      sheets: ['export'],
      leftOut: [{ sheet: '多多' }],
    });
  });

  it('says where a rejected row stands, and hands the rows of all sheets back in one table', () => {
    const bad = (name: string, cells: Readonly<Record<string, string>>): XlsxSheet => ({
      name,
      rows: exportGrid('ERA_E_19', [{ 订单编号: numberOf(1) }, cells]),
    });
    const path = write(orders('甲', 1), bad('乙', { 订单编号: '3.30437E+18', 商品标题: '示例水杯' }));
    expect(rejectionsOf(path)).toMatchObject([{ sheet: '乙', row: 3, column: '订单编号' }]);
    const { columns, rows } = rejectedRowsTable(readExport(path, {}));
    const headers = columns.map(({ header }) => header);
    const [row] = [...rows];
    expect(headers.slice(0, 9)).toEqual(headerOf('ERA_E_9'));
    expect(row?.[headers.indexOf('商品标题')]).toBe('示例水杯');
    expect(row?.at(-2)).toBe('乙 3');
  });

  it('tells how far the whole file is', () => {
    const path = write(orders('甲', 1), orders('乙', 2));
    const seen: (readonly [number, number])[] = [];
    const reading = readExport(path, { onProgress: (done, total) => seen.push([done, total]) });
    expect(reading.kind === 'readable' && [...reading.rows()]).toHaveLength(2);
    expect(seen.map(([done, total]) => done / total)).toEqual([0.5, 1]);
  });

  it('explains a book without any report', () => {
    expect(reasonOf(write(notes, empty))).toMatch(/缺少订单编号/);
  });
});
