import {
  isMasked,
  ORDER_STATUS_RANK,
  type OrderField,
  OrderFields,
  type OrderStatus,
} from '../../shared/domain/order.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import { type Changes, EMPTY_EXTRA, type Extra, mergeExtra } from './merge-extra.ts';

/** What an import can know about an order. */
export type OrderState = OrderFields & { readonly status: OrderStatus; readonly extra: Extra };

export type OrderPart = {
  readonly fields: Readonly<Partial<OrderFields>>;
  readonly extra: Extra;
  /** Comes from an older export than what is known; worked out from the fields where it is left out. */
  readonly isOld?: boolean;
  /** The file has shown this order in an earlier row, so this one only adds to it. */
  readonly isRepeat?: boolean;
  /** The row describes a part of the order, so what it says of the whole yields to what is known. */
  readonly isPartOnly?: boolean;
};

export type OrderMerge =
  | { readonly kind: 'new'; readonly after: OrderState }
  | { readonly kind: 'changed'; readonly after: OrderState; readonly changes: Changes }
  | { readonly kind: 'unchanged' };

const UNCHANGED: OrderMerge = { kind: 'unchanged' };

// The shape is the schema's, so the keys are exactly the fields.
export const ORDER_FIELDS: readonly OrderField[] = Object.keys(OrderFields.shape) as OrderField[];

/** Agents empty these themselves, so an empty cell is news; everywhere else it only means that nobody said. */
const EMPTIED_BY_AGENTS: ReadonlySet<OrderField> = new Set(['memo', 'memoTag', 'flag']);

const PERSONAL: ReadonlySet<OrderField> = new Set([
  'customerNick',
  'customerDisplayName',
  'customerAlipay',
  'receiverName',
  'receiverMobile',
  'receiverPhone',
  'receiverAddress',
]);

const TIMES: ReadonlySet<OrderField> = new Set(['placedAtMs', 'paidAtMs', 'shippedAtMs', 'completedAtMs']);

/** A sub-order has a parcel of its own; what an order file says of them is about the whole order. */
const DIFFERS_BY_PART: ReadonlySet<OrderField> = new Set([
  'shipDeadlineAtMs',
  'shippedAtMs',
  'completedAtMs',
  'trackingNo',
  'carrier',
]);

/** What is filled in for good as an order moves on. */
const STAGES = [
  'paidAtMs',
  'paidFen',
  'shippedAtMs',
  'completedAtMs',
  'closeReason',
] as const satisfies readonly OrderField[];

const NOTHING_KNOWN = Object.fromEntries(ORDER_FIELDS.map((field) => [field, null])) as {
  readonly [F in OrderField]: null;
};

/**
 * What a row of an export makes of an order. An absent field keeps, an empty one does not erase, a masked one hides
 * nothing that is known, the status only moves forward, and a row that lies behind only fills gaps.
 */
export function mergeOrder(known: OrderState | null, part: OrderPart): OrderMerge {
  if (known === null) return { kind: 'new', after: newOrder(part) };
  const status = nextStatus(known.status, statusOf(part.fields));
  const mode = modeOf(known, part);
  const changes: Record<string, [unknown, unknown]> = {};
  if (status !== known.status) changes['status'] = [known.status, status];
  mergePlatformStatus(known, { part, status, mode, changes });
  for (const field of ORDER_FIELDS) {
    const after = part.fields[field];
    if (after === undefined || after === known[field] || HANDLED_APART.has(field)) continue;
    if (isTaken(field, { before: known[field], after, mode })) changes[field] = [known[field], after];
  }
  const extra = mergeExtra(known.extra, part.extra, !mode.overwrites);
  if (extra !== known.extra) changes['extra'] = [known.extra, extra];
  return Object.keys(changes).length === 0
    ? UNCHANGED
    : { kind: 'changed', after: applyChanges(known, changes), changes };
}

const HANDLED_APART: ReadonlySet<OrderField> = new Set(['status', 'platformStatus']);

type Mode = {
  /** `false`: the row only fills gaps. */
  readonly overwrites: boolean;
  readonly isRepeat: boolean;
  readonly isPartOnly: boolean;
};

function modeOf(known: OrderState, part: OrderPart): Mode {
  const { fields, isRepeat = false, isPartOnly = false, isOld = isBehind(known, fields) } = part;
  const isAhead = nextStatus(known.status, statusOf(fields)) !== known.status;
  return { overwrites: !isOld && (isAhead || !isRepeat), isRepeat, isPartOnly };
}

/** The row comes from an older export than what is known. */
export function isBehind(known: OrderState, fields: Readonly<Partial<OrderFields>>): boolean {
  const said = fields.status ?? null;
  if (said !== null) return ORDER_STATUS_RANK[said] < ORDER_STATUS_RANK[known.status];
  return STAGES.some((field) => fields[field] !== undefined && !fields[field] && Boolean(known[field]));
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

function isFilled(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}

function nextStatus(known: OrderStatus, said: OrderStatus | null): OrderStatus {
  return said !== null && ORDER_STATUS_RANK[said] > ORDER_STATUS_RANK[known] ? said : known;
}

type StatusMerge = {
  readonly part: OrderPart;
  readonly status: OrderStatus;
  readonly mode: Mode;
  readonly changes: Record<string, [unknown, unknown]>;
};

/** The platform's words belong to its status, so they are taken only together with it. */
function mergePlatformStatus(known: OrderState, { part, status, mode, changes }: StatusMerge): void {
  const { platformStatus } = part.fields;
  if (platformStatus === undefined || platformStatus === null || platformStatus === known.platformStatus)
    return;
  const belongs = statusOf(part.fields) === status;
  const isNews = status !== known.status || (mode.overwrites && !mode.isPartOnly);
  if (known.platformStatus === null || (belongs && isNews)) {
    changes['platformStatus'] = [known.platformStatus, platformStatus];
  }
}

type Value = OrderFields[OrderField];
type Candidate = { readonly before: Value; readonly after: Value; readonly mode: Mode };

function isTaken(field: OrderField, candidate: Candidate): boolean {
  const { before, after, mode } = candidate;
  if (EMPTIED_BY_AGENTS.has(field) && (after === null || before === null)) return isMemoTaken(candidate);
  if (after === null || isCoarser(field, after, before)) return false;
  if (before === null) return true;
  if (PERSONAL.has(field) && isHidden(before) !== isHidden(after)) return isHidden(before);
  return mode.overwrites && !isOfPartOnly(field, mode);
}

function isOfPartOnly(field: OrderField, { isPartOnly }: Mode): boolean {
  return isPartOnly && DIFFERS_BY_PART.has(field);
}

/** A repeated row may not fill what the first one has emptied, or the same file would change it every time. */
function isMemoTaken({ after, mode: { overwrites, isRepeat } }: Candidate): boolean {
  return after === null ? overwrites && !isRepeat : overwrites || !isRepeat;
}

/** Q11: the same time without its seconds, as Excel saves it. */
function isCoarser(field: OrderField, after: Value, before: Value): boolean {
  if (!TIMES.has(field) || typeof after !== 'number' || typeof before !== 'number') return false;
  return after % MINUTE === 0 && before > after && before - after < MINUTE;
}

function isHidden(value: Value): boolean {
  return typeof value === 'string' && isMasked(value);
}

function applyChanges(known: OrderState, changes: Changes): OrderState {
  const after: Record<string, unknown> = { ...known };
  for (const field in changes) after[field] = changes[field]?.[1];
  // Every changed field got a value of its own type above.
  return after as OrderState;
}
