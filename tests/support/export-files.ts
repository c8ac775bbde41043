import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { type ExportName, headerOf } from './export-headers.ts';

export type ExportEncoding = 'gb18030' | 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be-bom';

export type CsvStyle = {
  readonly encoding?: ExportEncoding;
  readonly delimiter?: ',' | '\t' | ';';
  readonly eol?: '\r\n' | '\n' | '\r';
  /** Every cell, or only those that need it. */
  readonly quotes?: 'all' | 'needed';
  /** Writes the first cell as `="…"`, as 淘宝 does (Q2). */
  readonly hasFormulaIds?: boolean;
  readonly hasFinalEol?: boolean;
};

const ICONV_NAMES = {
  gb18030: { name: 'gb18030', addBOM: false },
  'utf-8': { name: 'utf8', addBOM: false },
  'utf-8-bom': { name: 'utf8', addBOM: true },
  'utf-16le': { name: 'utf-16le', addBOM: false },
  'utf-16le-bom': { name: 'utf-16le', addBOM: true },
  'utf-16be-bom': { name: 'utf-16be', addBOM: true },
} as const satisfies Record<ExportEncoding, { name: string; addBOM: boolean }>;

export function encodeText(text: string, encoding: ExportEncoding): Buffer {
  const { name, addBOM } = ICONV_NAMES[encoding];
  return iconv.encode(text, name, { addBOM });
}

export function toCsv(grid: readonly (readonly string[])[], style: CsvStyle = {}): string {
  const {
    delimiter = ',',
    eol = '\r\n',
    quotes = 'needed',
    hasFormulaIds = false,
    hasFinalEol = true,
  } = style;
  const needsQuotes = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) || cell.startsWith('=') || cell !== cell.trim();
  const write = (cell: string) =>
    quotes === 'all' || needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = grid.map((cells, row) =>
    cells
      .map((cell, at) => (hasFormulaIds && at === 0 && row > 0 ? `="${cell}"` : write(cell)))
      .join(delimiter),
  );
  return lines.join(eol) + (hasFinalEol ? eol : '');
}

/** A folder of its own for each test file; `remove` it afterwards. */
export function createExportFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-exports-'));
  let count = 0;
  function write(bytes: Uint8Array | string, name = 'export.csv'): string {
    count++;
    const path = join(folder, `${count}-${name}`);
    writeFileSync(path, bytes);
    return path;
  }
  return {
    write,
    writeText: (text: string, encoding: ExportEncoding = 'gb18030', name?: string) =>
      write(encodeText(text, encoding), name),
    writeCsv: (grid: readonly (readonly string[])[], style: CsvStyle = {}) =>
      write(encodeText(toCsv(grid, style), style.encoding ?? 'gb18030')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Usual cells of every export; a test names only those that it is about. */
const USUAL_CELLS: Readonly<Record<string, string>> = {
  订单编号: '3304370000000000001',
  订单号: '260517-600000000000001',
  主订单编号: '3304370000000000001',
  子订单编号: '3304370000000000011',
  买家会员名: '山间一壶茶',
  买家应付货款: '59.80',
  买家应付邮费: '10.00',
  总金额: '69.80',
  买家实际支付金额: '69.80',
  买家实付金额: '69.80',
  订单状态: '交易成功',
  收货人姓名: '林小满',
  收货地址: '浙江省 杭州市 余杭区 示例镇示例小区3幢(000000)',
  联系手机: "'13900000002",
  订单创建时间: '2026-06-09 22:10:03',
  订单付款时间: '2026-06-09 22:10:21',
  宝贝标题: '示例积木 40粒，示例拼图 6面',
  商品标题: '示例积木 40粒，示例拼图 6面',
  宝贝总数量: '3',
  店铺名称: '示例旗舰店',
  物流单号: 'No:3830000000001',
  物流公司: '申通快递',
  订单关闭原因: '订单未关闭',
  退款金额: '0.00',
  标题: '示例积木 40粒',
  价格: '29.90',
  商品价格: '29.90',
  购买数量: '1',
  商品属性: '颜色分类：混色;尺码：大号',
  商家编码: 'JM40',
  商品ID: '700000000001',
  商品id: '60000000001',
};

/** One row under the header, by column name. */
export function rowUnder(header: readonly string[], cells: Readonly<Record<string, string>> = {}): string[] {
  return header.map((name) => cells[name.trim()] ?? USUAL_CELLS[name.trim()] ?? '');
}

/** A grid with the header of a real export and one row for each set of cells. */
export function exportGrid(
  name: ExportName,
  rows: readonly Readonly<Record<string, string>>[] = [{}],
): string[][] {
  const header = headerOf(name);
  return [header, ...rows.map((cells) => rowUnder(header, cells))];
}
