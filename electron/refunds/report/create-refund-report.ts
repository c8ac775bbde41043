import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Refund, RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { RetentionProof } from '../../../shared/domain/refunds/retention-proof.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { RefundDrillQuery, RefundReport } from '../../../shared/ipc/contract/refund-report-contract.ts';
import { dateToMs } from '../../../shared/time/beijing.ts';
import type { Clock, EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';
import type { PaidBase, ReportedOrder, ReportPeriod } from '../../store/refunds/refund-report-store.ts';
import { createLoadRefunds, type RefundStores } from '../refund-subject.ts';
import { askedAtMs } from '../refund-view.ts';
import { buildRefundReport, drilled } from './build-refund-report.ts';
import type { ReportedRefund } from './reported-refund.ts';

type Dependencies = RefundStores & {
  readonly refundReports: {
    listSince(period: ReportPeriod): RefundId[];
    paidBase(period: ReportPeriod): PaidBase;
    ordersOf(ids: readonly OrderId[]): ReportedOrder[];
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly retentions: {
    proofsOf(refunds: readonly Refund[], nowMs: EpochMs): ReadonlyMap<RefundId, RetentionProof>;
  };
  readonly clock: Clock;
};

const AT_ONCE = 500;

export type RefundReports = ReturnType<typeof createRefundReport>;

/** 5.10: the report over whole days, both ends included, and the refunds behind each of its numbers. */
export function createRefundReport(dependencies: Dependencies) {
  const { refundReports, shops, retentions, clock } = dependencies;
  const load = createLoadRefunds(dependencies);

  function proofsOf(refunds: readonly Refund[]): (refund: Refund) => RetentionProof | null {
    const proofs = retentions.proofsOf(refunds, clock.now());
    return ({ id }) => proofs.get(id) ?? null;
  }

  /** Many at once, with the orders behind them. */
  function reportedOf(ids: readonly RefundId[], period: ReportPeriod): ReportedRefund[] {
    const subjects = load(ids);
    const orderIds = subjects.flatMap(({ refund }) => refund.order?.id ?? []);
    const orders = new Map(refundReports.ordersOf(orderIds).map((order) => [order.id, order]));
    const proofOf = proofsOf(subjects.map(({ refund }) => refund));
    return subjects.map((subject) => {
      const { refund, clock: refundClock } = subject;
      const order = refund.order && orders.get(refund.order.id);
      return {
        refund,
        proof: proofOf(refund),
        state: refundClock.state,
        type: refundClock.type,
        endAtMs: refundClock.end?.atMs ?? null,
        shopName: shops.get(refund.shopId)?.name ?? '',
        askedAtMs: askedAtMs(subject),
        isAsked: isIn(period, askedAtMs(subject)),
        isOfPeriod: isIn(period, order?.placedAtMs ?? null),
        customerId: order?.customerId ?? null,
        nowMs: clock.now(),
      };
    });
  }

  function read(period: ReportPeriod): ReportedRefund[] {
    const ids = refundReports.listSince(period);
    const found: ReportedRefund[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const reported = reportedOf(ids.slice(at, at + AT_ONCE), period);
      found.push(...reported.filter(({ isAsked, isOfPeriod }) => isAsked || isOfPeriod));
    }
    return found;
  }

  return {
    report(query: ReportQuery): RefundReport {
      const period = periodOf(query);
      return buildRefundReport(read(period), refundReports.paidBase(period));
    },
    idsBehind: ({ drill, ...query }: RefundDrillQuery): RefundId[] =>
      drilled(drill, read(periodOf(query))).map(({ refund }) => refund.id),
  };
}

const isIn = ({ fromMs, toMs }: ReportPeriod, atMs: EpochMs | null): boolean =>
  atMs !== null && atMs >= fromMs && atMs < toMs;

function periodOf({ fromDate, toDate, shopId }: ReportQuery): ReportPeriod {
  const [fromMs, lastDayMs] = [dateToMs(fromDate), dateToMs(toDate)];
  if (fromMs === undefined || lastDayMs === undefined || fromMs > lastDayMs) {
    throw new AppError('invalid-input', '日期范围有误');
  }
  return { fromMs, toMs: lastDayMs + DAY, shopId };
}
