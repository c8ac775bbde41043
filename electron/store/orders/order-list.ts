import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Order, OrderStatus } from '../../../shared/domain/orders/order.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { ReadableDb } from '../connection.ts';
import { prepareOnce } from '../prepare-once.ts';
import { type OrderRow, toOrder } from './order-row.ts';

export type OrderFilter = {
  readonly shopId: ShopId | null;
  readonly status: OrderStatus | null;
  /** Beginning of an order number or a nick, or a whole tracking number; empty finds all. */
  readonly text: string;
};

export type OrderQuery = OrderFilter & {
  readonly sort: 'newest' | 'oldest' | 'amount';
  readonly offset: number;
  readonly limit: number;
};

type Parameters = { shopId: string | null; status: string | null; text: string; textEnd: string };
type Paged = Parameters & { offset: number; limit: number };

/** Counting on would cost more than it tells. */
const COUNTED_AT_MOST = 10_001;
/** One letter may begin half a million nicks; an agent with so many hits types on. */
const FOUND_AT_MOST = 2000;
const NO_LIMIT = -1;

const ORDER_BY = {
  newest: 'placed_at_ms DESC',
  oldest: 'placed_at_ms',
  amount: 'payable_fen DESC',
} as const satisfies Record<OrderQuery['sort'], string>;

/** Few by nature: they are sorted, where all others are read in the order of an index. */
const LIVE: ReadonlySet<OrderStatus> = new Set(['unpaid', 'paid']);

/** By number the latest first, which on most platforms are the newest orders. */
const foundSql = (atMost: number) => /* sql */ `id IN (
  SELECT id FROM (SELECT id FROM orders WHERE no >= @text AND no < @textEnd ORDER BY no DESC LIMIT ${atMost})
  UNION ALL SELECT id FROM (SELECT id FROM orders WHERE tracking_no = @text LIMIT ${atMost})
  UNION ALL SELECT id FROM (
    SELECT o.id FROM customers c CROSS JOIN orders o ON o.customer_id = c.id
    WHERE c.nick >= @text AND c.nick < @textEnd LIMIT ${atMost}))`;

type Reading = { readonly sort: OrderQuery['sort']; readonly foundAtMost: number };

/** Chooses the index that the statement is read by; the `+` before each other condition keeps its index out of it. */
function readBy({ shopId, status, text }: OrderFilter, sort: OrderQuery['sort']) {
  if (text !== '') return 'text';
  if (sort === 'amount') return status !== null && LIVE.has(status) ? 'status' : 'amount';
  if (status !== null) return 'status';
  return shopId === null ? 'time' : 'shop';
}

/** Each condition stands in the statement only where it is asked for, so that the index that fits it is used. */
function whereOf(filter: OrderFilter, { sort, foundAtMost }: Reading): string {
  const { shopId, status, text } = filter;
  const by = readBy(filter, sort);
  const conditions = [
    ...(shopId === null ? [] : [`${by === 'shop' ? '' : '+'}shop_id = @shopId`]),
    ...(status === null ? [] : [`${by === 'status' ? '' : '+'}status = @status`]),
    ...(text === '' ? [] : [foundSql(foundAtMost)]),
  ];
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Orders as the list, the search box and the exports want them. */
export function createOrderList(db: ReadableDb) {
  const prepared = prepareOnce(db);

  function parametersOf({ shopId, status, text }: OrderFilter): Parameters {
    return { shopId, status, text, textEnd: behindAllThatBeginWith(text) };
  }

  return {
    page(query: OrderQuery): { orders: Order[]; total: number } {
      const where = whereOf(query, { sort: query.sort, foundAtMost: FOUND_AT_MOST });
      // To count, no order is needed.
      const counted = whereOf(query, { sort: 'newest', foundAtMost: FOUND_AT_MOST });
      const rows = prepared<[Paged], OrderRow>(
        /* sql */ `SELECT * FROM orders ${where} ORDER BY ${ORDER_BY[query.sort]} LIMIT @limit OFFSET @offset`,
      ).all({ ...parametersOf(query), offset: query.offset, limit: query.limit });
      const total = prepared<[Parameters], number>(
        /* sql */ `SELECT count(*) FROM (SELECT 1 FROM orders ${counted} LIMIT ${COUNTED_AT_MOST})`,
      )
        .pluck()
        .get(parametersOf(query));
      return { orders: rows.map(toOrder), total: total ?? 0 };
    },
    /** How many there are of the filter; it reads an index from end to end. */
    count(filter: OrderFilter): number {
      const where = whereOf(filter, { sort: 'newest', foundAtMost: NO_LIMIT });
      const total = prepared<[Parameters], number>(/* sql */ `SELECT count(*) FROM orders ${where}`);
      return total.pluck().get(parametersOf(filter)) ?? 0;
    },
    /** Every order of the filter, newest first, one after the other: exports may be larger than the memory. */
    *all(filter: OrderFilter): Generator<Order> {
      const where = whereOf(filter, { sort: 'newest', foundAtMost: NO_LIMIT });
      const rows = db
        .prepare<[Parameters], OrderRow>(/* sql */ `SELECT * FROM orders ${where} ORDER BY placed_at_ms DESC`)
        .iterate(parametersOf(filter));
      for (const row of rows) yield toOrder(row);
    },
  };
}
