import { AppError } from '../../../../shared/errors.ts';
import { brokenFile } from '../broken-file.ts';
import { type Progress, type RawRow, type ReadingLimits, stopOnly, type Table } from '../raw-row.ts';
import { MAX_SHEETS, tooManySheets } from '../table-limits.ts';
import { createXmlScanner, type XmlAttributes } from '../xml/xml-scanner.ts';
import { type Archive, openArchive, type Part } from './archive.ts';
import { MAX_SHEET_BYTES } from './inflate-entry.ts';
import { folderOf, isOfType, type Relationship, readRelationships } from './relationships.ts';
import { readOddities } from './sheet-oddities.ts';
import type { CellContext } from './xlsx-cells.ts';
import { createSheetReader } from './xlsx-sheet.ts';
import { createSharedStrings } from './xlsx-strings.ts';
import { createStylesReader } from './xlsx-styles.ts';

type Sheet = { readonly name: string; readonly isHidden: boolean; readonly part: Part };
type Workbook = { readonly sheets: readonly Sheet[]; readonly isDate1904: boolean };

const USUAL_WORKBOOK = 'xl/workbook.xml';
/** The two standards that Excel writes, and a prefix that nobody has declared. */
const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
  'r',
];
/** Sheets that hold no cells. */
const OTHER_SHEETS = ['chartsheet', 'dialogsheet'];
const MAX_PART_BYTES = 1024 ** 3;
const SAVE_AS = '请用 Excel 或 WPS 打开后另存为 .xlsx 再导入（订单编号列请保持文本格式）';

/** The worksheets of the file, in its order. */
export function openWorkbookTables(path: string, opening: Progress, limits?: ReadingLimits): Table[] {
  const archive = openArchive(path, limits);
  const part = findWorkbook(archive);
  if (!part) throw new AppError('invalid-input', explainOtherZip(archive));
  const stop = stopOnly(opening);
  const relations = readRelationships(archive, part);
  const { sheets, isDate1904 } = readWorkbook(archive, part, { relations, stop });
  const context = createContext(archive, { relations, folder: folderOf(part.name), isDate1904, stop });
  return sheets.slice(0, limits?.sheets).map((sheet) => ({
    sheet: sheet.name,
    isHidden: sheet.isHidden,
    isDate1904,
    rows: (progress) => readRows(archive, sheet, { context, progress, limits }),
    oddities: () => readOddities(archive.read(sheet.part, { ...stop, maxBytes: MAX_SHEET_BYTES })),
  }));
}

/** The package says which of its parts is the document; the usual name is a convention only. */
function findWorkbook(archive: Archive): Part | undefined {
  const document = readRelationships(archive, null).find((one) => isOfType(one, 'officeDocument'));
  const named = document && /^(?!word\/|ppt\/).*\.xml$/.test(document.target) ? document.target : '';
  return archive.find(named) ?? archive.find(USUAL_WORKBOOK);
}

function explainOtherZip({ has }: Archive): string {
  if (has('xl/workbook.bin')) return `这是二进制 Excel（.xlsb）文件，${SAVE_AS}`;
  if (has('content.xml')) return `这是 OpenDocument 表格（.ods）文件，${SAVE_AS}`;
  if (has('word/document.xml')) return '这是 Word 文档，不是表格；请选择导出的订单报表或宝贝报表';
  return '这是压缩包，不是 Excel 表格；请先解压，再导入里面的 .csv 或 .xlsx 文件';
}

type Reader = { push(text: string): void; end(): void };

function readAll(pieces: Iterable<string>, reader: Reader): void {
  for (const text of pieces) reader.push(text);
  reader.end();
}

type Around = { readonly relations: readonly Relationship[]; readonly stop: Progress };

function readWorkbook(archive: Archive, workbook: Part, { relations, stop }: Around): Workbook {
  const folder = folderOf(workbook.name);
  const sheets: Sheet[] = [];
  let listed = 0;
  let isDate1904 = false;

  function addSheet(attributes: XmlAttributes): void {
    listed++;
    const relation = relations.find(({ id }) => id === relationId(attributes));
    if (relation && OTHER_SHEETS.some((type) => isOfType(relation, type))) return;
    const part = archive.find(relation?.target ?? `${folder}worksheets/sheet${listed}.xml`);
    if (!part || sheets.some((other) => other.part.name === part.name)) return;
    if (sheets.length === MAX_SHEETS) throw tooManySheets();
    const isHidden = (attributes.get('state') ?? 'visible') !== 'visible';
    sheets.push({ name: attributes.get('name') ?? '', isHidden, part });
  }

  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name === 'workbookPr') isDate1904 = isTrue(attributes.get('date1904'));
      else if (name === 'sheet') addSheet(attributes);
    },
    close() {},
    text() {},
  });
  readAll(archive.read(workbook, { ...stop, maxBytes: MAX_PART_BYTES }), scanner);
  if (sheets.length === 0) throw brokenFile();
  return { sheets, isDate1904 };
}

function relationId(attributes: XmlAttributes): string | undefined {
  for (const namespace of RELATIONSHIPS) {
    const id = attributes.of(namespace, 'id');
    if (id !== undefined) return id;
  }
  return undefined;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

type Surroundings = Around & { readonly folder: string; readonly isDate1904: boolean };

function createContext(archive: Archive, surroundings: Surroundings): CellContext {
  const { relations, folder, isDate1904, stop } = surroundings;
  const partOf = (type: string, usual: string) => {
    const relation = relations.find((one) => isOfType(one, type));
    return archive.find(relation?.target ?? folder + usual);
  };
  const options = { ...stop, maxBytes: MAX_PART_BYTES };
  const styles = createStylesReader();
  const stylesPart = partOf('styles', 'styles.xml');
  if (stylesPart) readAll(archive.read(stylesPart, options), styles);
  const stringsPart = partOf('sharedStrings', 'sharedstrings.xml');
  const texts = stringsPart ? archive.read(stringsPart, options) : [][Symbol.iterator]();
  return {
    strings: createSharedStrings(texts),
    dateStyles: stylesPart ? styles.dateStyles() : new Set(),
    isDate1904,
  };
}

type RowsOptions = {
  readonly context: CellContext;
  readonly progress: Progress;
  readonly limits: ReadingLimits | undefined;
};

function* readRows(
  archive: Archive,
  { part }: Sheet,
  { context, progress, limits }: RowsOptions,
): Generator<RawRow> {
  const reader = createSheetReader(context);
  let left = limits?.sheetBytes ?? Number.POSITIVE_INFINITY;
  for (const text of archive.read(part, { ...progress, maxBytes: MAX_SHEET_BYTES })) {
    reader.push(text);
    yield* reader.takeRows();
    left -= text.length;
    if (left <= 0) return;
  }
  reader.end();
}
