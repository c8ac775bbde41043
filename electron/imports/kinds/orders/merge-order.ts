import { ORDER_STATUS_RANK, type OrderFields, type OrderStatus } from '../../../../shared/domain/order.ts';
import { EMPTY_EXTRA, mergeExtra } from '../../merging/merge-extra.ts';
import {
  createMergeFields,
  type Known,
  type Merge,
  type MergeMode,
  type Said,
  withChanges,
} from '../../merging/merge-fields.ts';
import { ORDER_FIELDS } from './columns/order-fields.ts';

/** The part of an order that an import can know. */
export type OrderState = Known<OrderFields> & { readonly status: OrderStatus };

export type OrderPart = Said<OrderFields> & {
  /** Comes from an older export than what is known; worked out from the fields where it is left out. */
  readonly isOld?: boolean;
  /** The file has shown this order in an earlier row, so this one only adds to it. */
  readonly isRepeat?: boolean;
  /** The row describes a part of the order, so what it says of the whole yields to what is known. */
  readonly isPartOnly?: boolean;
};

export type OrderMerge = Merge<OrderState>;

const UNCHANGED: OrderMerge = { kind: 'unchanged' };
const merging = createMergeFields(ORDER_FIELDS);
// The table has a descriptor for every field.
const NOTHING_KNOWN = merging.nothingKnown as { readonly [F in keyof OrderFields]: null };

/**
 * Merges a row of an export into an order. An absent field changes nothing, an empty one erases nothing, a masked one
 * hides nothing that is known, the status only moves forward, and a row that lies behind only fills gaps.
 */
export function mergeOrder(known: OrderState | null, part: OrderPart): OrderMerge {
  if (known === null) return { kind: 'new', after: newOrder(part) };
  const status = nextStatus(known.status, statusOf(part.fields));
  const mode = modeOf(known, part);
  const changes: Record<string, [unknown, unknown]> = {};
  if (status !== known.status) changes['status'] = [known.status, status];
  mergePlatformStatus(known, { part, status, mode, changes });
  merging.addChanges(known, part.fields, { mode, changes });
  const extra = mergeExtra(known.extra, part.extra, !mode.overwrites);
  if (extra !== known.extra) changes['extra'] = [known.extra, extra];
  return Object.keys(changes).length === 0
    ? UNCHANGED
    : { kind: 'changed', after: withChanges(known, changes), changes };
}

function modeOf(known: OrderState, part: OrderPart): MergeMode {
  const { fields, isRepeat = false, isPartOnly = false, isOld = isBehind(known, fields) } = part;
  const isAhead = nextStatus(known.status, statusOf(fields)) !== known.status;
  return { overwrites: !isOld && (isAhead || !isRepeat), isRepeat, isPartOnly };
}

/** The row comes from an older export than what is known. */
export function isBehind(known: OrderState, fields: Readonly<Partial<OrderFields>>): boolean {
  const said = fields.status ?? null;
  if (said !== null) return ORDER_STATUS_RANK[said] < ORDER_STATUS_RANK[known.status];
  return merging.lacksStage(known, fields);
}

function newOrder({ fields, extra }: OrderPart): OrderState {
  const status = statusOf(fields) ?? 'unpaid';
  return {
    ...NOTHING_KNOWN,
    ...fields,
    status,
    extra: Object.keys(extra).length === 0 ? EMPTY_EXTRA : extra,
  };
}

/** The status that the row shows, in words or by what has happened; `null` when it shows none. */
function statusOf(fields: Readonly<Partial<OrderFields>>): OrderStatus | null {
  const said = fields.status ?? statusByEvents(fields);
  return (said === null || said === 'unpaid') && isFilled(fields.closeReason) ? 'closed' : said;
}

function statusByEvents(fields: Readonly<Partial<OrderFields>>): OrderStatus | null {
  if (isFilled(fields.closeReason)) return 'closed';
  if (isFilled(fields.completedAtMs)) return 'completed';
  if (isFilled(fields.shippedAtMs)) return 'shipped';
  return isFilled(fields.paidAtMs) || (fields.paidFen ?? 0) > 0 ? 'paid' : null;
}

function isFilled(value: OrderFields[keyof OrderFields] | undefined): boolean {
  return value !== undefined && value !== null;
}

function nextStatus(known: OrderStatus, said: OrderStatus | null): OrderStatus {
  return said !== null && ORDER_STATUS_RANK[said] > ORDER_STATUS_RANK[known] ? said : known;
}

type StatusMerge = {
  readonly part: OrderPart;
  readonly status: OrderStatus;
  readonly mode: MergeMode;
  readonly changes: Record<string, [unknown, unknown]>;
};

/** The platform's words belong to its status, so they are taken only together with it. */
function mergePlatformStatus(known: OrderState, { part, status, mode, changes }: StatusMerge): void {
  const { platformStatus } = part.fields;
  if (platformStatus === undefined || platformStatus === null || platformStatus === known.platformStatus)
    return;
  const belongs = statusOf(part.fields) === status;
  const isNews = status !== known.status || (mode.overwrites && mode.isPartOnly !== true);
  if (known.platformStatus === null || (belongs && isNews)) {
    changes['platformStatus'] = [known.platformStatus, platformStatus];
  }
}
