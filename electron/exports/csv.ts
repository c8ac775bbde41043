import { formatBeijing } from '../../shared/time/beijing.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

/** Excel reads a file without it as GBK. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula, and the sign that guards it: one comes off in reading. */
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

/** The table as CSV: UTF-8 with a byte order mark, CRLF. */
export function toCsv({ columns, rows }: Table): string {
  const lines = rows.map((row) =>
    columns.map(({ kind }, index) => quoted(cellText(row[index] ?? null, kind))).join(','),
  );
  const header = columns.map(({ header: text }) => quoted(withoutFormula(text))).join(',');
  return `${BYTE_ORDER_MARK}${[header, ...lines].join('\r\n')}\r\n`;
}
