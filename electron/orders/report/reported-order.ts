import { type Order, paidOrPayableFen } from '../../../shared/domain/orders/order.ts';
import type { OrderFigureKey, OrderGroup } from '../../../shared/domain/orders/order-report.ts';
import { CANCEL_STAGES } from '../../../shared/domain/shared-parts/case/kinds/cancellation.ts';
import { isPresale } from '../../../shared/domain/shipping/presale.ts';
import { isRefundedWhole } from '../../../shared/domain/shipping/ship-facts.ts';
import { ownValue } from '../../../shared/own-value.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { OrderReportFacts } from '../../store/orders/order-report-store.ts';

/** A paid order with everything that the report asks of it. */
export type ReportedOrder = OrderReportFacts & {
  readonly order: Order;
  readonly shopName: string;
  /** Until when it had to be shipped; `null`: nobody knows. */
  readonly endAtMs: EpochMs | null;
  /** A delay may cost so much. */
  readonly compensationFen: number;
  readonly nowMs: EpochMs;
};

type Test = (one: ReportedOrder) => boolean;

export type Measure = {
  /** The figure counts these. */
  readonly counts: Test;
  /** Among these; left out: they are not a part of anything. */
  readonly among?: Test;
  /** It is not known of these whether they count. */
  readonly isUnknown?: Test;
  /** The money of one that counts; left out: the figure has none. */
  readonly fen?: (one: ReportedOrder) => number;
  /** The figure is the middle of these. */
  readonly ms?: (one: ReportedOrder) => readonly number[];
};

/** Written in the platform's own export once it has made the shop pay. */
const COMPENSATION_COLUMNS = ['延迟发货自动赔付金额', '主动赔付金额'];

