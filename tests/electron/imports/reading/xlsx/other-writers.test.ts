import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../../../support/export-files.ts';
import { buildXlsx, type XlsxBook, type XlsxCell } from '../../../../support/xlsx-files.ts';
import { ordersOf, readExport, reasonOf, rejectionsOf } from '../read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['订单编号', '订单状态', '总金额', '订单创建时间', '商家备注'];
const NO = '3304370000000000001';
const ORDER = [NO, '买家已付款,等待卖家发货', '89.00', '2026-06-10 08:00:00', '尽快'];
const write = (book: Partial<XlsxBook>, row: readonly XlsxCell[] = ORDER) =>
  folder.write(buildXlsx({ sheets: [{ name: 'Sheet1', rows: [HEADER, row] }], ...book }), 'orders.xlsx');
const inSheets = (edit: (xml: string) => string) => (xml: string, part: string) =>
  part.includes('worksheets/') ? edit(xml) : xml;
const inWorkbook = (edit: (xml: string) => string) => (xml: string, part: string) =>
  part.endsWith('workbook.xml') ? edit(xml) : xml;

/** The one order of a workbook that is read right. */
const READ = [
  { no: NO, payableFen: 8900, placedAtMs: Date.parse('2026-06-10T08:00:00+08:00'), memo: '尽快' },
];
const read = (path: string) =>
  ordersOf(path).map(({ no, fields: { payableFen, placedAtMs, memo } }) => ({
    no,
    payableFen,
    placedAtMs,
    memo,
  }));

describe('workbooks as other programs write them', () => {
  it.each<[string, (xml: string) => string]>([
    ['blanks around the equals sign (F10)', (xml) => xml.replaceAll('="', ' = "')],
    ['single quotes', (xml) => xml.replaceAll(/="([^"]*)"/g, "='$1'")],
    ['line breaks between attributes', (xml) => xml.replaceAll(/ (\w+)="/g, '\n\t$1="')],
    ['attributes that end alike', (xml) => xml.replaceAll('<c ', '<c xr="Z9" st="e" spans="1:9" ')],
    ['comments and instructions', (xml) => xml.replaceAll('<c ', '<!-- <c t="n"> --><?x <c> ?><c ')],
  ])('%s', (_what, edit) => {
    expect(read(write({ edit: inSheets(edit) }))).toEqual(READ);
    expect(read(write({ edit }))).toEqual(READ);
  });

  it.each(['workbook.xml', 'xl/workbook2.xml', 'some/where/Book.xml'])(
    'F11: the workbook stands at %s, where the package says',
    (workbook) => {
      expect(read(write({ workbook }))).toEqual(READ);
    },
  );

  it('names its parts from the root, by steps upwards, and in other cases', () => {
    const target = (to: string) => (xml: string, part: string) =>
      part.endsWith('workbook.xml.rels') ? xml.replace('"worksheets/sheet1.xml"', `"${to}"`) : xml;
    for (const to of ['/xl/worksheets/sheet1.xml', '../xl/./Worksheets/Sheet1.xml']) {
      expect(read(write({ edit: target(to) }))).toEqual(READ);
    }
  });

  it('is still found where the package says nothing', () => {
    expect(
      read(
        write({
          edit: (xml, part) => (part === '_rels/.rels' ? xml.replace(/<Relationship .*?\/>/, '') : xml),
        }),
      ),
    ).toEqual(READ);
  });

  it('is written by the stricter standard', () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        );
    expect(read(write({ edit: strict }))).toEqual(READ);
  });

  it('has another prefix for what it refers to', () => {
    expect(
      read(
        write({
          edit: inWorkbook((xml) => xml.replace('xmlns:r=', 'xmlns:rel=').replaceAll('r:id', 'rel:id')),
        }),
      ),
    ).toEqual(READ);
  });

  it('F05: has its properties once more in a namespace of later years', () => {
    const later =
      '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1" date1904="0"/></ext></extLst></workbook>';
    const book = { isDate1904: true, edit: inWorkbook((xml: string) => xml.replace('</workbook>', later)) };
    expect(
      read(write(book, [NO, ORDER[1], '89.00', { number: '44721.333333333336', style: 1 }, '尽快'])),
    ).toEqual(READ);
  });

  it('F12: a cell with a text of its own is that text, whatever stands beside it', () => {
    for (const value of ['<v>9</v>', '<v>尽快</v>']) {
      const beside = (xml: string) =>
        xml.replaceAll('<is>', `${value}<is>`).replaceAll('</is>', `</is>${value}`);
      expect(
        read(
          write(
            { edit: inSheets(beside) },
            ORDER.map((cell) => ({ inline: cell })),
          ),
        ),
      ).toEqual(READ);
    }
  });

  it('keeps a later addition to a cell out of it', () => {
    const added = (xml: string) =>
      xml.replaceAll('</v></c>', '</v><extLst><ext xmlns:y="urn:y"><y:v>7</y:v></ext></extLst></c>');
    expect(read(write({ edit: inSheets(added) }))).toEqual(READ);
  });

  it('has sheets that are charts', () => {
    const path = write({
      edit: (xml, part) => {
        if (part.endsWith('workbook.xml'))
          return xml.replace('<sheets>', '<sheets><sheet name="图" sheetId="9" r:id="rId9"/>');
        if (!part.endsWith('workbook.xml.rels')) return xml;
        return xml.replace(
          '</Relationships>',
          '<Relationship Id="rId9" Type="http://x/chartsheet" Target="worksheets/sheet1.xml"/></Relationships>',
        );
      },
    });
    expect(read(path)).toEqual(READ);
  });
});

