import type { CustomerId } from '../../../shared/domain/ids.ts';
import { ARRIVAL_LABELS, type Refund } from '../../../shared/domain/refunds/refund.ts';
import type { RefundFigureKey, RefundGroup } from '../../../shared/domain/refunds/refund-report.ts';
import {
  isOver,
  REFUND_STATE_LABELS,
  REFUND_TYPE_LABELS,
  type RefundState,
  type RefundType,
} from '../../../shared/domain/refunds/refund-words.ts';
import type { RetentionProof } from '../../../shared/domain/refunds/retention-proof.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

/** A refund with everything that the report asks of it. */
export type ReportedRefund = {
  readonly refund: Refund;
  /** Whether an order that an agent says is kept was kept; `null`: nobody says so. */
  readonly proof: RetentionProof | null;
  readonly state: RefundState;
  readonly type: RefundType | null;
  readonly endAtMs: EpochMs | null;
  readonly shopName: string;
  readonly askedAtMs: EpochMs;
  /** Asked for in the period. */
  readonly isAsked: boolean;
  /** Of an order that was placed in the period. */
  readonly isOfPeriod: boolean;
  readonly customerId: CustomerId | null;
  readonly nowMs: EpochMs;
};

type Test = (one: ReportedRefund) => boolean;

export type Measure = {
  /** The figure counts these. */
  readonly counts: Test;
  /** Among these; left out: they are not a part of anything. */
  readonly among?: Test;
  /** They are a part of the orders of the period; counted once for each of these. */
  readonly per?: 'order' | 'refund' | 'customer';
  /** It is not known of these whether they count. */
  readonly isUnknown?: Test;
};

/** 系统退款 and 极速退款: nobody has decided on them. */
export const isByPlatform = ({ refund }: ReportedRefund): boolean =>
  /系统|自动/.test(refund.handling ?? '') || (refund.isInstant ?? '').startsWith('是');

const isAsked: Test = (one) => one.isAsked;
const isPaidBack: Test = (one) => one.isOfPeriod && one.state === 'success';
const isSent: Test = ({ isAsked: asked, refund }) => asked && refund.returnTrackingNo !== null;
const isOpenWithEnd: Test = (one) => one.isAsked && !isOver(one.state) && one.endAtMs !== null;
const isTried: Test = (one) => one.isAsked && one.refund.retention !== null;

const isUnproved: Test = ({ proof }) => proof === 'open' || proof === 'unknown';

/** How long it took until an agent wrote down the first answer; `null`: that is not known. */
export const handlingMs = ({ refund: { appliedAtMs, firstHandledAtMs } }: ReportedRefund): number | null =>
  appliedAtMs === null || firstHandledAtMs === null ? null : Math.max(0, firstHandledAtMs - appliedAtMs);

export const MEASURES: Readonly<Record<RefundFigureKey, Measure>> = {
  asked: { counts: isAsked },
  orders: { counts: isPaidBack, per: 'order' },
  refunds: { counts: isPaidBack, per: 'refund' },
  money: { counts: isPaidBack, per: 'refund' },
  customers: { counts: isPaidBack, per: 'customer' },
  handling: {
    counts: (one) => one.isAsked && !isByPlatform(one) && handlingMs(one) !== null,
    among: (one) => one.isAsked && !isByPlatform(one),
    isUnknown: (one) => one.isAsked && !isByPlatform(one) && handlingMs(one) === null,
  },
  overdue: {
    counts: (one) => isOpenWithEnd(one) && (one.endAtMs ?? 0) < one.nowMs,
    among: isOpenWithEnd,
    isUnknown: (one) => one.isAsked && !isOver(one.state) && one.endAtMs === null,
  },
  system: { counts: (one) => one.isAsked && isByPlatform(one), among: isAsked },
  moneyAlone: {
    counts: (one) => one.isAsked && one.type === 'refund-only',
    among: (one) => one.isAsked && one.type !== null,
    isUnknown: (one) => one.isAsked && one.type === null,
  },
  retention: {
    counts: (one) => one.isAsked && one.proof === 'proved',
    among: (one) => isTried(one) && one.refund.retention !== 'exchanged' && !isUnproved(one),
    isUnknown: (one) => one.isAsked && isUnproved(one),
  },
  exchanged: { counts: (one) => one.isAsked && one.refund.retention === 'exchanged', among: isTried },
  returned: { counts: (one) => isSent(one) && one.refund.arrival !== null, among: isSent },
};

type Line = { readonly key: string; readonly label: string };

const NONE = 'none';
const named = (text: string | null, otherwise: string): Line => ({
  key: text ?? NONE,
  label: text ?? otherwise,
});

/** In which line of each table a refund stands; `null`: the table is not about it. */
export const LINES: Readonly<Record<RefundGroup, (one: ReportedRefund) => Line | null>> = {
  reason: ({ refund }) => named(refund.reason, '未知'),
  product: ({ refund }) => named(refund.itemTitle, '未知'),
  type: ({ type, refund }) =>
    type === null ? named(refund.platformType, '未知') : { key: type, label: REFUND_TYPE_LABELS[type] },
  state: ({ state, refund }) =>
    state === 'unknown'
      ? named(refund.platformStatus, '未知')
      : { key: state, label: REFUND_STATE_LABELS[state] },
  arrival(one) {
    if (!isSent(one)) return null;
    const { arrival } = one.refund;
    return arrival === null
      ? { key: NONE, label: '未登记到仓' }
      : { key: arrival, label: ARRIVAL_LABELS[arrival] };
  },
  shop: ({ refund, shopName }) => ({ key: refund.shopId, label: shopName }),
  day({ askedAtMs }) {
    const date = beijingDate(askedAtMs);
    return { key: date, label: date };
  },
};
