import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { OrderSet } from '../../../shared/domain/orders/order-list.ts';
import type { promisesIn } from '../../../shared/domain/shipping/ship-end.ts';
import { ASKED_FOR_MS } from '../../../shared/domain/shipping/ship-ladder.ts';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { ruledShipSql } from './ship-sql.ts';

/** The sets follow from these, which no order says of itself. */
export type SetFacts = {
  readonly nowMs: EpochMs;
  readonly agentId: AgentId | null;
  /** How long each shop's platform waits for a payment; `null`: it never closes an order. */
  readonly closings: readonly { readonly shopId: ShopId; readonly closesAfterMs: number | null }[];
  /** When each shop promises to ship an order whose file names no end. */
  readonly promises: ReturnType<typeof promisesIn>;
};

/** Orders that are this near their end need a hand now. */
const CLOSES_WITHIN_MS = 2 * HOUR;
const SHIPS_WITHIN_MS = 4 * HOUR;
const NOTED_SINCE_MS = 90 * DAY;
const NOTED_AT_MOST = 2000;

/**
 * By the file's own time, by the shop's rule or by a time that an agent has named; what was put off beyond the end is left
 * out. What a customer has agreed to puts nothing off where the file names the end.
 */
const shipsSql = (untilMs: string) => /* sql */ `
  SELECT id FROM (
    SELECT id, 1 AS is_by_file FROM orders INDEXED BY orders_to_ship
    WHERE status = 'paid' AND ship_deadline_at_ms > @shipSinceMs AND ship_deadline_at_ms <= ${untilMs}
    UNION
    SELECT id, 0 FROM (${ruledShipSql('id', { after: '@shipSinceMs', until: untilMs })})
    UNION
    SELECT o.id, o.ship_deadline_at_ms IS NOT NULL
    FROM deadlines d CROSS JOIN orders o ON o.id = d.subject_id AND +o.status = 'paid'
    WHERE d.kind = 'ship' AND d.at_ms > @shipSinceMs AND d.at_ms <= ${untilMs} AND d.subject_kind = 'order') AS ending
  WHERE NOT EXISTS (SELECT 1 FROM deadlines d
    WHERE d.subject_kind = 'order' AND d.subject_id = ending.id AND +d.kind = 'ship' AND +d.at_ms > ${untilMs}
      AND (d.source <> 'agreed' OR NOT ending.is_by_file))`;

/** By the time that an agent has set, else by the time that the shop's platform gives. */
const CLOSES_SQL = /* sql */ `
  SELECT o.id FROM json_each(@closings) AS shop
  CROSS JOIN orders o ON o.status = 'unpaid' AND o.closes_at_ms IS NULL
    AND o.placed_at_ms > @nowMs - (shop.value ->> 'closesAfterMs')
    AND o.placed_at_ms <= @closesUntilMs - (shop.value ->> 'closesAfterMs')
    AND o.shop_id = shop.value ->> 'shopId'
  UNION
  SELECT id FROM orders WHERE status = 'unpaid' AND closes_at_ms > @nowMs AND closes_at_ms <= @closesUntilMs`;

const NOTED_SQL = /* sql */ `
  SELECT subject_id FROM (
    SELECT id, subject_id FROM activities
    WHERE kind = 'noted' AND at_ms > @notedSinceMs AND agent_id = @agentId AND subject_kind = 'order'
    ORDER BY at_ms DESC LIMIT ${NOTED_AT_MOST}) AS noted
  WHERE NOT EXISTS (SELECT 1 FROM activities AS undone
    WHERE undone.subject_kind = 'order' AND undone.subject_id = noted.subject_id AND undone.kind = 'undone'
      AND undone.data ->> 'undoes' = noted.id)`;

const SQL = {
  'ship-today': `id IN (${shipsSql('@todayEndMs')})`,
  late: `id IN (${shipsSql('@nowMs')})`,
  closing: `id IN (${CLOSES_SQL} UNION ${shipsSql('@shipUntilMs')})`,
  noted: `id IN (${NOTED_SQL})`,
} as const satisfies Record<Exclude<OrderSet, 'all'>, string>;

export const setCondition = (set: OrderSet): readonly string[] => (set === 'all' ? [] : [SQL[set]]);

export type SetParameters = ReturnType<typeof setParameters>;

export function setParameters({ nowMs, agentId, closings, promises }: SetFacts) {
  return {
    nowMs,
    agentId,
    closings: JSON.stringify(closings.filter(({ closesAfterMs }) => closesAfterMs !== null)),
    promises: JSON.stringify(promises),
    closesUntilMs: nowMs + CLOSES_WITHIN_MS,
    shipUntilMs: nowMs + SHIPS_WITHIN_MS,
    shipSinceMs: nowMs - ASKED_FOR_MS,
    todayEndMs: startOfBeijingDay(nowMs) + DAY - 1,
    notedSinceMs: nowMs - NOTED_SINCE_MS,
  };
}
