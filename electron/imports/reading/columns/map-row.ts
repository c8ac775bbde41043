import type { ReadRow } from '../../kinds/export-kind.ts';
import { cleanCell } from '../cells/clean-cell.ts';
import { ownCopy } from '../cells/own-copy.ts';
import type { Row } from '../export-row.ts';
import type { RawRow } from '../raw-row.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { Refusal } from './read-fields.ts';

const MAX_VALUE_CHARS = 200;
const WHOLE_ROW = '整行';
const SUMMARY = /^(?:合计|总计|汇总|小计|平均|全店)/;
const TOO_MANY =
  '这一行的列数比表头多，内容可能错位（例如没有加引号的逗号）；请核对原始文件，或重新导出后再导入';

/** `undefined`: nothing to import in this row and nothing to complain about. */
export type MapRow = (raw: RawRow) => Row | undefined;

export function createMapRow(plan: ColumnPlan, readRow: ReadRow): MapRow {
  return (raw) => {
    if (raw.damage !== undefined) return rejectDamaged(raw, plan);
    const cells = raw.cells.map(cleanCell);
    const read = readRow({ row: raw.row, cells });
    if ('position' in read && read.isOfKey === true && isNoise(cells, plan.headers)) return undefined;
    const result = overflow(raw, plan) ?? read;
    return 'position' in result ? reject(raw, plan, result) : { kind: 'record', record: result };
  };
}

/** Empty rows, sums below the table, and the header once more where files were joined. */
function isNoise(cells: readonly string[], headers: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '');
  if (first === undefined || SUMMARY.test(first)) return true;
  return headers.every((header, at) => header === (cells[at] ?? ''));
}

/** Q8 allows more cells than columns as long as they are empty. */
function overflow({ cells }: RawRow, { headers }: ColumnPlan): Refusal | undefined {
  for (let at = headers.length; at < cells.length; at++) {
    if (cleanCell(cells[at] ?? '') !== '') return { position: at, reason: TOO_MANY };
  }
  return undefined;
}

function reject(raw: RawRow, plan: ColumnPlan, { position, reason }: Refusal): Row {
  const header = plan.headers[position] ?? '';
  return {
    kind: 'rejected',
    rejected: {
      row: raw.row,
      column: header === '' ? `第${position + 1}列` : header,
      value: ownCopy((raw.cells[position] ?? '').trim().slice(0, MAX_VALUE_CHARS)),
      reason,
    },
    cells: cellsToReturn(raw, plan),
  };
}

function rejectDamaged(raw: RawRow, plan: ColumnPlan): Row {
  const value = ownCopy(raw.cells.join(',').slice(0, MAX_VALUE_CHARS));
  return {
    kind: 'rejected',
    rejected: { row: raw.row, column: WHOLE_ROW, value, reason: raw.damage ?? '' },
    cells: cellsToReturn(raw, plan),
  };
}

function cellsToReturn({ cells }: RawRow, { forbidden }: ColumnPlan): readonly string[] {
  if (forbidden.length === 0) return cells;
  return cells.map((cell, at) => (forbidden.includes(at) ? '' : cell));
}