describe('F13 of the attack: hand-made workbooks are answered with a sentence', () => {
  const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const relation = (name: string) => `<sheet name="a" r:id="${name}"/>`;
  const zip = (sheet: string, sheets = relation('rId1'), more: Record<string, Uint8Array> = {}) =>
    folder.write(
      zipSync({
        'xl/workbook.xml': Buffer.from(`<workbook><sheets>${sheets}</sheets></workbook>`),
        'xl/worksheets/sheet1.xml': Buffer.from(sheet),
        ...more,
      }),
    );
  const text = (reference: string, content: string) => `<c r="${reference}" t="str"><v>${content}</v></c>`;
  const header = `<row r="1">${HEADER.map((name, at) => text(`${'ABCDE'[at]}1`, name)).join('')}</row>`;

  it('a cell that goes on and on, in one piece or in many', () => {
    const long = 'x'.repeat(1_000_001);
    expect(reasonOf(zip(sheetXml(`<row>${text('A1', long)}</row>`)))).toMatch(
      /第 1 行第 1 列的内容超过 100 万字/,
    );
    const pieces = `${'x'.repeat(100_000)}<!-- -->`.repeat(11);
    expect(reasonOf(zip(sheetXml(`<row>${text('A1', pieces)}</row>`)))).toMatch(/超过 100 万字/);
  });

  it('a shared text that goes on and on, and one that is not there', () => {
    const cell = '<row><c r="A1" t="s"><v>0</v></c></row>';
    const strings = (inner: string) => ({ 'xl/sharedStrings.xml': Buffer.from(`<sst>${inner}</sst>`) });
    const long = `<si><t>${'x'.repeat(1_000_001)}</t></si>`;
    expect(reasonOf(zip(sheetXml(cell), relation('rId1'), strings(long)))).toMatch(/超过 100 万字/);
    expect(reasonOf(zip(sheetXml(cell), relation('rId1'), strings('')))).toMatch(/损坏/);
    expect(reasonOf(zip(sheetXml(cell)))).toMatch(/损坏/);
  });

  it('rows as wide as a sheet: the cell is named, the row takes no more room than a report', () => {
    const wide = (row: number) => `<row r="${row}">${text(`A${row}`, NO)}${text(`XFD${row}`, 'x')}</row>`;
    const rows = Array.from({ length: 500 }, (_, index) => wide(index + 2)).join('');
    const rejections = rejectionsOf(zip(sheetXml(header + rows)));
    expect(rejections).toHaveLength(500);
    expect(rejections[0]).toMatchObject({ row: 2, reason: expect.stringContaining('第 1024 列之后') });
  });

  it('more rows than a sheet holds', () => {
    expect(() => ordersOf(zip(sheetXml(`${header}<row r="9999999">${text('A9999999', NO)}</row>`)))).toThrow(
      '超过 1048576 行',
    );
  });

  it('more sheets than a book has, and one sheet under many names', () => {
    const many = Array.from({ length: 300 }, (_, index) => `xl/worksheets/sheet${index + 1}.xml`);
    const parts = Object.fromEntries(many.map((name) => [name, Buffer.from(sheetXml(''))]));
    expect(reasonOf(zip(sheetXml(''), relation('none').repeat(300), parts))).toMatch(/超过 200 个工作表/);
    const same = relation('rId1').repeat(100_000);
    const rels = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
    const row = `<row>${[NO, '交易成功', '1', '2026-06-10'].map((value, at) => text(`${'ABCD'[at]}2`, value)).join('')}</row>`;
    const path = zip(sheetXml(header + row), same, { 'xl/_rels/workbook.xml.rels': Buffer.from(rels) });
    expect(ordersOf(path)).toHaveLength(1);
  });

  it('is stopped within a part that unfolds to thousands of times its size', () => {
    const rows = '<row/>'.repeat(1_000_000);
    const path = zip(sheetXml(header + rows));
    let asked = 0;
    expect(() => readUntil(path, () => ++asked > 20)).toThrow('已取消');
  });
});

function readUntil(path: string, shouldStop: () => boolean): unknown {
  const reading = readExport(path, { shouldStop });
  return reading.kind === 'readable' && [...reading.rows()];
}
