import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid } from '../../../../support/export-files.ts';
import { escapeXml } from '../../../../support/xlsx-files.ts';
import { ordersOf, readable, reasonOf, rejectionsOf, rowsOf } from '../read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['订单编号', '订单状态', '总金额', '订单创建时间', '买家留言'];
const NO = '3304370000000000001';
const data = (text: string, type = 'String') => `<Data ss:Type="${type}">${text}</Data>`;
const cell = (text: string) => `<Cell>${data(escapeXml(text))}</Cell>`;
const row = (cells: readonly string[]) => `<Row>${cells.map(cell).join('')}</Row>`;
const sheet = (name: string, ...rows: string[]) =>
  `<Worksheet ss:Name="${name}"><Table ss:ExpandedColumnCount="1">${rows.join('\n')}</Table></Worksheet>`;
const book = (...sheets: string[]) =>
  `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="@"/></Style></Styles>${sheets.join('')}</Workbook>`;
const write = (xml: string, encoding: 'utf-8' | 'gb18030' | 'utf-16le-bom' = 'utf-8', name = 'orders.xls') =>
  folder.writeText(xml, encoding, name);
const ORDER = [NO, '买家已付款,等待卖家发货', '89.00', '2026-06-09 22:10:03', '尽快 & <好>'];

describe('Q15: a workbook of Excel 2003 in XML is read, whatever it is called', () => {
  it.each(['orders.xls', 'orders.xlsx', 'orders.xml'])('as %s', (name) => {
    const path = write(book(sheet('订单', row(HEADER), row(ORDER))), 'utf-8', name);
    expect(readable(path)).toMatchObject({ format: 'taobao-orders', sheets: ['订单'] });
    expect(ordersOf(path)).toMatchObject([
      { no: NO, fields: { payableFen: 8900, customerMessage: '尽快 & <好>' } },
    ]);
  });

  it('in the encoding that it declares', () => {
    const xml = book(sheet('订单', row(HEADER), row(ORDER)));
    const declared = xml.replace('version="1.0"', `version='1.0' encoding='GB2312'`);
    for (const path of [write(declared, 'gb18030'), write(xml, 'utf-16le-bom')]) {
      expect(ordersOf(path)[0]?.fields.status).toBe('paid');
    }
  });

  it('by other prefixes, and by none', () => {
    const xml = book(sheet('订单', row(HEADER), row(ORDER)));
    const prefixed = xml
      .replace('<Workbook xmlns=', '<Workbook xmlns:q=')
      .replaceAll(/<(\/?)([A-Z])/g, '<$1q:$2')
      .replaceAll('ss:', 'q:')
      .replace('xmlns:q:', 'xmlns:ss2:');
    const bare = xml.replaceAll(/ xmlns(?::\w+)?="[^"]*"/g, '').replaceAll(' ss:', ' ');
    expect(ordersOf(write(bare))).toHaveLength(1);
    expect(ordersOf(write(prefixed.replace(/ xmlns:ss2:="[^"]*"/, '')))).toHaveLength(1);
  });

  it('with numbers, times, truth and errors by their types, and formatted text without its marks', () => {
    const cells = [
      `<Cell>${data('300000000001', 'Number')}</Cell>`,
      `<Cell>${data('#N/A', 'Error')}</Cell>`,
      `<Cell ss:StyleID="s1">${data('59.800000000000004', 'Number')}</Cell>`,
      `<Cell>${data('2026-06-09T22:10:03.000', 'DateTime')}<Comment>${data('别人的批注')}</Comment></Cell>`,
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>加</B><Font html:Color="#FF0000">急</Font></ss:Data></Cell>`,
    ];
    const [order] = ordersOf(write(book(sheet('订单', row(HEADER), `<Row>${cells.join('')}</Row>`))));
    expect(order).toMatchObject({
      no: '300000000001',
      fields: {
        payableFen: 5980,
        placedAtMs: Date.parse('2026-06-09T22:10:03+08:00'),
        customerMessage: '加急',
      },
    });
  });

  it('Q16: refuses the order number that a spreadsheet has rounded', () => {
    const cells = `<Cell>${data('3.3043700000000001E+18', 'Number')}</Cell>${ORDER.slice(1).map(cell).join('')}`;
    expect(rejectionsOf(write(book(sheet('订单', row(HEADER), `<Row>${cells}</Row>`))))).toMatchObject([
      { row: 2, column: '订单编号' },
    ]);
  });

  it('with rows and cells that are left out, or cover others', () => {
    const xml = book(
      sheet(
        '订单',
        `<Row><Cell ss:MergeAcross="4">${data('订单报表')}</Cell></Row>`,
        `<Row ss:Index="3">${HEADER.map(cell).join('')}</Row>`,
        `<Row><Cell ss:MergeDown="1">${data(NO)}</Cell>${cell('交易成功')}<Cell ss:Index="5">${data('尽快')}</Cell></Row>`,
        `<Row>${cell('交易成功')}<Cell ss:Index="5">${data('谢谢')}</Cell></Row>`,
      ),
    );
    expect(
      ordersOf(write(xml)).map(({ row: number, no, fields }) => [
        number,
        no,
        fields.status,
        fields.customerMessage,
      ]),
    ).toEqual([
      [4, NO, 'completed', '尽快'],
      [5, NO, 'completed', '谢谢'],
    ]);
  });

  it('F03: all of its sheets, or what was left out', () => {
    const path = write(
      book(
        sheet('上', row(HEADER), row(ORDER)),
        sheet('说明', row(['仅供内部'])),
        sheet('下', row(HEADER), row(['3304370000000000002', ...ORDER.slice(1)])),
      ),
    );
    expect(ordersOf(path)).toHaveLength(2);
    expect(readable(path)).toMatchObject({ sheets: ['上', '下'], leftOut: [{ sheet: '说明' }] });
  });

  it('unless it is cut off or holds no report', () => {
    const xml = book(sheet('订单', row(HEADER), row(ORDER)));
    expect(reasonOf(write(xml.slice(0, -20)))).toMatch(/没有下载完整/);
    expect(reasonOf(write(book(sheet('说明', row(['仅供内部'])))))).toMatch(/缺少订单编号/);
    expect(reasonOf(write(book()))).toMatch(/没有数据/);
  });

  it('gives what the same rows give as text', () => {
    const grid = exportGrid('ERA_D', [{}, { 买家留言: '"急", <快>' }]);
    const path = write(book(sheet('a', ...grid.map(row))), 'utf-8');
    expect(rowsOf(path)).toEqual(rowsOf(folder.writeCsv(grid, { quotes: 'all' })));
  });
});
