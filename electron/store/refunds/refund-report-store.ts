import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { ReportPeriod } from '../../../shared/domain/report-period.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb } from '../connection.ts';

/** The orders that were placed in the period and paid. */
export type PaidBase = { readonly orders: number; readonly customers: number; readonly paidFen: number };

export type ReportedOrder = {
  readonly id: OrderId;
  readonly placedAtMs: EpochMs | null;
  readonly customerId: CustomerId | null;
};

/** 5.10: what the report about refunds is made of. */
export function createRefundReportStore(db: ReadableDb) {
  // A refund is asked for after its order was placed, so those of the orders of the period are among these.
  const selectSince = db
    .prepare<[ReportPeriod], RefundId>(/* sql */ `
      SELECT id FROM refunds INDEXED BY refunds_by_asking
      WHERE coalesce(applied_at_ms, first_seen_at_ms) >= @fromMs AND (@shopId IS NULL OR shop_id = @shopId)`)
    .pluck();
  const selectBase = db.prepare<[ReportPeriod], PaidBase>(/* sql */ `
    SELECT count(*) AS orders, count(DISTINCT coalesce(customer_id, id)) AS customers,
      coalesce(sum(coalesce(nullif(paid_fen, 0), payable_fen)), 0) AS paidFen
    FROM orders INDEXED BY orders_by_time
    WHERE placed_at_ms >= @fromMs AND placed_at_ms < @toMs AND (@shopId IS NULL OR shop_id = @shopId)
      AND (paid_at_ms IS NOT NULL OR status IN ('paid', 'shipped', 'completed'))`);
  const selectOrders = db.prepare<[string], ReportedOrder>(/* sql */ `
    SELECT o.id, o.placed_at_ms AS placedAtMs, o.customer_id AS customerId
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);

  return {
    /** Everything that was asked for since the period began. */
    listSince: (period: ReportPeriod): RefundId[] => selectSince.all(period),
    paidBase: (period: ReportPeriod): PaidBase =>
      selectBase.get(period) ?? { orders: 0, customers: 0, paidFen: 0 },
    ordersOf: (ids: readonly OrderId[]): ReportedOrder[] => selectOrders.all(JSON.stringify(ids)),
  };
}