const fenOf = (cell: string | undefined): number => {
  const match = /^[¥￥]?(\d+)(?:\.(\d{1,2}))?/.exec(cell?.trim() ?? '');
  return match === null ? 0 : Number(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(2, '0')}`);
};
const compensatedFen = ({ order: { extra } }: ReportedOrder): number =>
  COMPENSATION_COLUMNS.reduce((sum, name) => sum + fenOf(extra[name]), 0);

export const paidFenOf = ({ order }: Pick<ReportedOrder, 'order'>): number => paidOrPayableFen(order) ?? 0;

const isSent: Test = ({ order }) => order.status === 'shipped' || order.status === 'completed';
const isWaiting: Test = ({ order, shipping }) => order.status === 'paid' && !isRefundedWhole(order, shipping);
/** An order that was closed had to be shipped by nobody; one that was sent says when, or nobody knows. */
const isDue: Test = (one) => {
  if (one.endAtMs === null) return false;
  return isSent(one) ? one.order.shippedAtMs !== null : isWaiting(one) && one.endAtMs < one.nowMs;
};
const isLate: Test = (one) =>
  isDue(one) && (one.order.shippedAtMs ?? one.nowMs) > (one.endAtMs ?? Number.POSITIVE_INFINITY);
const hasNoVerdict: Test = (one) =>
  (isSent(one) && (one.endAtMs === null || one.order.shippedAtMs === null)) ||
  (isWaiting(one) && one.endAtMs === null);

const isOfPresale: Test = ({ order }) => isPresale(order);
const isCalled: Test = (one) => isOfPresale(one) && one.isReached !== null;
const isReached: Test = (one) => isCalled(one) && one.isReached === true;
const isCancelled: Test = ({ cancellation }) => cancellation !== null;
const freightFenOf = ({ cancellation }: ReportedOrder): number =>
  cancellation?.payer === 'shop' ? (cancellation.freightFen ?? 0) : 0;
const hasMemos: Test = ({ memos }) => memos.length > 0;
const hasParcels: Test = ({ parcels }) => parcels.length > 0;
const hasException: Test = ({ parcels }) => parcels.some(({ exception }) => exception !== null);

/** How long it took until the customer heard of each parcel in trouble. */
const untilWord = ({ parcels }: ReportedOrder): number[] =>
  parcels.flatMap(({ exceptionAtMs, toldAtMs }) =>
    exceptionAtMs === null || toldAtMs === null ? [] : Math.max(0, toldAtMs - exceptionAtMs),
  );

export const MEASURES: Readonly<Record<OrderFigureKey, Measure>> = {
  paid: { counts: () => true, fen: paidFenOf },
  onTime: { counts: (one) => isDue(one) && !isLate(one), among: isDue, isUnknown: hasNoVerdict },
  late: { counts: isLate, among: isDue, isUnknown: hasNoVerdict, fen: paidFenOf },
  open: { counts: (one) => isLate(one) && isWaiting(one), fen: paidFenOf },
  compensated: { counts: (one) => compensatedFen(one) > 0, among: () => true, fen: compensatedFen },
  called: { counts: isCalled, among: isOfPresale },
  reached: { counts: isReached, among: isCalled },
  kept: {
    counts: (one) => isReached(one) && isSent(one) && !isRefundedWhole(one.order, one.shipping),
    among: isReached,
    fen: ({ compensationFen }) => compensationFen,
  },
  cancelled: { counts: isCancelled, among: () => true, fen: paidFenOf },
  saved: {
    counts: ({ cancellation }) => cancellation?.isSaved === true,
    among: (one) => isCancelled(one) && one.cancellation?.isSaved !== null,
    isUnknown: ({ cancellation }) => cancellation?.isSaved === null,
    fen: paidFenOf,
  },
  freight: { counts: (one) => freightFenOf(one) > 0, among: isCancelled, fen: freightFenOf },
  memos: {
    counts: (one) => hasMemos(one) && one.memos.every((state) => state === 'proved'),
    among: hasMemos,
    isUnknown: (one) => one.memos.some((state) => state === 'open'),
  },
  exceptions: { counts: hasException, among: hasParcels, fen: paidFenOf },
  word: {
    counts: (one) => untilWord(one).length > 0,
    among: hasException,
    isUnknown: (one) => hasException(one) && untilWord(one).length === 0,
    ms: untilWord,
  },
};

type Line = { readonly key: string; readonly label: string };

const UNKNOWN: Line = { key: '', label: '未知' };
const named = (text: string | null | undefined): Line =>
  text === null || text === undefined || text.trim() === '' ? UNKNOWN : { key: text, label: text };

const stageLine = (stage: string | null): Line =>
  stage === null ? UNKNOWN : { key: stage, label: ownValue(CANCEL_STAGES, stage) ?? stage };

/** `'浙江省 杭州市 …'` → `'浙江'`. */
const provinceOf = (address: string | null): string | null =>
  /^\s*([\p{Script=Han}]{2,3}?)(?:省|市|自治区|壮族|回族|维吾尔|特别行政区|\s|$)/u.exec(address ?? '')?.[1] ??
  null;

/** Each table cuts the orders of one measure; an order stands in one of its lines. */
export const GROUPS: Readonly<
  Record<
    OrderGroup,
    { readonly measure: 'late' | 'exceptions' | 'cancelled'; readonly lineOf: (one: ReportedOrder) => Line }
  >
> = {
  day: { measure: 'late', lineOf: ({ endAtMs }) => named(endAtMs === null ? null : beijingDate(endAtMs)) },
  shop: { measure: 'late', lineOf: ({ order, shopName }) => ({ key: order.shopId, label: shopName }) },
  product: { measure: 'late', lineOf: ({ order }) => named(order.itemTitle) },
  sku: { measure: 'late', lineOf: ({ order }) => named(order.sku) },
  carrier: {
    measure: 'exceptions',
    lineOf: ({ parcels, order }) =>
      named(parcels.find(({ carrier }) => carrier !== null)?.carrier ?? order.carrier),
  },
  province: { measure: 'exceptions', lineOf: ({ order }) => named(provinceOf(order.receiverAddress)) },
  stage: { measure: 'cancelled', lineOf: ({ cancellation }) => stageLine(cancellation?.stage ?? null) },
};
