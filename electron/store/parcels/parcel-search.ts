import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import type { ParcelId } from '../../../shared/domain/parcels/parcel.ts';
import type { ParcelWord } from '../../../shared/domain/parcels/parcel-paste.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { WritableDb } from '../connection.ts';

/** As much of an order as says where its parcel is. */
export type SentOrder = {
  readonly id: OrderId;
  readonly shopId: ShopId;
  readonly no: string;
  readonly status: OrderStatus;
  readonly customerNick: string | null;
  readonly itemTitle: string | null;
  readonly receiverName: string | null;
  readonly receiverMobile: string | null;
  readonly receiverPhone: string | null;
  readonly trackingNo: string | null;
  readonly carrier: string | null;
  readonly shippedAtMs: EpochMs | null;
};

/** A shipped order, of a list that goes by when they were placed. */
export type PlacedOrder = SentOrder & {
  readonly key: number;
  readonly placedAtMs: EpochMs;
  /** A file or an agent has said something of the parcel. */
  readonly isKept: number;
};

export type AskedByDate = {
  /** `null`: of all shops. */
  readonly shopId: ShopId | null;
  /** Where the last slice ended. */
  readonly after: { readonly placedAtMs: EpochMs; readonly shopId: string; readonly key: number };
  readonly untilMs: EpochMs;
  readonly limit: number;
};

type PlacedAfter = AskedByDate['after'] &
  Pick<AskedByDate, 'untilMs' | 'limit'> & { readonly of: ShopId | null };

type Named = { readonly text: string; readonly end: string; readonly limit: number };
type Tail = { readonly text: string; readonly tail: string; readonly limit: number };

/** Numbers stand in an index by these last digits. */
const TAIL = 4;
/** Of a phone that half of all orders have, the latest are enough. */
const TAILS_LOOKED_AT = 2000;

const ORDER_COLUMNS = `o.id, o.shop_id AS shopId, o.no, o.status, o.customer_nick AS customerNick,
  o.item_title AS itemTitle, o.receiver_name AS receiverName, o.receiver_mobile AS receiverMobile,
  o.receiver_phone AS receiverPhone, o.tracking_no AS trackingNo, o.carrier, o.shipped_at_ms AS shippedAtMs`;

/** Rows of a table whose number ends so, the latest first; the index knows the last four digits. */
const endsSql = (table: string, column: string, id: string) => /* sql */ `
  SELECT ${id} FROM (SELECT ${id}, ${column} AS number FROM ${table}
    WHERE substr(${column}, -${TAIL}) = @tail AND ${column} IS NOT NULL ORDER BY rowid DESC LIMIT ${TAILS_LOOKED_AT})
  WHERE substr(number, -length(@text)) = @text LIMIT @limit`;

const beginsSql = (table: string, column: string, id: string) =>
  `SELECT ${id} FROM ${table} WHERE ${column} >= @text AND ${column} < @end LIMIT @limit`;

/** A6: finds parcels across all shops, by the words of a paste: in the orders, among the returns, and in the files. */
export function createParcelSearch(db: WritableDb) {
  const pluck = <P, Id>(sql: string) => db.prepare<[P], Id>(sql).pluck();
  const ordersBeginning = ['tracking_no', 'no'].map((column) =>
    pluck<Named, number>(beginsSql('orders', column, 'key')),
  );
  // One name may have very many orders: its newest come in the order of the index, and no hits are sorted.
  const ordersNamed = [
    pluck<Named, number>('SELECT key FROM orders WHERE receiver_name = @text ORDER BY key DESC LIMIT @limit'),
    pluck<Named, number>(beginsSql('orders', 'receiver_name', 'key')),
  ];
  const ordersOfNick = pluck<Named, number>(/* sql */ `
    SELECT o.key FROM customers c CROSS JOIN orders o ON o.customer_id = c.id
    WHERE c.nick >= @text AND c.nick < @end ORDER BY c.nick, c.rowid, o.placed_at_ms DESC LIMIT @limit`);
  const ordersEnding = ['tracking_no', 'receiver_mobile', 'receiver_phone'].map((column) =>
    pluck<Tail, number>(endsSql('orders', column, 'key')),
  );
  const refundsBeginning = pluck<Named, RefundId>(beginsSql('refunds', 'return_tracking_no', 'id'));
  const refundsEnding = pluck<Tail, RefundId>(endsSql('refunds', 'return_tracking_no', 'id'));
  const parcelsBeginning = ['tracking_no', 'order_no'].map((column) =>
    pluck<Named, ParcelId>(beginsSql('parcels', column, 'id')),
  );
  const parcelsNamed = pluck<Named, ParcelId>(beginsSql('parcels', 'receiver_name', 'id'));
  const parcelsEnding = ['tracking_no', 'receiver_phone'].map((column) =>
    pluck<Tail, ParcelId>(endsSql('parcels', column, 'id')),
  );
  const selectOrders = db.prepare<[string], SentOrder>(/* sql */ `
    SELECT ${ORDER_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN orders o ON o.key = wanted.value
    ORDER BY wanted.key`);
  const selectOfNumbers = db.prepare<[string], { id: ParcelId }>(/* sql */ `
    SELECT p.id FROM json_each(?) AS wanted CROSS JOIN parcels p ON p.tracking_no = wanted.value`);
  // The plus keeps the shop a filter: taken for a constant of the order, it would have its rows sorted.
  const selectPlaced = db.prepare<[PlacedAfter], PlacedOrder>(/* sql */ `
    SELECT ${ORDER_COLUMNS}, o.key, o.placed_at_ms AS placedAtMs,
      EXISTS (SELECT 1 FROM parcels p WHERE p.tracking_no = o.tracking_no) AS isKept
    FROM orders o INDEXED BY orders_by_status
    WHERE o.status = 'shipped' AND (o.placed_at_ms, o.shop_id, o.key) > (@placedAtMs, @shopId, @key)
      AND o.placed_at_ms < @untilMs AND (@of IS NULL OR +o.shop_id = @of)
    ORDER BY o.placed_at_ms, o.shop_id, o.key LIMIT @limit`);

  return {
    /** Rows of orders, refunds and parcels that the word fits. */
    find({ text, kind }: ParcelWord, limit: number) {
      const named = { text, end: behindAllThatBeginWith(text), limit };
      const tail = { text, tail: text.slice(-TAIL), limit };
      const all = <P, Id>(statements: readonly { all(given: P): Id[] }[], given: P): Id[] =>
        statements.flatMap((statement) => statement.all(given));
      if (kind === 'name') {
        return {
          orders: [...all(ordersNamed, named), ...ordersOfNick.all(named)],
          refunds: [],
          parcels: parcelsNamed.all(named),
        };
      }
      return {
        orders: [...all(ordersBeginning, named), ...all(ordersEnding, tail)],
        refunds: [...refundsBeginning.all(named), ...refundsEnding.all(tail)],
        parcels: [...all(parcelsBeginning, named), ...all(parcelsEnding, tail)],
      };
    },
    orders: (keys: readonly number[]): SentOrder[] => selectOrders.all(JSON.stringify(keys)),
    /** The parcels with these numbers, as far as files and agents have said anything of them. */
    ofNumbers: (numbers: readonly string[]): ParcelId[] =>
      selectOfNumbers.all(JSON.stringify(numbers)).map(({ id }) => id),
    /** Orders that are shipped and not confirmed, a slice of those placed before the time: the dates say which are late. */
    listByDate: ({ after, shopId: of, untilMs, limit }: AskedByDate): PlacedOrder[] =>
      selectPlaced.all({ ...after, of, untilMs, limit }),
  };
}
