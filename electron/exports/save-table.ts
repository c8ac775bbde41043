import { extname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import { toCsv } from './csv.ts';
import { saveFile } from './save-file.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

/** A workbook writes signs by their number, as `_x0041_`; text that looks so is written so that it stays text. */
const LIKE_A_NUMBERED_SIGN = /_(?=x[0-9a-f]{4}_)/giu;

const SHEET_CELLS = {
  money: (cell) => ({ value: Number(cell) / 100, type: Number, format: '0.00' }),
  count: (cell) => ({ value: Number(cell), type: Number }),
  rate: (cell) => ({ value: Number(cell), type: Number, format: '0.0%' }),
  time: (cell) => ({ value: formatBeijing(Number(cell)), type: String }),
  // A string cell is never a formula, and keeps all digits of a number.
  text: (cell) => ({ value: String(cell).replaceAll(LIKE_A_NUMBERED_SIGN, '_x005F_'), type: String }),
} as const satisfies Record<ColumnKind, (cell: string | number) => object>;

function sheetCell(cell: Cell, kind: ColumnKind) {
  return cell === null ? null : SHEET_CELLS[kind](cell);
}

const WIDTHS = { text: 22, money: 12, count: 10, time: 20, rate: 10 } as const satisfies Record<
  ColumnKind,
  number
>;

async function toXlsx({ name, columns, rows }: Table): Promise<Buffer> {
  // Few days have an export, and every start would wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const header = columns.map(({ header: text }) => ({
    value: text,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const body = rows.map((row) => columns.map(({ kind }, index) => sheetCell(row[index] ?? null, kind)));
  return await writeExcelFile([header, ...body], {
    // Excel allows 31 characters and none of these.
    sheet: name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31),
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/**
 * Writes the table whole or not at all; the ending of the path says how: `.xlsx` or `.csv`. A file that Excel holds
 * open cannot be replaced, and the agent is told so.
 */
export async function saveTable(path: string, table: Table): Promise<void> {
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.csv') {
    throw new AppError('invalid-input', `导出文件须以 .xlsx 或 .csv 结尾：${path}`);
  }
  const content = ending === '.csv' ? toCsv(table) : await toXlsx(table);
  saveFile(path, content);
}
