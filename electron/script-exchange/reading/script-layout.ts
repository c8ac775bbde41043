import type { ScriptColumns, ScriptFileFormat } from '../../../shared/domain/scripts/script-file.ts';
import type { RawRow } from '../../imports/reading/raw-row.ts';
import { fieldOfHeader, headerKey } from './script-columns.ts';

/** The row in which the scripts of a table begin, and the fields of its columns. */
export type ScriptLayout = {
  readonly format: ScriptFileFormat;
  /** `0`: there is none, the first row is a script already. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly columns: ScriptColumns;
};

export const V3_FIRST_LINE = '最初3行的内容请勿改动(V3)！！！';
export const V3_HEADER = [
  '分组',
  '快捷编码',
  '标题',
  '内容',
  '图片名',
  '程序数据（手工新增词条时，本字段留空即可）',
];
export const QIANNIU_HEADER = ['快捷短语编码', '快捷短语', '快捷短语分组'];
export const FEINIU_HEADER = ['快捷编码', '快捷短语', '快捷短语分组'];

/** V3, and the one before it, which has no title. */
const V3_MARK = /^最初3行的内容请勿改动(\(v3\))?!*$/u;
const V3_HEADER_ROW = 3;
/** A title and notes may come first. */
const ROWS_LOOKED_AT = 20;

const isFilled = (cell: string) => cell.trim() !== '';
const isBlank = ({ cells }: RawRow) => !cells.some(isFilled);

function columnsOf(headers: readonly string[]): ScriptColumns {
  return headers.map(fieldOfHeader);
}

function starts(headers: readonly string[], known: readonly string[]): boolean {
  const keys = headers.map(headerKey);
  const [code, content, group] = known.map(headerKey);
  return keys[0] === code && keys[1] === content && (keys[2] ?? '') === (keys.length > 2 ? group : '');
}

function formatOf(headers: readonly string[]): ScriptFileFormat {
  const filled = headers.filter(isFilled);
  if (starts(filled, QIANNIU_HEADER)) return 'qianniu';
  return starts(filled, FEINIU_HEADER) ? 'feiniu' : 'table';
}

function v3Layout(rows: readonly RawRow[]): ScriptLayout | undefined {
  if (!V3_MARK.test(headerKey(rows[0]?.cells[0] ?? ''))) return undefined;
  const headers = rows.find(({ row }) => row === V3_HEADER_ROW)?.cells ?? V3_HEADER;
  return { format: 'v3', headerRow: V3_HEADER_ROW, headers, columns: columnsOf(headers) };
}

function knownCount(columns: ScriptColumns): number {
  return columns.filter((field) => field !== null).length;
}

/** `headerRow: 0` where no row names its columns; the content is then for the agent to point out. */
export function detectLayout(first: Iterable<RawRow>): ScriptLayout {
  const rows: RawRow[] = [];
  for (const row of first) {
    rows.push(row);
    if (rows.length === ROWS_LOOKED_AT) break;
  }
  const v3 = v3Layout(rows);
  if (v3) return v3;
  const named = rows.map(({ row, cells }) => ({ row, cells, columns: columnsOf(cells) }));
  const header =
    named.find(({ columns }) => columns.includes('content') && knownCount(columns) > 1) ??
    named.find(({ cells, columns }) => knownCount(columns) > 0 && cells.filter(isFilled).length > 1);
  if (!header) return withoutHeader(rows);
  return {
    format: formatOf(header.cells),
    headerRow: header.row,
    headers: header.cells,
    columns: header.columns,
  };
}

function withoutHeader(rows: readonly RawRow[]): ScriptLayout {
  const width = Math.max(0, ...rows.filter((row) => !isBlank(row)).map(({ cells }) => cells.length));
  return {
    format: 'table',
    headerRow: 0,
    headers: Array.from({ length: width }, () => ''),
    columns: Array.from({ length: width }, () => null),
  };
}

/** How sure it is that this is how the table is meant: several readings of one text are compared by it. */
export function layoutScore({ format, headerRow, columns }: ScriptLayout): number {
  if (format !== 'table') return 1000;
  return headerRow > 0 ? 100 * knownCount(columns) : Math.min(columns.length, 9);
}

/** The row that names the columns, or the first, made the header; or none. */
export function withHeaderRow(layout: ScriptLayout, first: RawRow | undefined): ScriptLayout {
  if (first === undefined) return { ...layout, headerRow: 0, headers: layout.headers.map(() => '') };
  return { ...layout, headerRow: first.row, headers: first.cells, columns: columnsOf(first.cells) };
}
