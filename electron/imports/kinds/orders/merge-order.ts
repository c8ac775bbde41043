import {
  ORDER_STATUS_RANK,
  type OrderFields,
  type OrderStatus,
} from '../../../../shared/domain/orders/order.ts';
import type { Changes } from '../../merging/merge-extra.ts';
import {
  createMerging,
  type Known,
  type Merge,
  type MergeMode,
  type Said,
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

const merging = createMerging<OrderFields>(ORDER_FIELDS);

/**
 * Merges a row of an export into an order. An absent field changes nothing, an empty one erases nothing, a masked one
 * hides nothing that is known, the status only moves forward, and a row that lies behind only fills gaps.
 */
export function mergeOrder(known: OrderState | null, part: OrderPart): OrderMerge {
  const said = statusOf(part.fields);
  if (known === null) return { kind: 'new', after: merging.begin(part, { status: said ?? 'unpaid' }) };
  const mode = modeOf(known, part);
  return merging.merge(known, part, {
    mode,
    changes: mergeStatus(known, part, { said, isNews: mode.overwrites && mode.isPartOnly !== true }),
  });
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

type SaidStatus = {
  readonly said: OrderStatus | null;
  /** The other fields of the row are news. */
  readonly isNews: boolean;
};

/** The platform's words belong to its status, so they are taken only together with it. */
function mergeStatus(known: OrderState, { fields }: OrderPart, { said, isNews }: SaidStatus): Changes {
  const status = nextStatus(known.status, said);
  const isAhead = status !== known.status;
  const words = fields.platformStatus ?? known.platformStatus;
  const areTaken = known.platformStatus === null || (said === status && (isAhead || isNews));
  return {
    ...(isAhead && { status: [known.status, status] }),
    ...(words !== known.platformStatus && areTaken && { platformStatus: [known.platformStatus, words] }),
  };
}
