import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { askedAtMs, type Refund, type RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { RetentionProof } from '../../../shared/domain/refunds/retention-proof.ts';
import { type ReportPeriod, reportPeriodOf } from '../../../shared/domain/report-period.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { inPages } from '../../../shared/in-pages.ts';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type {
  RefundDrillQuery,
  RefundReport,
} from '../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import type { Clock, EpochMs } from '../../../shared/time/clock.ts';
import type { PaidBase, ReportedOrder } from '../../store/refunds/refund-report-store.ts';
import { createLoadRefunds, type RefundStores } from '../refund-subject.ts';
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
        askedAtMs: askedAtMs(refund),
        isAsked: isIn(period, askedAtMs(refund)),
        isOfPeriod: isIn(period, order?.placedAtMs ?? null),
        customerId: order?.customerId ?? null,
        nowMs: clock.now(),
      };
    });
  }

  function read(period: ReportPeriod): ReportedRefund[] {
    const found: ReportedRefund[] = [];
    for (const ids of inPages(refundReports.listSince(period), AT_ONCE)) {
      found.push(...reportedOf(ids, period).filter(({ isAsked, isOfPeriod }) => isAsked || isOfPeriod));
    }
    return found;
  }

  return {
    report(query: ReportQuery): RefundReport {
      const period = reportPeriodOf(query);
      return buildRefundReport(read(period), refundReports.paidBase(period));
    },
    idsBehind: ({ drill, ...query }: RefundDrillQuery): RefundId[] =>
      drilled(drill, read(reportPeriodOf(query))).map(({ refund }) => refund.id),
  };
}

const isIn = ({ fromMs, toMs }: ReportPeriod, atMs: EpochMs | null): boolean =>
  atMs !== null && atMs >= fromMs && atMs < toMs;
