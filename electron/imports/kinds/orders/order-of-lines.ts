import {
  ORDER_STATUS_RANK,
  type OrderField,
  type OrderFields,
  type OrderStatus,
} from '../../../../shared/domain/orders/order.ts';
import type { ItemState } from './merging/merge-item.ts';

/** All that are known of one order, by their number. */
type Lines = readonly ItemState[];
type NumberField = 'quantity' | 'goodsFen' | 'postageFen' | 'payableFen' | 'paidFen';

/** The order as a whole, as its lines show it. */
export type OfLines = {
  /** A field is left out where no line says anything of it. */
  readonly fields: Readonly<Partial<OrderFields>>;
  /** The lines are all that is known of the order, so these fields are theirs; otherwise they only add to it. */
  readonly isExact: boolean;
  /** Every line says how far it is. */
  readonly isWhole: boolean;
};

/** The lines are told from the first to the last as a person would count them. */
export function byLineNo({ lineNo: a }: ItemState, { lineNo: b }: ItemState): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

type Context = {
  readonly fromLines: readonly OrderField[];
  readonly known: Readonly<OrderFields> | null;
  /** No other file describes such an order. */
  readonly isOnlySource: boolean;
};

/**
 * Concludes from all the lines of an order how it stands, whichever rows and files have brought them: as far as its
 * slowest part. Where an order report has described the order, a few of its lines do not speak for it.
 */
export function orderOfLines(lines: Lines, { fromLines, known, isOnlySource }: Context): OfLines {
  const isExact = isOnlySource || known === null || isOnlyOfLines(known);
  const isWhole = lines.every(({ status }) => status !== null);
  const speaks = isExact || coversGoods(lines, known);
  const told = speaks ? fromLines : fromLines.filter((field) => !OF_WHOLE.has(field));
  const fields = tell(lines, told);
  if (known === null) supposePaid(fields, lines, told);
  else if (!isWhole) keepLarger(fields, known);
  return { fields, isExact, isWhole };
}

function tell(lines: Lines, told: readonly OrderField[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const view = viewOf(lines);
  for (const field of told) {
    const value = FROM_LINES[field]?.(view);
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}

/** A refunded part was paid, even where nothing says how far the others are. */
function supposePaid(fields: Record<string, unknown>, lines: Lines, told: readonly OrderField[]): void {
  if (told.includes('status') && lines.some(isRefunded)) fields['status'] ??= 'paid';
}

/** Only all parts together say these. */
const OF_WHOLE: ReadonlySet<OrderField> = new Set([
  'status',
  'platformStatus',
  'closeReason',
  'completedAtMs',
]);

/** An order report tells at least one of these, and the rows of parts tell none. */
function isOnlyOfLines({
  payableFen,
  paidFen,
  goodsFen,
  itemTitle,
  itemCount,
}: Readonly<OrderFields>): boolean {
  return [payableFen, paidFen, goodsFen, itemTitle, itemCount].every((value) => value === null);
}

function coversGoods(lines: Lines, known: Readonly<OrderFields>): boolean {
  const count = lines.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
  return known.itemCount === null || count >= known.itemCount;
}

/** Lines of an earlier version do not say what they cost; what the order was known to cost is not lowered by that. */
function keepLarger(fields: Record<string, unknown>, known: Readonly<OrderFields>): void {
  for (const field of SUMS) {
    const [sum, before] = [fields[field], known[field]];
    if (typeof sum === 'number' && before !== null && before > sum) fields[field] = before;
  }
}

/** A part that was refunded closes alone and says nothing of the others. */
function slowest(lines: Lines): ItemState | undefined {
  const voters = lines.filter(
    (line) => line.status !== null && !(line.status === 'closed' && isRefunded(line)),
  );
  const open = voters.filter(({ status }) => status !== 'closed');
  return (open.length > 0 ? open : voters).reduce<ItemState | undefined>(
    (least, line) => (least === undefined || rankOf(line.status) < rankOf(least.status) ? line : least),
    undefined,
  );
}

const rankOf = (status: OrderStatus | null): number => ORDER_STATUS_RANK[status ?? 'unknown'];

function isRefunded({ refundFen, refundStatus }: ItemState): boolean {
  return (refundFen ?? 0) > 0 || (refundStatus ?? '').includes('退款成功');
}

/** The lines, in the views that the fields are worked out from. */
type View = {
  readonly lines: Lines;
  /** Those that are not closed, or all where all are. */
  readonly standing: Lines;
  readonly isOver: boolean;
  readonly least: ItemState | undefined;
};

function viewOf(lines: Lines): View {
  const open = lines.filter(({ status }) => status !== 'closed');
  const isOver = open.length === 0;
  return { lines, standing: isOver ? lines : open, isOver, least: slowest(lines) };
}

const sumOf = (field: NumberField) => (view: View) => {
  const values = filled(view.lines, field);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
};
const earliestOf = (field: 'shipDeadlineAtMs' | 'shippedAtMs') => (view: View) =>
  earliest(filled(view.standing, field)) ?? earliest(filled(view.lines, field));
const firstOf = (field: 'refundStatus' | 'sku' | 'merchantCode') => (view: View) =>
  filled(view.lines, field)[0];
const ofFirstParcel = (field: 'trackingNo' | 'carrier') => (view: View) =>
  view.lines.find(({ trackingNo }) => trackingNo !== null)?.[field] ?? undefined;

/** The value of each field by all lines; `undefined` where none says anything of it. */
const FROM_LINES: Partial<Record<OrderField, (view: View) => unknown>> = {
  status: ({ least }) => least?.status ?? undefined,
  platformStatus: ({ least, lines }) => least?.platformStatus ?? filled(lines, 'platformStatus')[0],
  // One part that was closed is not the end of the others.
  closeReason: ({ isOver, lines }) => (isOver ? filled(lines, 'closeReason')[0] : null),
  completedAtMs({ lines, standing }) {
    if (filled(lines, 'completedAtMs').length === 0) return undefined;
    const times = filled(standing, 'completedAtMs');
    return times.length < standing.length ? null : Math.max(...times);
  },
  shipDeadlineAtMs: earliestOf('shipDeadlineAtMs'),
  shippedAtMs: earliestOf('shippedAtMs'),
  trackingNo: ofFirstParcel('trackingNo'),
  carrier: ofFirstParcel('carrier'),
  afterSalesStatus: firstOf('refundStatus'),
  sku: firstOf('sku'),
  merchantCode: firstOf('merchantCode'),
  itemTitle: ({ lines }) => filled(lines, 'title').join('，') || undefined,
  itemCount: sumOf('quantity'),
  goodsFen: sumOf('goodsFen'),
  postageFen: sumOf('postageFen'),
  payableFen: sumOf('payableFen'),
  paidFen: sumOf('paidFen'),
};
const SUMS = ['itemCount', 'goodsFen', 'postageFen', 'payableFen', 'paidFen'] as const;

function filled<F extends keyof ItemState>(lines: Lines, field: F): NonNullable<ItemState[F]>[] {
  return lines.map((line) => line[field]).filter((value) => value !== null) as NonNullable<ItemState[F]>[];
}

const earliest = (times: readonly number[]): number | undefined =>
  times.length === 0 ? undefined : Math.min(...times);
