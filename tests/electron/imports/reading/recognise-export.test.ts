import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createFileCatalogue } from '../../../../electron/imports/kinds/file-catalogue.ts';
import { ORDER_EXPORT } from '../../../../electron/imports/kinds/orders/order-export.ts';
import { createRecogniseExport } from '../../../../electron/imports/reading/recognise-export.ts';
import { createExportFolder, exportGrid } from '../../../support/export-files.ts';
import { buildXlsx, type XlsxSheet } from '../../../support/xlsx-files.ts';
import { readable } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const recognise = createRecogniseExport(createFileCatalogue([ORDER_EXPORT]));
const isExport = (path: string) => recognise(path, () => false);
const book = (...sheets: XlsxSheet[]) => folder.write(buildXlsx({ sheets }), 'mail.xlsx');
const notes = (name: string): XlsxSheet => ({ name, rows: [['说明']] });
const orders = (count: number): XlsxSheet => ({
  name: '数据',
  rows: exportGrid(
    'ERA_E_9',
    Array.from({ length: count }, (_, index) => ({ 支付详情: `${index * 7919}` })),
  ),
});

describe('F7 of the attack: what lies in the watched folder is known by its start', () => {
  it('knows an export by its columns, in text, in a workbook and on a page', () => {
    const grid = exportGrid('ERA_E_9');
    const html = `<table>${grid.map((cells) => `<tr><td>${cells.join('<td>')}`).join('')}</table>`;
    expect(isExport(folder.writeCsv(grid))).toBe(true);
    expect(isExport(book(notes('说明'), orders(1)))).toBe(true);
    expect(isExport(folder.writeText(html, 'gb18030', 'a.xls'))).toBe(true);
  });

  it('takes nothing else for one: other tables, damage, what is gone, what is too large', () => {
    expect(isExport(folder.writeText('姓名,部门\n小满,客服\n'))).toBe(false);
    expect(isExport(folder.write('PK broken', 'a.xlsx'))).toBe(false);
    expect(isExport('/nowhere/a.csv')).toBe(false);
    const text = `${exportGrid('ERA_E_9')[0]?.join(',')}\n${`${'x'.repeat(99)}\n`.repeat(30_000)}`;
    expect(isExport(folder.writeText(text))).toBe(false);
  });

  it('looks at the first sheets only', () => {
    const many = Array.from({ length: 20 }, (_, index) => notes(`说明${index}`));
    const path = book(...many, orders(1));
    expect(isExport(path)).toBe(false);
    expect(readable(path).sheets).toEqual(['数据']);
  });

  it('unpacks no more of an ordinary workbook than it takes to know it', () => {
    const bytes = Buffer.from(buildXlsx({ sheets: [orders(20_000)] }));
    // The damage lies behind the start of the sheet and of its texts.
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      const at = bytes.indexOf(part) + part.length + 60_000;
      bytes.fill(0x5a, at, at + 100);
    }
    expect(isExport(folder.write(bytes, 'mail.xlsx'))).toBe(true);
  });

  it('F13: gives up on a file that unfolds to more than the work of a second', () => {
    const filler = Buffer.alloc(60 * 1024 ** 2, '<si><t>x</t></si>'.repeat(1000));
    const strings = Buffer.concat([Buffer.from('<sst>'), filler, Buffer.from('</sst>')]);
    const cell = '<row><c t="s"><v>3000000</v></c></row>';
    const files = {
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet><sheetData>${cell}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': strings,
    };
    expect(isExport(folder.write(zipSync(files), 'mail.xlsx'))).toBe(false);
  });

  it('is stopped when the program ends', () => {
    expect(() => recognise(book(orders(1)), () => true)).toThrow('已取消');
  });
});
