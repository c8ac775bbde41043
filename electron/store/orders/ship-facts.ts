import type { OrderId } from '../../../shared/domain/ids.ts';
import { isOver, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import type { Deadline } from '../../../shared/domain/shared-parts/deadline.ts';
import { NO_SHIP_FACTS, type ShipFacts } from '../../../shared/domain/shipping/ship-facts.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { createDeadlineStore } from '../subjects/deadline-store.ts';

type ReachedRow = { readonly id: OrderId; readonly at_ms: number };
type RefundRow = {
  readonly orderId: OrderId;
  readonly platformStatus: string | null;
  readonly intervention: string | null;
  readonly refundFen: number | null;
};

const REFUND_COLUMNS = 'r.id, r.platform_status AS platformStatus, r.intervention, r.refund_fen AS refundFen';
/** The orders of these refunds are looked at again where they are to be shipped, or a rule still follows them. */
const REFUNDED_SQL = /* sql */ `
  SELECT o.id FROM json_each(@refunds) AS wanted CROSS JOIN refunds r ON r.id = wanted.value
  CROSS JOIN orders o ON o.no = r.order_no AND o.shop_id = r.shop_id AND (+o.status = 'paid' OR +o.is_live = 1)
  UNION
  SELECT o.id FROM json_each(@refunds) AS wanted CROSS JOIN refunds r ON r.id = wanted.value
  CROSS JOIN order_items i ON i.line_no IN (r.order_no, r.sub_order_no)
  CROSS JOIN orders o ON o.id = i.order_id AND o.shop_id = r.shop_id AND (+o.status = 'paid' OR +o.is_live = 1)`;

/** Reads for many orders in a few statements the facts of their shipping that stand in other tables. */
export function createShipFacts(db: WritableDb) {
  const deadlines = createDeadlineStore(db);
  const selectReached = db.prepare<[string], ReachedRow>(/* sql */ `
    SELECT a.subject_id AS id, max(a.at_ms) AS at_ms FROM json_each(?) AS wanted
    CROSS JOIN contact_attempts a ON a.subject_kind = 'order' AND a.subject_id = wanted.value
    WHERE a.is_reached = 1 GROUP BY a.subject_id`);
  const selectRefunds = db.prepare<[{ wanted: string }], RefundRow>(/* sql */ `
    SELECT o.id AS orderId, ${REFUND_COLUMNS} FROM json_each(@wanted) AS wanted
    CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN refunds r ON r.order_no = o.no AND r.shop_id = o.shop_id
    UNION
    SELECT o.id, ${REFUND_COLUMNS} FROM json_each(@wanted) AS wanted
    CROSS JOIN orders o ON o.id = wanted.value CROSS JOIN order_items i ON i.order_id = o.id
    CROSS JOIN refunds r ON r.order_no = i.line_no AND r.shop_id = o.shop_id
    UNION
    SELECT o.id, ${REFUND_COLUMNS} FROM json_each(@wanted) AS wanted
    CROSS JOIN orders o ON o.id = wanted.value CROSS JOIN order_items i ON i.order_id = o.id
    CROSS JOIN refunds r ON r.sub_order_no = i.line_no AND r.shop_id = o.shop_id`);

  return (followedIds: readonly OrderId[]): ((id: OrderId) => ShipFacts) => {
    if (followedIds.length === 0) return () => NO_SHIP_FACTS;
    const wanted = JSON.stringify(followedIds);
    const times = Map.groupBy(
      deadlines.listOf('order', followedIds),
      ({ subject }: Deadline): string => subject.id,
    );
    const reached = new Map(selectReached.all(wanted).map(({ id, at_ms }) => [id, at_ms]));
    const refunds = Map.groupBy(selectRefunds.all({ wanted }), ({ orderId }) => orderId);
    return (id) => ({
      deadlines: times.get(id) ?? [],
      reachedAtMs: reached.get(id) ?? null,
      ...refundedOf(refunds.get(id) ?? []),
    });
  };
}

function refundedOf(refunds: readonly RefundRow[]): Pick<ShipFacts, 'refundedFen' | 'isRefunding'> {
  const paidBack = refunds.filter((refund) => refundStateOf(refund) === 'success');
  return {
    refundedFen: paidBack.reduce((sum, { refundFen }) => sum + (refundFen ?? 0), 0),
    isRefunding: refunds.some((refund) => {
      const state = refundStateOf(refund);
      return state !== 'unknown' && !isOver(state);
    }),
  };
}

/** Finds the orders that the refunds are about, as far as they are followed. */
export function createOrdersRefunded(db: ReadableDb) {
  const select = db.prepare<[{ refunds: string }], { id: OrderId }>(REFUNDED_SQL);
  return (refundIds: readonly string[]): OrderId[] =>
    refundIds.length === 0 ? [] : select.all({ refunds: JSON.stringify(refundIds) }).map(({ id }) => id);
}
