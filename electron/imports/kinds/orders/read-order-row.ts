import {
  type ItemFields,
  type OrderField,
  type OrderFields,
  PART_FIELDS,
} from '../../../../shared/domain/orders/order.ts';
import type { PlatformRecord } from '../../../../shared/domain/subjects/platform-record.ts';
import type { CellOptions } from '../../reading/cells/cell-types.ts';
import { isLost, parseOrderNo, roundedNo } from '../../reading/cells/parse-order-no.ts';
import { Unreadable } from '../../reading/cells/unreadable.ts';
import { type ColumnPlan, fieldsOf, positionsOf } from '../../reading/columns/column-plan.ts';
import {
  emptyFields,
  keepExtra,
  type Refusal,
  readFields,
  stepsFor,
  textAt,
} from '../../reading/columns/read-fields.ts';
import type { CleanRow, ReadRow } from '../export-kind.ts';
import { ITEM_FIELDS } from './columns/item-fields.ts';
import { ORDER_FIELDS } from './columns/order-fields.ts';
import { type CompletedFrom, createCompleteOrder } from './complete-order.ts';
import { createNoteStatus } from './note-status.ts';
import { createIsBare, numberAlone } from './order-evidence.ts';

export type { CompletedFrom } from './complete-order.ts';

type Layout = {
  /** A row is about one of the goods, and what it says of the whole order it says in passing. */
  readonly isPart: boolean;
  readonly completed: CompletedFrom | undefined;
  /** The fields that an order has from all its lines together. */
  readonly fromLines: readonly OrderField[];
};

/** An order, or one of its goods with what the row says of their order. */
export function createReadOrderRow({ isPart, completed, fromLines }: Layout) {
  return (plan: ColumnPlan, options: CellOptions): ReadRow => {
    const readNumbers = createNumberReader(plan, options);
    const orderSteps = stepsFor(fieldsOf(plan, 'order'), ORDER_FIELDS, options);
    const itemSteps = stepsFor(fieldsOf(plan, 'item'), ITEM_FIELDS, options);
    const emptyOrder = emptyFields(orderSteps);
    const emptyItem = emptyFields(itemSteps);
    const completeOrder = createCompleteOrder(plan, completed);
    const noteStatus = createNoteStatus(plan, options);
    const isBare = createIsBare(plan);
    const shopNames = positionsOf(plan, 'order', 'shopName');
    const hasItems = fieldsOf(plan, 'item').size > 0;
    const { headers } = plan;

    return ({ row, cells }: CleanRow): PlatformRecord | Refusal => {
      const numbers = readNumbers(cells);
      if ('position' in numbers) return numbers;
      const { no, subNo } = numbers;
      const extra: Record<string, string> = {};
      // The plan holds only fields of these two types, each with the parser of its own type.
      const order: Partial<OrderFields> & Record<string, unknown> = { ...emptyOrder };
      const item: Partial<ItemFields> & Record<string, unknown> = { ...emptyItem };
      const refusal =
        readFields(orderSteps, cells, { headers, fields: order, extra }) ??
        readFields(itemSteps, cells, { headers, fields: item, extra });
      if (refusal) return refusal;
      completeOrder(order, cells);
      if (isBare(order, item)) return numberAlone(plan);
      noteStatus?.(order, cells);
      keepExtra(plan, cells, extra);
      const shopName = textAt(shopNames, cells);
      if (isPart) {
        sayOfPart(order, item);
        return { kind: 'item', row, no, subNo, shopName, item, order, extra, fromLines };
      }
      return hasItems
        ? { kind: 'item', row, no, subNo, shopName, item, order, extra: {}, fromLines, orderExtra: extra }
        : { kind: 'order', row, no, shopName, fields: order, extra };
    };
  };
}

/** A row about a part means the part, also in the columns of the order. */
function sayOfPart(order: Partial<OrderFields>, item: Record<string, unknown>): void {
  for (const field of PART_FIELDS) {
    if (order[field] !== undefined && (item[field] ?? null) === null) item[field] = order[field];
  }
}

type Numbers = { readonly no: string; readonly subNo: string | null };

function createNumberReader(plan: ColumnPlan, options: CellOptions) {
  const { headers } = plan;
  const noPosition = positionsOf(plan, 'no', 'no')[0] ?? 0;
  const noHeader = headers[noPosition] ?? '订单编号';
  const subNoAt = positionsOf(plan, 'subNo', 'subNo');
  return (cells: readonly string[]): Numbers | Refusal => {
    const no = parseOrderNo(cells[noPosition] ?? '', noHeader, options);
    if (no instanceof Unreadable) return { position: noPosition, reason: no.reason, isOfKey: true };
    const subNo = textAt(subNoAt, cells);
    if (subNo !== null && isLost(subNo, options)) {
      const position = subNoAt[0] ?? 0;
      return { position, reason: roundedNo(headers[position] ?? '子订单编号').reason, isOfKey: true };
    }
    return { no, subNo };
  };
}
