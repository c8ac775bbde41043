import type { FileFormat } from '../../../../shared/domain/import-run.ts';
import type { ItemFields, OrderFields } from '../../../../shared/domain/order.ts';
import type { PlatformRecord } from '../../../../shared/domain/platform-record.ts';
import { createCellParsers } from '../cells/cell-parsers.ts';
import { cleanCell } from '../cells/clean-cell.ts';
import { ownCopy } from '../cells/own-copy.ts';
import { isScientific, parseOrderNo } from '../cells/parse-order-no.ts';
import { createStatusParser } from '../cells/parse-status.ts';
import { Unreadable } from '../cells/unreadable.ts';
import { createCompleteOrder } from '../complete-order.ts';
import type { Row } from '../export-row.ts';
import type { RawRow } from '../raw-row.ts';
import type { ColumnPlan, Positions } from './column-plan.ts';
import { emptyFields, type FieldStep, firstFilled, type Refusal, readFields } from './read-fields.ts';

const MAX_VALUE_CHARS = 200;
const WHOLE_ROW = '整行';
const SUMMARY = /^(?:合计|总计|汇总|小计|平均|全店)/;
const TOO_MANY =
  '这一行的列数比表头多，内容可能错位（例如没有加引号的逗号）；请核对原始文件，或重新导出后再导入';

/** `undefined`: nothing to import in this row and nothing to complain about. */
export type MapRow = (raw: RawRow) => Row | undefined;

export type MapRowOptions = { readonly format: FileFormat; readonly isDate1904: boolean };

export function createMapRow(plan: ColumnPlan, options: MapRowOptions): MapRow {
  const readNumbers = createNumberReader(plan);
  const build = createBuilder(plan, options);
  return (raw) => {
    if (raw.damage !== undefined) return rejectDamaged(raw, plan);
    const cells = raw.cells.map(cleanCell);
    const numbers = readNumbers(cells);
    if ('position' in numbers) {
      return isNoise(cells, plan.headers) ? undefined : reject(raw, plan, overflow(raw, plan) ?? numbers);
    }
    const built = overflow(raw, plan) ?? build({ row: raw.row, cells, numbers });
    return 'position' in built ? reject(raw, plan, built) : { kind: 'record', record: built };
  };
}

type Cleaned = { readonly row: number; readonly cells: readonly string[]; readonly numbers: Numbers };

function createBuilder(plan: ColumnPlan, { format, isDate1904 }: MapRowOptions) {
  const parsers = createCellParsers({ statusOf: createStatusParser(), isDate1904 });
  const orderSteps = stepsFor(plan.order, parsers.order);
  const itemSteps = stepsFor(plan.item, parsers.item);
  const emptyOrder = emptyFields(orderSteps);
  const emptyItem = emptyFields(itemSteps);
  const completeOrder = createCompleteOrder(plan, format);
  const isPart = format === 'taobao-items' || format === 'douyin-orders';
  const shopNames = plan.order.get('shopName') ?? [];
  const { headers } = plan;

  return ({ row, cells, numbers: { no, subNo } }: Cleaned): PlatformRecord | Refusal => {
    const extra: Record<string, string> = {};
    // The plan holds only fields of these two types, each with the parser of its own type.
    const order: Partial<OrderFields> & Record<string, unknown> = { ...emptyOrder };
    const item: Partial<ItemFields> & Record<string, unknown> = { ...emptyItem };
    const refusal =
      readFields(orderSteps, cells, { headers, fields: order, extra }) ??
      readFields(itemSteps, cells, { headers, fields: item, extra });
    if (refusal) return refusal;
    completeOrder(order, cells);
    for (const [position, key] of plan.extra) {
      const text = cells[position];
      if (text !== undefined && text !== '') extra[key] = text;
    }
    const shopName = textAt(shopNames, cells);
    if (isPart) return { kind: 'item', row, no, subNo, shopName, item, order, extra };
    return plan.item.size === 0
      ? { kind: 'order', row, no, shopName, fields: order, extra }
      : { kind: 'item', row, no, subNo, shopName, item, order, extra: {}, orderExtra: extra };
  };
}

/** Helper columns have no parser: they are read together with others, or are no field of an order. */
function stepsFor(
  columns: ReadonlyMap<string, Positions>,
  parsers: Readonly<Record<string, FieldStep['parse']>>,
): FieldStep[] {
  return [...columns].flatMap(([field, positions]) => {
    const parse = parsers[field];
    return parse ? [{ field, positions, parse }] : [];
  });
}

type Numbers = { readonly no: string; readonly subNo: string | null };

function createNumberReader({ no: noAt, subNo: subNoAt, headers }: ColumnPlan) {
  const noPosition = noAt[0] ?? 0;
  const noHeader = headers[noPosition] ?? '订单编号';
  return (cells: readonly string[]): Numbers | Refusal => {
    const no = parseOrderNo(cells[noPosition] ?? '', noHeader);
    if (no instanceof Unreadable) return { position: noPosition, reason: no.reason };
    const subNo = textAt(subNoAt, cells);
    if (subNo !== null && isScientific(subNo)) {
      const position = subNoAt[0] ?? 0;
      const parsed = parseOrderNo(subNo, headers[position] ?? '子订单编号');
      if (parsed instanceof Unreadable) return { position, reason: parsed.reason };
    }
    return { no, subNo };
  };
}

function textAt(positions: Positions, cells: readonly string[]): string | null {
  const position = firstFilled(positions, cells);
  return position === undefined ? null : (cells[position] ?? null);
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
