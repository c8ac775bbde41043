import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid, rowUnder } from '../../../../support/export-files.ts';
import { headerOf } from '../../../../support/export-headers.ts';
import { buildXlsx, type XlsxBook, type XlsxCell, type XlsxSheet } from '../../../../support/xlsx-files.ts';
import { ordersOf, rejectionsOf } from '../read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['订单编号', '订单状态', '总金额', '订单创建时间', '商家备注'];
const at = (iso: string) => Date.parse(`${iso}+08:00`);

function writeBook(book: XlsxBook): string {
  return folder.write(buildXlsx(book), 'export.xlsx');
}

function writeSheet(rows: readonly (readonly XlsxCell[])[], sheet: Partial<XlsxSheet> = {}): string {
  return writeBook({ sheets: [{ name: 'export', rows, ...sheet }] });
}

function orderCells(cells: Readonly<Record<string, XlsxCell>>): XlsxCell[] {
  const usual: Record<string, XlsxCell> = {
    订单编号: '3304370000000000001',
    订单状态: '买家已付款,等待卖家发货',
    总金额: '89.00',
  };
  return HEADER.map((name) => (name in cells ? cells[name] : usual[name]));
}

describe('P1/X4: workbooks', () => {
  it('Q13: reads all rows whatever the dimension says', () => {
    const grid = exportGrid(
      'ERA_E',
      Array.from({ length: 30 }, () => ({})),
    );
    for (const dimension of ['A1', 'A1:B2', 'ZZ9:A1', '']) {
      expect(ordersOf(writeSheet(grid, { dimension }))).toHaveLength(30);
    }
  });

  it('Q11: reads times as text, as date cells and as bare numbers', () => {
    const path = writeSheet([
      HEADER,
      orderCells({ 订单创建时间: '2018/5/3 9:30' }),
      orderCells({ 订单创建时间: { number: '43223.395833333336', style: 1 } }),
      orderCells({ 订单创建时间: { number: '43223.395833333336', style: 2 } }),
      orderCells({ 订单创建时间: { number: '43223.395833333336' } }),
    ]);
    expect(ordersOf(path).map(({ fields }) => fields.placedAtMs)).toEqual(
      Array.from({ length: 4 }, () => at('2018-05-03T09:30:00')),
    );
  });

  it('Q11: knows workbooks that count from 1904', () => {
    const rows = [
      HEADER,
      orderCells({ 订单创建时间: { number: '41761.5', style: 1 } }),
      orderCells({ 订单创建时间: { number: '41761.5' } }),
    ];
    const path = writeBook({ sheets: [{ name: 'export', rows }], isDate1904: true });
    for (const { fields } of ordersOf(path)) expect(fields.placedAtMs).toBe(at('2018-05-03T12:00:00'));
  });

  it.each([
    ['89', 8900],
    ['59.8', 5980],
    ['59.800000000000004', 5980],
    ['59.799999999999997', 5980],
    ['1.1000000000000001E2', 11000],
    ['0', 0],
  ])('Q10: reads the number %s as money', (number, fen) => {
    const rows = [HEADER, orderCells({ 总金额: { number } }), orderCells({ 总金额: { number, style: 3 } })];
    for (const { fields } of ordersOf(writeSheet(rows))) expect(fields.payableFen).toBe(fen);
  });

  it.each(['3304370000000000000', '3.30437E+18', '3.3043700000000001E+18', '1234567890123456'])(
    'Q16: refuses the order number %s that a spreadsheet has rounded',
    (number) => {
      const [rejected, ...more] = rejectionsOf(writeSheet([HEADER, orderCells({ 订单编号: { number } })]));
      expect(more).toEqual([]);
      expect(rejected).toMatchObject({ row: 2, column: '订单编号' });
      expect(rejected?.reason).toMatch(/科学计数法.*末几位已丢失.*重新导出/);
    },
  );

  it('Q16: takes a number of up to fifteen digits as it is', () => {
    const numbers = ['300000000001', '999999999999999'];
    const rows = [HEADER, ...numbers.map((number) => orderCells({ 订单编号: { number } }))];
    expect(ordersOf(writeSheet(rows)).map(({ no }) => no)).toEqual(numbers);
  });

  it('reads inline, rich and escaped text, booleans, errors and gaps', () => {
    const memos: XlsxCell[] = [
      { inline: '改地址 & <急>' },
      { rich: ['加', '急'] },
      '第一行_x000D_\n第二行',
      { error: '#N/A' },
      { boolean: true },
      undefined,
    ];
    const path = writeSheet([
      HEADER,
      ...memos.map((memo) => orderCells({ 订单创建时间: undefined, 商家备注: memo })),
    ]);
    expect(ordersOf(path).map(({ fields }) => fields.memo)).toEqual([
      '改地址 & <急>',
      '加急',
      '第一行\r\n第二行',
      null,
      '是',
      null,
    ]);
  });

  it('reads cells without references, and names with a prefix', () => {
    const grid = exportGrid('ERA_E_9');
    const sheet = { name: 'export', rows: grid };
    expect(ordersOf(writeBook({ sheets: [{ ...sheet, hasNoReferences: true }] }))).toHaveLength(1);
    expect(ordersOf(writeBook({ sheets: [sheet], prefix: 'x' }))).toHaveLength(1);
  });

  it('Q14: finds the header below titles, and counts rows as the spreadsheet does', () => {
    const [order] = ordersOf(
      writeSheet([['订单明细'], [], ['导出时间', '2026-06-10'], ...exportGrid('ERA_E_9')]),
    );
    expect(order?.row).toBe(5);
  });

  it('gives what the same rows give as text', () => {
    const header = headerOf('ERA_E');
    const cell = fc.string({
      unit: fc.constantFrom('a', '中', '𠮷', '&', '<', '"', ',', '1', '_', '；'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (cells) => {
        const rows = cells.map(([买家留言, 商家备注]) => rowUnder(header, { 买家留言, 商家备注 }));
        const asText = ordersOf(folder.writeCsv([header, ...rows], { quotes: 'all' }));
        expect(ordersOf(writeSheet([header, ...rows]))).toEqual(asText);
      }),
      { numRuns: 40 },
    );
  });
});
