import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid, rowUnder } from '../../../../support/export-files.ts';
import { headerOf } from '../../../../support/export-headers.ts';
import { escapeXml } from '../../../../support/xlsx-files.ts';
import { ordersOf, readable, reasonOf, rejectionsOf, rowsOf } from '../read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['订单编号', '订单状态', '总金额', '订单创建时间', '买家留言'];
const NO = '3304370000000000001';
const ORDER = [NO, '买家已付款,等待卖家发货', '89.00', '2026-06-09 22:10:03', '尽快'];

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const page = (inner: string, head = '') => `<html><head>${head}</head><body>${inner}</body></html>`;
const table = (...rows: string[]) => `<table>${rows.join('\n')}</table>`;
const write = (html: string, encoding: 'utf-8' | 'gb18030' | 'utf-8-bom' = 'utf-8') =>
  folder.writeText(html, encoding, 'ExportOrderList.xls');

describe('Q15: a web page under the name of a workbook is read', () => {
  it.each(['utf-8', 'gb18030', 'utf-8-bom'] as const)('in %s, whatever it says itself', (encoding) => {
    const html = page(
      table(row(HEADER, 'th'), row(ORDER)),
      '<meta charset="iso-8859-1"><style>td{mso-number-format:"\\@"}</style>',
    );
    const path = write(html, encoding);
    expect(readable(path)).toMatchObject({ format: 'taobao-orders', sheets: [], leftOut: [] });
    expect(ordersOf(path)).toMatchObject([{ no: NO, row: 2, fields: { payableFen: 8900, status: 'paid' } }]);
  });

  it.each([
    ['a table alone', table(row(HEADER), row(ORDER))],
    [
      'a mark, blanks and a comment before it',
      `\ufeff\r\n<!-- 导出 -->\n<!DOCTYPE html>${page(table(row(HEADER), row(ORDER)))}`,
    ],
    ['XHTML', `<?xml version="1.0" encoding="utf-8"?>${page(table(row(HEADER), row(ORDER)))}`],
    [
      'capitals, and cells that nobody closes',
      `<HTML><TABLE BORDER=1><TR><TH>${HEADER.join('<TH>')}<TR><TD>${ORDER.join('<TD>')}</TABLE>`,
    ],
    ['parts of a table', `<table><thead>${row(HEADER)}</thead><tbody>${row(ORDER)}</tbody></table>`],
    [
      'a table for the layout around it',
      `<table><tr><td>报表</td><td>${table(row(HEADER), row(ORDER))}</td></tr></table>`,
    ],
    [
      'a title above it',
      `<h1>订单</h1>${table(row(['导出时间：2026-06-10']))}${table(row(HEADER), row(ORDER))}`,
    ],
    [
      'the marks of Excel',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel">${table(row(HEADER), row(ORDER).replaceAll('<td>', '<td class=xl24 x:str>'))}</html>`,
    ],
  ])('with %s', (_what, html) => {
    const read = rowsOf(write(html));
    expect(read.filter(({ kind }) => kind === 'record')).toHaveLength(1);
    expect(read[0]).toMatchObject({ record: { no: NO, fields: { customerMessage: '尽快' } } });
  });

  it('takes entities, breaks and blanks for what they stand for, and no script for text', () => {
    const cells = [
      ...ORDER.slice(0, 4),
      '<b>第一行&nbsp;&amp;&lt;急&gt;</b><br>  第二\n行 &#21487;&hellip;<script>x("</td>")</script>',
    ];
    const [order] = ordersOf(write(table(row(HEADER), row(cells))));
    expect(order?.fields.customerMessage?.replaceAll('\u00a0', ' ')).toBe('第一行 &<急>\n第二 行 可…');
  });

  it('says of every row what a cell over several rows says, and leaves free what one over several columns covers', () => {
    const html = table(
      '<tr><td colspan="5">订单报表</td></tr>',
      row(HEADER),
      `<tr><td rowspan=2>${NO}</td><td rowspan="2">${ORDER[1]}</td><td>89.00</td><td colspan=2>2026-06-09 22:10:03</td></tr>`,
      `<tr><td>89.00</td><td>2026-06-09 22:10:03</td><td>尽快</td></tr>`,
      row(['3304370000000000002', ...ORDER.slice(1)]),
    );
    const orders = ordersOf(write(html));
    expect(orders.map(({ no, fields }) => [no, fields.customerMessage])).toEqual([
      [NO, null],
      [NO, '尽快'],
      ['3304370000000000002', '尽快'],
    ]);
  });

  it('Q16: refuses the order number that a spreadsheet has rounded', () => {
    const path = write(table(row(HEADER), row(['3.30437E+18', ...ORDER.slice(1)])));
    expect(rejectionsOf(path)).toMatchObject([{ row: 2, column: '订单编号' }]);
  });

  it('gives what the same rows give as text', () => {
    const header = headerOf('ERA_D');
    const grid = exportGrid('ERA_D', [{}, { 买家留言: '"急", <快>' }]);
    const html = table(...grid.map((cells) => row(cells.map(escapeXml))));
    expect(ordersOf(write(page(html), 'gb18030'))).toEqual(
      ordersOf(folder.writeCsv([header, ...grid.slice(1)], { quotes: 'all' })),
    );
    expect(rowUnder(header, {})).toHaveLength(header.length);
  });

  it('names the place where a page was cut off', () => {
    const whole = page(table(row(HEADER), row(ORDER), row(['3304370000000000002', ...ORDER.slice(1)])));
    const within = write(whole.slice(0, whole.lastIndexOf('89.00') + 2));
    expect(rejectionsOf(within)).toEqual([
      expect.objectContaining({ row: 3, reason: expect.stringContaining('没有下载完整') }),
    ]);
    const between = write(whole.slice(0, whole.lastIndexOf('<tr>')));
    expect(rowsOf(between).map(({ kind }) => kind)).toEqual(['record', 'rejected']);
  });

  it('says of a page without a table that the agent may be logged out', () => {
    expect(reasonOf(write(page('<form>请登录</form>')))).toMatch(/网页.*没有表格.*登录/);
    expect(reasonOf(write(page(table(row(['姓名', '部门', '工号']), row(['小满', '客服', '7'])))))).toMatch(
      /缺少订单编号.*姓名、部门、工号/,
    );
    expect(reasonOf(write('MIME-Version: 1.0\r\nContent-Type: multipart/related'))).toMatch(/\.mht.*另存为/);
    expect(reasonOf(write('<?xml version="1.0"?><feed><title>x</title></feed>'))).toMatch(
      /XML 文件，不是表格/,
    );
  });

  it('does not give a cell more room than it needs', () => {
    const wide = table(row(HEADER), `<tr><td colspan="4000000000">${NO}</td><td rowspan="-1">x</td></tr>`);
    expect(rejectionsOf(write(wide))).toMatchObject([{ row: 2, reason: expect.stringContaining('1024') }]);
    expect(() => rowsOf(write(table(row(HEADER), row([NO, 'x'.repeat(1_100_000)]))))).toThrow('100 万字');
  });
});
