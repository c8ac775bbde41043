import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import type { SubjectWords } from '../../../shared/domain/subjects/subject.ts';
import type { ReadableDb } from '../connection.ts';

export type OrderSummaryRow = {
  readonly id: OrderId;
  readonly no: string;
  readonly customer_nick: string | null;
  readonly item_title: string | null;
  readonly status: OrderStatus;
};
type WordsRow = {
  readonly id: string;
  readonly no: string;
  readonly nick: string | null;
  readonly title: string | null;
  readonly tracking_no: string | null;
  readonly receiver_name: string | null;
  readonly receiver_mobile: string | null;
  readonly payable_fen: number | null;
};
type PlaceRow = { readonly id: OrderId; readonly shop_id: ShopId };

const known = (texts: readonly (string | null | undefined)[]) =>
  texts.filter((text) => text !== null && text !== undefined);

function wordsOf(rows: readonly WordsRow[]): SubjectWords {
  const [order] = rows;
  const numbers = known([order?.no, order?.tracking_no, order?.receiver_mobile]);
  return {
    starts: [...numbers, ...known([order?.receiver_name])],
    ends: numbers,
    parts: known([order?.nick, ...rows.map(({ title }) => title)]),
    wholes: order === undefined || order.payable_fen === null ? [] : amountsOf(order.payable_fen),
  };
}

/** `169`, `169.00`, and both with the sign. */
function amountsOf(fen: number): string[] {
  const texts = [(fen / 100).toFixed(2), String(fen / 100)];
  return [...texts, ...texts.map((text) => `¥${text}`)];
}

/** Orders as a queue, a pop-up and a search name them, many at once. */
export function createOrderSummaryStore(db: ReadableDb) {
  const selectSummaries = db.prepare<[string], OrderSummaryRow>(/* sql */ `
    SELECT o.id, o.no, coalesce(c.nick, o.customer_nick) AS customer_nick, o.item_title, o.status
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    LEFT JOIN customers c ON c.id = o.customer_id`);
  // Customers and items are looked at only where the order does not name them itself.
  const selectWords = db.prepare<[string], WordsRow>(/* sql */ `
      SELECT o.id, o.no, coalesce(o.customer_nick, c.nick) AS nick, coalesce(o.item_title, i.title) AS title,
        o.tracking_no, o.receiver_name, o.receiver_mobile, o.payable_fen
      FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
      LEFT JOIN customers c ON c.id = iif(o.customer_nick IS NULL, o.customer_id, NULL)
      LEFT JOIN order_items i ON i.order_id = iif(o.item_title IS NULL, o.id, NULL)`);
  const selectPlaces = db.prepare<[string], PlaceRow>(/* sql */ `
    SELECT o.id, o.shop_id FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value`);

  return {
    summaries: (ids: readonly string[]): OrderSummaryRow[] => selectSummaries.all(JSON.stringify(ids)),
    /** Numbers are found by their beginning or end, nicks and titles by any part, amounts as a whole. */
    words(ids: readonly string[]): Map<string, SubjectWords> {
      const byOrder = Map.groupBy(selectWords.all(JSON.stringify(ids)), ({ id }) => id);
      return new Map([...byOrder].map(([id, rows]) => [id, wordsOf(rows)]));
    },
    shopsOf: (ids: readonly string[]): Map<string, ShopId> =>
      new Map(selectPlaces.all(JSON.stringify(ids)).map((row) => [row.id, row.shop_id])),
  };
}
