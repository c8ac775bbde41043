import {
  ORDER_STATUS_RANK,
  type OrderField,
  type OrderFields,
  type OrderStatus,
} from '../../../../../shared/domain/orders/order.ts';
import type { Changes } from '../../../merging/merge-extra.ts';
import {
  createMerging,
  type Known,
  type Merge,
  type MergeMode,
  type Said,
} from '../../../merging/merge-fields.ts';
import { ORDER_FIELDS } from '../columns/order-fields.ts';
import type { OfLines } from '../order-of-lines.ts';
import { statusShown } from '../status-shown.ts';

/** The part of an order that an import can know. */
export type OrderState = Known<OrderFields> & { readonly status: OrderStatus };

export type OrderPart = Said<OrderFields> & {
  /** Comes from an older export than what is known; worked out from the fields where it is left out. */
  readonly isOld?: boolean;
  /** The file has shown this order in an earlier row, so this one only adds to it. */
  readonly isRepeat?: boolean;
  /** The order as all its lines together show it. */
  readonly ofLines?: OfLines;
};

export type OrderMerge = Merge<OrderState>;

const merging = createMerging<OrderFields>(ORDER_FIELDS);

/**
 * Merges a row of an export into an order. An absent field changes nothing, an empty one erases nothing, a masked one
 * hides nothing that is known, the status only moves forward, and a row that lies behind only fills gaps.
 */
export function mergeOrder(known: OrderState | null, part: OrderPart): OrderMerge {
  const { ofLines } = part;
  const fields = { ...part.fields, ...ofLines?.fields };
  const said = statusShown(fields);
  if (known === null) {
    return { kind: 'new', after: merging.begin({ ...part, fields }, { status: said ?? 'unknown' }) };
  }
  const mode = modeOf(known, part);
  const isNews = mode.overwrites && ofLines?.isExact !== false;
  return merging.merge(known, part, {
    mode,
    changes: {
      ...(ofLines && mergeLines(known, ofLines)),
      ...(ofLines && isLedByLines(ofLines)
        ? takeStatus(known, ofLines.fields)
        : mergeStatus(known, fields, { said, isNews })),
    },
  });
}

/** All lines are known and say how far they are: the order is as far as they are, even behind what it was before. */
function isLedByLines({ isExact, isWhole, fields }: OfLines): boolean {
  return isExact && isWhole && fields.status !== undefined;
}

function takeStatus(known: OrderState, { status, platformStatus }: OfLines['fields']): Changes {
  const words = platformStatus ?? known.platformStatus;
  return {
    ...(status && status !== known.status && { status: [known.status, status] }),
    ...(words !== known.platformStatus && { platformStatus: [known.platformStatus, words] }),
  };
}

/** Lines that are all of the order say what it is; others only fill gaps. */
function mergeLines(known: OrderState, { fields, isExact }: OfLines): Changes {
  const changes: Record<string, readonly [unknown, unknown]> = {};
  for (const [name, after] of Object.entries(fields)) {
    if (name === 'status' || name === 'platformStatus') continue;
    // The keys are fields of the order.
    const before = known[name as OrderField];
    if (after !== before && (isExact || before === null)) changes[name] = [before, after];
  }
  return changes;
}

function modeOf(known: OrderState, part: OrderPart): MergeMode {
  const { fields, isRepeat = false, isOld = isBehind(known, fields) } = part;
  const isAhead = nextStatus(known.status, statusShown(fields)) !== known.status;
  return { overwrites: !isOld && (isAhead || !isRepeat), isRepeat };
}

/** The row comes from an older export than what is known. */
export function isBehind(known: OrderState, fields: Readonly<Partial<OrderFields>>): boolean {
  const said = fields.status ?? null;
  if (said !== null) return ORDER_STATUS_RANK[said] < ORDER_STATUS_RANK[known.status];
  return merging.lacksStage(known, fields);
}

function nextStatus(known: OrderStatus, said: OrderStatus | null): OrderStatus {
  return said !== null && ORDER_STATUS_RANK[said] > ORDER_STATUS_RANK[known] ? said : known;
}

type SaidStatus = {
  readonly said: OrderStatus | null;
  /** The other fields of the row are news. */
  readonly isNews: boolean;
};

/**
 * The platform's words belong to its status, so they are taken only together with it; words that nobody understands are
 * shown all the same.
 */
function mergeStatus(
  known: OrderState,
  fields: Readonly<Partial<OrderFields>>,
  { said, isNews }: SaidStatus,
): Changes {
  const status = nextStatus(known.status, said);
  const isAhead = status !== known.status;
  const words = fields.platformStatus ?? known.platformStatus;
  const areObscure = fields.status === null && isNews;
  const areTaken = known.platformStatus === null || areObscure || (said === status && (isAhead || isNews));
  return {
    ...(isAhead && { status: [known.status, status] }),
    ...(words !== known.platformStatus && areTaken && { platformStatus: [known.platformStatus, words] }),
  };
}
