import type { OrderId } from '../../../shared/domain/ids.ts';
import type { ReportPeriod } from '../../../shared/domain/report-period.ts';
import type { ShipFacts } from '../../../shared/domain/shipping/ship-facts.ts';
import type { ClaimState } from '../../../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { createShipFacts } from './ship-facts.ts';

type Of<T> = T & { readonly orderId: OrderId };
export type ReportedParcel = {
  readonly carrier: string | null;
  readonly exception: string | null;
  readonly exceptionAtMs: EpochMs | null;
  readonly toldAtMs: EpochMs | null;
};

/** O2: the last cancellation that was noted on the order. */
export type ReportedCancellation = {
  /** A key of the stages of its kind; `null`: it was not said. */
  readonly stage: string | null;
  readonly payer: string | null;
  readonly freightFen: number | null;
  /** `null`: nobody knows yet how it ends. */
  readonly isSaved: boolean | null;
};

/** Everything that the report asks of an order and that does not stand in its own row. */
export type OrderReportFacts = {
  readonly shipping: ShipFacts;
  /** `null`: no call to the customer was written down. */
  readonly isReached: boolean | null;
  readonly memos: readonly ClaimState[];
  readonly cancellation: ReportedCancellation | null;
  readonly parcels: readonly ReportedParcel[];
};

type CancellationRow = {
  readonly stage: string | null;
  readonly payer: string | null;
  readonly freightFen: number | null;
  readonly step: string;
  readonly isChanged: 0 | 1;
};

/** An order is kept as it was, or changed and the customer told; told without a change, it is gone. */
function toCancellation({ step, isChanged, ...row }: CancellationRow): ReportedCancellation {
  const isOver = step === 'kept' || step === 'told';
  return { ...row, isSaved: isOver ? step === 'kept' || isChanged === 1 : null };
}

/** 4.5: the facts behind the report about orders under way. */
export function createOrderReportStore(db: WritableDb) {
  const selectPaid = db
    .prepare<[ReportPeriod], OrderId>(/* sql */ `
      SELECT id FROM orders INDEXED BY orders_by_time
      WHERE placed_at_ms >= @fromMs AND placed_at_ms < @toMs AND (@shopId IS NULL OR shop_id = @shopId)
        AND (paid_at_ms IS NOT NULL OR status IN ('paid', 'shipped', 'completed'))`)
    .pluck();
  const selectContacts = db.prepare<[string], Of<{ isReached: number }>>(/* sql */ `
    SELECT a.subject_id AS orderId, max(a.is_reached) AS isReached FROM json_each(?) AS wanted
    CROSS JOIN contact_attempts a ON a.subject_kind = 'order' AND a.subject_id = wanted.value
    GROUP BY a.subject_id`);
  const selectMemos = db.prepare<[string], Of<{ state: ClaimState }>>(/* sql */ `
    SELECT c.subject_id AS orderId, c.state FROM json_each(?) AS wanted
    CROSS JOIN claims c ON c.subject_kind = 'order' AND c.subject_id = wanted.value
    WHERE c.kind = 'memo' AND c.state <> 'withdrawn'`);
  const selectParcels = db.prepare<[string], Of<ReportedParcel>>(/* sql */ `
    SELECT o.id AS orderId, p.carrier, p.exception, p.exception_at_ms AS exceptionAtMs, p.told_at_ms AS toldAtMs
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN parcels p ON p.order_no = o.no AND p.shop_id = o.shop_id`);
  const selectCancellations = db.prepare<[string], Of<CancellationRow>>(/* sql */ `
    SELECT l.subject_id AS orderId, c.fields ->> 'stage' AS stage, c.fields ->> 'freightPayer' AS payer,
      c.fields ->> 'freightFen' AS freightFen, c.step, EXISTS (
        SELECT 1 FROM case_steps s WHERE s.case_id = c.id AND s.step = 'changed') AS isChanged
    FROM json_each(?) AS wanted
    CROSS JOIN case_links l ON l.subject_kind = 'order' AND l.subject_id = wanted.value
    CROSS JOIN cases c ON c.id = l.case_id
    WHERE c.kind = 'cancellation' ORDER BY c.opened_at_ms`);
  const shippingOf = createShipFacts(db);

  return {
    /** Placed in the period and paid. */
    listPaid: (period: ReportPeriod): OrderId[] => selectPaid.all(period),
    /** For many orders in a few statements. */
    factsOf(ids: readonly OrderId[]): (id: OrderId) => OrderReportFacts {
      const wanted = JSON.stringify(ids);
      const shipping = shippingOf(ids);
      const contacts = new Map(selectContacts.all(wanted).map((row) => [row.orderId, row.isReached === 1]));
      const memos = Map.groupBy(selectMemos.all(wanted), ({ orderId }) => orderId);
      const cancellations = new Map(
        selectCancellations.all(wanted).map(({ orderId, ...row }) => [orderId, toCancellation(row)]),
      );
      const parcels = Map.groupBy(selectParcels.all(wanted), ({ orderId }) => orderId);
      return (id) => ({
        shipping: shipping(id),
        isReached: contacts.get(id) ?? null,
        memos: (memos.get(id) ?? []).map(({ state }) => state),
        cancellation: cancellations.get(id) ?? null,
        parcels: parcels.get(id) ?? [],
      });
    },
  };
}
