import { formatBeijing } from '../../shared/time/beijing.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

/** Excel reads a file without it as GBK. */
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * A spreadsheet takes these signs for the beginning of a formula; the last is the sign that guards one, and one of them
 * comes off in reading.
 */
const TO_GUARD = /^[=+\-@\t\r＝＋－＠']/;
/** From here on Excel shows a number in scientific notation and loses digits. */
const LONG_NUMBER = /^\d{12,}$/;

const FORMATS = {
  text: String,
  money: (cell) => (Number(cell) / 100).toFixed(2),
  count: String,
  time: (cell) => formatBeijing(Number(cell)),
  rate: (cell) => `${(Number(cell) * 100).toFixed(1)}%`,
} as const satisfies Record<ColumnKind, (cell: string | number) => string>;

/** A cell that no spreadsheet runs as a formula. */
function withoutFormula(text: string): string {
  return TO_GUARD.test(text) ? `'${text}` : text;
}

function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '';
  const text = FORMATS[kind](cell);
  if (kind !== 'text') return text;
  // A TAB behind the digits, as the platforms' own exports have it, keeps a long number text in Excel.
  return LONG_NUMBER.test(text) ? `${text}\t` : withoutFormula(text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text of about this length is written at once. */
const PIECE_LENGTH = 64 * 1024;

/** The table as CSV, piece by piece: UTF-8 with a byte order mark, CRLF. */
export function* csvPieces({ columns, rows }: Table): Generator<string> {
  let piece = `${BYTE_ORDER_MARK}${columns.map(({ header }) => quoted(withoutFormula(header))).join(',')}\r\n`;
  for (const row of rows) {
    piece += `${columns.map(({ kind }, index) => quoted(cellText(row[index] ?? null, kind))).join(',')}\r\n`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The whole table, where it is short. */
export function toCsv(table: Table): string {
  return [...csvPieces(table)].join('');
}
