import {
  type BlindCell,
  type ReadingRoster,
  type RosterSheet,
  readRosterSheet,
} from '../../shared/domain/roster/read-sheet.ts';
import { AppError } from '../../shared/errors.ts';
import type { ListedTables } from '../imports/reading/list-tables.ts';
import type { Progress, Table } from '../imports/reading/raw-row.ts';

export type ListTables = (path: string, progress: Progress) => ListedTables;

const MERGED = '合并的单元格：请取消合并，每一天各填一格';
const NO_RESULT = '公式没有保存结果：请在 Excel 中打开并保存，或粘贴为数值';

const columnNo = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellOf(ref: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(ref) ?? [];
  return letters === undefined || digits === undefined
    ? null
    : { column: columnNo(letters), row: Number(digits) };
}

/** A merge over a whole sheet is still a handful of rows and months of columns. */
const MOST_CELLS = 20_000;

function mergedCells(ref: string): BlindCell[] {
  const [from, to] = ref.split(':').map(cellOf);
  if (!from || !to) return [];
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  const count = Math.min(rows * columns, MOST_CELLS);
  return Array.from({ length: count }, (_, at) => ({
    row: from.row + Math.floor(at / columns),
    column: from.column + (at % columns),
    reason: MERGED,
  }));
}

function blindCells({ oddities }: Table): BlindCell[] {
  const { merged, withoutResult } = oddities?.() ?? { merged: [], withoutResult: [] };
  return [
    ...merged.flatMap(mergedCells),
    ...withoutResult.flatMap((ref) => {
      const cell = cellOf(ref);
      return cell ? [{ ...cell, reason: NO_RESULT }] : [];
    }),
  ];
}

const UNKNOWN = '没有找到排班表：第一行要有「员工」和日期列，或有「日期、员工、班次」三列';

/** The first sheet that is a roster; a file that is none is refused with the reason. */
export function readRosterFile(
  path: string,
  reading: ReadingRoster & { readonly listTables: ListTables },
): RosterSheet {
  const listed = reading.listTables(path, {});
  if (listed.kind === 'unreadable') throw new AppError('invalid-input', listed.reason);
  for (const { table } of listed.tables) {
    const sheet = readRosterSheet([...table.rows({})], { ...reading, blind: blindCells(table) });
    if (sheet.layout !== 'unknown') return sheet;
  }
  throw new AppError('invalid-input', UNKNOWN);
}
