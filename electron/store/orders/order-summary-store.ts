import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import type { ReadableDb } from '../connection.ts';

export type OrderSummaryRow = {
  readonly id: OrderId;
  readonly no: string;
  readonly customer_nick: string | null;
  readonly item_title: string | null;
  readonly status: OrderStatus;
};
type WordsRow = readonly [orderId: string, no: string, nick: string | null, title: string | null];
type PlaceRow = { readonly id: OrderId; readonly shop_id: ShopId };

/** Orders as a queue, a pop-up and a search name them, many at once. */
export function createOrderSummaryStore(db: ReadableDb) {
  const selectSummaries = db.prepare<[string], OrderSummaryRow>(/* sql */ `
    SELECT o.id, o.no, coalesce(c.nick, o.customer_nick) AS customer_nick, o.item_title, o.status
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    LEFT JOIN customers c ON c.id = o.customer_id`);
  // Customers and items are looked at only where the order does not name them itself.
  const selectWords = db
    .prepare<[string], WordsRow>(/* sql */ `
      SELECT o.id, o.no, coalesce(o.customer_nick, c.nick), coalesce(o.item_title, i.title)
      FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
      LEFT JOIN customers c ON c.id = iif(o.customer_nick IS NULL, o.customer_id, NULL)
      LEFT JOIN order_items i ON i.order_id = iif(o.item_title IS NULL, o.id, NULL)`)
    .raw();
  const selectPlaces = db.prepare<[string], PlaceRow>(/* sql */ `
    SELECT o.id, o.shop_id FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);

  return {
    summaries: (ids: readonly string[]): OrderSummaryRow[] => selectSummaries.all(JSON.stringify(ids)),
    /** Numbers are found by their beginning, nicks and titles by any part. */
    words(ids: readonly string[]): Map<string, { starts: string[]; parts: string[] }> {
      const byOrder = Map.groupBy(selectWords.all(JSON.stringify(ids)), ([id]) => id);
      const known = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null);
      return new Map(
        [...byOrder].map(([id, rows]) => [
          id,
          {
            starts: rows.slice(0, 1).map(([, no]) => no),
            parts: known([rows[0]?.[2] ?? null, ...rows.map(([, , , title]) => title)]),
          },
        ]),
      );
    },
    shopsOf: (ids: readonly string[]): Map<string, ShopId> =>
      new Map(selectPlaces.all(JSON.stringify(ids)).map((row) => [row.id, row.shop_id])),
  };
}
