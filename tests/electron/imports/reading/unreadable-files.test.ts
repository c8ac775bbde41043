import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid, toCsv } from '../../../support/export-files.ts';
import type { ExportName } from '../../../support/export-headers.ts';
import { buildXlsx } from '../../../support/xlsx-files.ts';
import { readable, readExport, reasonOf, rowsOf } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The header names the sector in which the directory starts. */
function oldContainer(directorySector: number): Buffer {
  const header = Buffer.alloc(512);
  OLE2.copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(directorySector, 48);
  return header;
}
const GOOD_XLSX = Buffer.from(buildXlsx({ sheets: [{ name: 'export', rows: exportGrid('ERA_E_9') }] }));

describe('Q15: the bytes say what a file is', () => {
  it.each([
    ['an old workbook', Buffer.concat([OLE2, Buffer.alloc(600)]), /旧版 Excel.*另存为 \.xlsx/],
    [
      'a workbook with a password',
      Buffer.concat([OLE2, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      /密码/,
    ],
    [
      'a large workbook with a password, whose directory comes last',
      Buffer.concat([oldContainer(600), Buffer.alloc(600 * 512), Buffer.from('EncryptedPackage', 'utf16le')]),
      /密码/,
    ],
    ['nothing', Buffer.alloc(0), /空/],
    ['blanks', Buffer.from('\r\n \r\n'), /空/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['rubbish', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)), /不是表格/],
    ['a half zip', GOOD_XLSX.subarray(0, GOOD_XLSX.length - 300), /损坏/],
    ['a zip of files', Buffer.from(zipSync({ 'a.csv': Buffer.from('x') })), /压缩包.*解压/],
    ['an xlsb', Buffer.from(zipSync({ 'xl/workbook.bin': Buffer.from('x') })), /xlsb/],
  ])('%s', (_what, bytes, reason) => {
    expect(reasonOf(folder.write(bytes, 'ExportOrderList.xls'))).toMatch(reason);
  });

  it.each<[ExportName, RegExp]>([
    ['REFUNDS_2017', /退款/],
    ['REFUNDS_2026', /退款/],
    ['DOUYIN_REFUNDS', /售后/],
    ['PHRASES', /快捷短语/],
    ['CHAT', /聊天记录/],
    ['KPI', /KPI/],
    ['KPI_RECEPTION', /KPI/],
    ['PRODUCTS', /商品/],
  ])('%s is no export of orders, and the message says what it is', (name, what) => {
    const reason = reasonOf(folder.writeCsv(exportGrid(name)));
    expect(reason).toMatch(what);
    expect(reason).toContain('订单报表');
  });

  it('knows 淘宝助理 lists and third-party phrases by their first line', () => {
    expect(
      reasonOf(
        folder.writeText(
          'version 1.00\r\ntitle\tcid\tnum\r\n宝贝名称\t宝贝类目\t宝贝数量\r\n',
          'utf-16le-bom',
        ),
      ),
    ).toMatch(/商品/);
    expect(reasonOf(folder.writeText('最初3行的内容请勿改动(V3)！！！\r\n"\t示例旗舰店"\r\n'))).toMatch(
      /快捷短语/,
    );
  });

  it('names the columns that it found and those that it misses', () => {
    const strange = reasonOf(folder.writeText('姓名,部门,工号\r\n小满,客服,7\r\n'));
    expect(strange).toMatch(/缺少订单编号.*姓名、部门、工号/);
    const noNumber = reasonOf(
      folder.writeText('订单状态,订单创建时间,总金额,商品标题\r\n交易成功,2026-06-01,1,x\r\n'),
    );
    expect(noNumber).toMatch(/没有订单编号.*订单状态、订单创建时间、总金额/);
  });

  it('names a file that is gone', () => {
    expect(reasonOf('/nowhere/export.csv')).toMatch(/不存在/);
  });

  it.each([
    ['a name that is too long', `/${'x'.repeat(300)}.csv`, /太长/],
    ['an empty byte', '/export\0.csv', /不是文件的路径/],
    ['a file where a folder should be', `${folder.writeText('订单编号\r\n')}/export.csv`, /不存在/],
    ['a folder', '/', /这是文件夹/],
  ])('F15: says why a path cannot be opened: %s', (_what, path, reason) => {
    expect(reasonOf(path)).toMatch(reason);
  });

  it('reads text under any extension', () => {
    const path = folder.writeText(toCsv(exportGrid('ERA_E_9')), 'gb18030', 'export.xlsx');
    expect(readable(path).format).toBe('taobao-orders');
    expect(readable(folder.write(GOOD_XLSX, 'export.csv')).format).toBe('taobao-orders');
  });

  it('says so when a workbook is damaged further on', () => {
    const rows = exportGrid(
      'ERA_E_9',
      Array.from({ length: 5000 }, (_, at) => ({ 支付详情: `${at * 7919}` })),
    );
    const bytes = Buffer.from(buildXlsx({ sheets: [{ name: 'export', rows }] }));
    const middle = bytes.indexOf('xl/worksheets/sheet1.xml') + 20_000;
    bytes.fill(0x5a, middle, middle + 200);
    expect(() => rowsOf(folder.write(bytes))).toThrow('损坏');
  });

  it('calls a sheet whose text never ends damaged', () => {
    const files = {
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': Buffer.alloc(4 * 1024 ** 2, 'x'),
    };
    expect(reasonOf(folder.write(zipSync(files)))).toMatch(/损坏/);
  });

  it('refuses a zip bomb', () => {
    const filler = Buffer.alloc(66 * 1024 ** 2, `${' '.repeat(60_000)}<a/>`);
    const sheet = Buffer.concat([Buffer.from('<worksheet><sheetData>'), filler]);
    const files = {
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': sheet,
    };
    expect(reasonOf(folder.write(zipSync(files)))).toMatch(/异常巨大/);
  });
});

describe('reading in a worker', () => {
  const path = folder.writeCsv(
    exportGrid(
      'ERA_B',
      Array.from({ length: 500 }, () => ({})),
    ),
  );

  it('reports how far it is', () => {
    const seen: [number, number][] = [];
    const reading = readExport(path, { onProgress: (done, total) => seen.push([done, total]) });
    const rows = reading.kind === 'readable' ? [...reading.rows()] : [];
    expect(rows).toHaveLength(500);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  it('stops when asked, and never looks finished', () => {
    let isStopped = false;
    const reading = readExport(path, { shouldStop: () => isStopped });
    isStopped = true;
    expect(() => reading.kind === 'readable' && [...reading.rows()]).toThrow('已取消');
    expect(() => readExport(path, { shouldStop: () => true })).toThrow('已取消');
  });

  it('gives the same rows each time and the hash of the file', () => {
    const reading = readable(path);
    expect([...reading.rows()]).toEqual([...reading.rows()]);
    expect(reading.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
