import type { EpochMs } from '../../time/clock.ts';
import type { DeadlineTime, RuleEnd } from '../shared-parts/deadline.ts';
import { endOfKind } from '../shared-parts/deadline.ts';
import type { ShopSettings } from '../team/shop.ts';
import type { Refund } from './refund.ts';
import { isOver, type RefundState, type RefundType, refundStateOf, refundTypeOf } from './refund-words.ts';

export const REFUND_SIDE_LABELS = { shop: '商家', customer: '买家', platform: '平台' } as const;
export type RefundSide = keyof typeof REFUND_SIDE_LABELS;

/** The platform does one of these by itself when the side that has to act does not. */
export const OTHERWISE_LABELS = {
  refunds: '自动退款',
  agrees: '自动同意',
  closes: '自动关闭',
  decides: '平台自动处理',
} as const;
export type Otherwise = keyof typeof OTHERWISE_LABELS;

type Clocks = ShopSettings['refund'];
/** The settings that say how long something lasts, by their name. */
const CLOCK_FIELDS = [
  'unshippedMs',
  'shippedMs',
  'returnRequestMs',
  'buyerReturnMs',
  'receiveMs',
  'afterSignedMs',
  'afterRefusalMs',
] as const satisfies readonly (keyof Clocks)[];
type ClockField = (typeof CLOCK_FIELDS)[number];

type Wait = { readonly side: RefundSide; readonly otherwise: Otherwise };

/** The end of a refund as one rule says it, counted from a moment that is known. */
type Estimate = { readonly field: ClockField; readonly fromMs: EpochMs; readonly atMs: EpochMs };

/** The end that counts, and which side must have acted by then. */
export type RefundClock = {
  readonly state: RefundState;
  readonly type: RefundType | null;
  /** `null`: it is over, or its state is not known. */
  readonly wait: Wait | null;
  /** `null`: no file, no agent and no rule knows it. */
  readonly end: DeadlineTime | null;
  /** The setting that an end by the rules comes from. */
  readonly field: ClockField | null;
};

const MONEY_ALONE: ReadonlySet<RefundType> = new Set(['refund-unshipped', 'refund-only', 'price-protect']);

function answerWait(type: RefundType | null): Wait {
  if (type === null) return { side: 'shop', otherwise: 'decides' };
  return { side: 'shop', otherwise: MONEY_ALONE.has(type) ? 'refunds' : 'agrees' };
}

/** Left out: it is over, or no side is known to have to act. */
const WAITS: Partial<Readonly<Record<RefundState, (type: RefundType | null) => Wait>>> = {
  'wait-seller': answerWait,
  'wait-seller-receive': (type) => ({
    side: 'shop',
    otherwise: type === 'return-refund' ? 'refunds' : 'decides',
  }),
  'wait-ship-exchange': () => ({ side: 'shop', otherwise: 'decides' }),
  'wait-refuse-delivery': () => ({ side: 'shop', otherwise: 'decides' }),
  'wait-buyer-return': () => ({ side: 'customer', otherwise: 'closes' }),
  refused: () => ({ side: 'customer', otherwise: 'closes' }),
  'wait-buyer-receive': () => ({ side: 'customer', otherwise: 'decides' }),
  platform: () => ({ side: 'platform', otherwise: 'decides' }),
};

function applicationClock(type: RefundType | null): ClockField {
  if (type === 'refund-only') return 'shippedMs';
  // Where the type is not known, the shortest of the clocks holds.
  return type === null || type === 'refund-unshipped' ? 'unshippedMs' : 'returnRequestMs';
}

/** The moments from which each state is counted, each with the clock that begins there. */
const COUNTED_FROM: Partial<
  Readonly<Record<RefundState, (refund: Refund) => Partial<Readonly<Record<ClockField, EpochMs | null>>>>>
> = {
  'wait-seller': (refund) => ({ [applicationClock(refundTypeOf(refund))]: refund.appliedAtMs }),
  'wait-buyer-return': ({ agreedAtMs }) => ({ buyerReturnMs: agreedAtMs }),
  'wait-seller-receive': ({ returnSentAtMs, arrivedAtMs }) => ({
    receiveMs: returnSentAtMs,
    afterSignedMs: arrivedAtMs,
  }),
  refused: ({ decision, decidedAtMs }) => ({ afterRefusalMs: decision === 'refuse' ? decidedAtMs : null }),
};

/** Every rule that says when the state ends; a moment that is not known begins nothing. */
function estimates(refund: Refund, clocks: Clocks): Estimate[] {
  const from = COUNTED_FROM[refundStateOf(refund)]?.(refund) ?? {};
  return CLOCK_FIELDS.flatMap((field) => {
    const fromMs = from[field] ?? null;
    return fromMs === null ? [] : [{ field, fromMs, atMs: fromMs + clocks[field] }];
  });
}

/** The end that the rules say, and the setting that it comes from. */
type RuledEnd = RuleEnd & { readonly field: ClockField };

/** The first of several; what agents have said since the state began is about this state. */
function ruledEnd(refund: Refund, clocks: Clocks): RuledEnd | null {
  const found = estimates(refund, clocks);
  const first = found.toSorted((a, b) => a.atMs - b.atMs)[0];
  if (first === undefined) return null;
  const sinceMs = Math.min(...found.map(({ fromMs }) => fromMs));
  return { kind: 'refund', atMs: first.atMs, sinceMs, field: first.field };
}

const OVER: readonly RuleEnd[] = [
  { kind: 'refund', atMs: null },
  { kind: 'refund-proof', atMs: null },
];

const endsBy = (state: RefundState, ruled: RuledEnd | null): readonly RuleEnd[] => {
  if (isOver(state)) return OVER;
  return ruled === null ? [] : [ruled];
};

/** 5.3: the ends that follow from the refund and the clocks of its shop. */
export const endsOfRefund = (refund: Refund, clocks: Clocks): readonly RuleEnd[] =>
  endsBy(refundStateOf(refund), ruledEnd(refund, clocks));

type StoredTime = DeadlineTime & { readonly kind: string };

/** Both ends of a refund: the platform's own, and the one for the evidence, which no rule knows. */
export type RefundEnds = { readonly clock: RefundClock; readonly proofEnd: DeadlineTime | null };

/** The ends that files and agents have named are `stored`. */
export function refundEndsOf(refund: Refund, clocks: Clocks, stored: readonly StoredTime[]): RefundEnds {
  const state = refundStateOf(refund);
  const type = refundTypeOf(refund);
  const ruled = ruledEnd(refund, clocks);
  const ends = endsBy(state, ruled);
  const end = endOfKind('refund', stored, ends);
  const field = end?.source === 'rule' ? (ruled?.field ?? null) : null;
  return {
    clock: { state, type, wait: WAITS[state]?.(type) ?? null, end, field },
    proofEnd: endOfKind('refund-proof', stored, ends),
  };
}
