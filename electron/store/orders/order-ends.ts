import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import type { WritableDb } from '../connection.ts';
import type { SetParameters } from './order-sets.ts';
import { ruledShipSql } from './ship-sql.ts';

type End = { readonly key: number; readonly atMs: number };
type Asked = { readonly status: OrderStatus | null; readonly atMost: number };

const EVER = String(Number.MAX_SAFE_INTEGER);

/** Orders that come to an end: few beside all others, which are over. */
export function createOrderEnds(db: WritableDb) {
  // From the index alone and in its order, however many wait to be shipped.
  const selectShipping = db.prepare<[SetParameters & { readonly limit: number }], End>(/* sql */ `
    SELECT key, ship_deadline_at_ms AS atMs FROM orders INDEXED BY orders_to_ship
    WHERE status = 'paid' AND ship_deadline_at_ms > @shipSinceMs ORDER BY ship_deadline_at_ms LIMIT @limit`);
  const selectRuled = db.prepare<[SetParameters & { readonly limit: number }], End>(/* sql */ `
    SELECT key, at_ms AS atMs FROM (${ruledShipSql('key', { after: '@shipSinceMs', until: EVER })})
    ORDER BY at_ms LIMIT @limit`);
  const selectMoved = db.prepare<[SetParameters], End>(/* sql */ `
    SELECT o.key, max(d.at_ms) AS atMs
    FROM deadlines d CROSS JOIN orders o ON o.id = d.subject_id AND +o.status = 'paid'
    WHERE d.kind = 'ship' AND d.at_ms > @shipSinceMs AND d.subject_kind = 'order'
      AND (d.source <> 'agreed' OR o.ship_deadline_at_ms IS NULL) GROUP BY o.key`);
  const selectClosing = db.prepare<[SetParameters], End>(/* sql */ `
    SELECT o.key, o.placed_at_ms + (shop.value ->> 'closesAfterMs') AS atMs FROM json_each(@closings) AS shop
    CROSS JOIN orders o ON o.status = 'unpaid' AND o.closes_at_ms IS NULL
      AND o.placed_at_ms > @nowMs - (shop.value ->> 'closesAfterMs') AND o.shop_id = shop.value ->> 'shopId'
    UNION ALL
    SELECT key, closes_at_ms FROM orders WHERE status = 'unpaid' AND closes_at_ms > @nowMs`);

  function toShip(parameters: SetParameters, atMost: number): End[] {
    const moved = selectMoved.all(parameters);
    const isMoved = new Set(moved.map(({ key }) => key));
    const limit = atMost + moved.length;
    const others = [selectShipping, selectRuled].flatMap((select) => select.all({ ...parameters, limit }));
    return [...moved, ...others.filter(({ key }) => !isMoved.has(key))];
  }

  return {
    /** Closed or to be shipped next comes first. Fewer than were asked for are all there are. */
    keysByEnd(parameters: SetParameters, { status, atMost }: Asked): number[] {
      const ends = [
        ...(status === 'unpaid' ? [] : toShip(parameters, atMost)),
        ...(status === 'paid' ? [] : selectClosing.all(parameters)),
      ];
      return ends
        .toSorted((one, other) => one.atMs - other.atMs)
        .slice(0, atMost)
        .map(({ key }) => key);
    },
  };
}
