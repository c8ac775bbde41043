import { AppError } from '../../../../shared/errors.ts';
import type { Progress, RawRow, Table } from '../raw-row.ts';
import { inflateEntry, MAX_SHEET_BYTES } from './inflate-entry.ts';
import type { CellContext } from './xlsx-cells.ts';
import { createSheetReader } from './xlsx-sheet.ts';
import { createStringsReader } from './xlsx-strings.ts';
import { createStylesReader } from './xlsx-styles.ts';
import { attribute, createXmlScanner } from './xml-scanner.ts';
import { brokenWorkbook, readZipDirectory, type ZipEntry } from './zip-directory.ts';

type Archive = {
  readonly path: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly stop: Progress;
};
type Sheet = { readonly name: string; readonly isHidden: boolean; readonly entry: ZipEntry };

/** The name of the one sheet that 千牛 writes. */
const EXPORT_SHEET = 'export';
const WORKBOOK = 'xl/workbook.xml';
/** Texts and styles are held in memory. */
const MAX_PART_BYTES = 1024 ** 3;
const SAVE_AS = '请用 Excel 或 WPS 打开后另存为 .xlsx 再导入（订单编号列请保持文本格式）';

/** The worksheets of the file, the likeliest first. */
export function openWorkbookTables(path: string, opening: Progress): Table[] {
  // How far the opening is cannot be told in rows, but it can be stopped.
  const stop = { shouldStop: () => opening.shouldStop?.() ?? false };
  const archive = { path, entries: readZipDirectory(path), stop };
  const workbook = archive.entries.get(WORKBOOK);
  if (!workbook) throw new AppError('invalid-input', explainOtherZip(archive));
  const { sheets, isDate1904 } = readWorkbook(archive, workbook);
  const context = createContext(archive, isDate1904);
  return byLikelihood(sheets).map((sheet) => ({
    sheet: sheet.name,
    isDate1904,
    rows: (progress) => readRows(archive, sheet, { context, progress }),
  }));
}

function explainOtherZip({ entries }: Archive): string {
  if (entries.has('xl/workbook.bin')) return `这是二进制 Excel（.xlsb）文件，${SAVE_AS}`;
  if (entries.has('content.xml')) return `这是 OpenDocument 表格（.ods）文件，${SAVE_AS}`;
  if (entries.has('word/document.xml')) return '这是 Word 文档，不是表格；请选择导出的订单报表或宝贝报表';
  return '这是压缩包，不是 Excel 表格；请先解压，再导入里面的 .csv 或 .xlsx 文件';
}

function byLikelihood(sheets: readonly Sheet[]): Sheet[] {
  const rank = ({ name, isHidden }: Sheet) =>
    name.trim().toLowerCase() === EXPORT_SHEET ? 0 : isHidden ? 2 : 1;
  return sheets.toSorted((a, b) => rank(a) - rank(b));
}

type Reader = { push(text: string): void };

function readAll(archive: Archive, entry: ZipEntry, reader: Reader): void {
  const decoder = new TextDecoder('utf-8');
  for (const piece of inflateEntry(archive.path, entry, { ...archive.stop, maxBytes: MAX_PART_BYTES }))
    reader.push(decoder.decode(piece, { stream: true }));
}

function readWorkbook(archive: Archive, workbook: ZipEntry): { sheets: Sheet[]; isDate1904: boolean } {
  const targets = readTargets(archive);
  const sheets: Sheet[] = [];
  let isDate1904 = false;
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name === 'workbookPr') isDate1904 = isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const target = targets.get(attribute(attributes, 'r:id') ?? relationId(attributes) ?? '');
      const entry = archive.entries.get(target ?? `xl/worksheets/sheet${sheets.length + 1}.xml`);
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      if (entry) sheets.push({ name: attribute(attributes, 'name') ?? '', isHidden, entry });
    },
    close() {},
    text() {},
  });
  readAll(archive, workbook, scanner);
  if (sheets.length === 0) throw brokenWorkbook();
  return { sheets, isDate1904 };
}

/** Writers may bind another prefix than `r` to the namespace of relations. */
function relationId(attributes: string): string | undefined {
  return /\s\w+:id=["']([^"']*)["']/.exec(attributes)?.[1];
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Relation id → name of the entry. */
function readTargets(archive: Archive): Map<string, string> {
  const targets = new Map<string, string>();
  const entry = archive.entries.get('xl/_rels/workbook.xml.rels');
  if (!entry) return targets;
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const full = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      targets.set(attribute(attributes, 'Id') ?? '', full.toLowerCase());
    },
    close() {},
    text() {},
  });
  readAll(archive, entry, scanner);
  return targets;
}

function createContext(archive: Archive, isDate1904: boolean): CellContext {
  const styles = createStylesReader();
  const strings = createStringsReader();
  const stylesEntry = archive.entries.get('xl/styles.xml');
  const stringsEntry = archive.entries.get('xl/sharedstrings.xml');
  if (stylesEntry) readAll(archive, stylesEntry, styles);
  if (stringsEntry) readAll(archive, stringsEntry, strings);
  return { strings: strings.strings, dateStyles: styles.dateStyles(), isDate1904 };
}

type RowsOptions = { readonly context: CellContext; readonly progress: Progress };

function* readRows(
  archive: Archive,
  { entry }: Sheet,
  { context, progress }: RowsOptions,
): Generator<RawRow> {
  const reader = createSheetReader(context);
  const decoder = new TextDecoder('utf-8');
  for (const piece of inflateEntry(archive.path, entry, { ...progress, maxBytes: MAX_SHEET_BYTES })) {
    reader.push(decoder.decode(piece, { stream: true }));
    yield* reader.takeRows();
  }
}
