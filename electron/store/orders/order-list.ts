import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Order, OrderStatus } from '../../../shared/domain/orders/order.ts';
import { ORDER_FOUND_BY, type OrderFoundBy } from '../../../shared/domain/orders/order-found-by.ts';
import {
  isSortOfFew,
  ORDERS_COUNTED,
  type OrderFilter,
  type OrderSort,
  sortOf,
} from '../../../shared/domain/orders/order-list.ts';
import { inPages } from '../../../shared/in-pages.ts';
import type { WritableDb } from '../connection.ts';
import { prepareOnce } from '../prepare-once.ts';
import { createOrderSearch } from '../search/order-search.ts';
import { createOrderEnds } from './order-ends.ts';
import { type OrderRow, toOrder } from './order-row.ts';
import { type SetFacts, type SetParameters, setCondition, setParameters } from './order-sets.ts';
import { isByAmount, ORDER_BY } from './order-sorts.ts';

/** A set other than all orders, and the order by their end, are asked for by these facts. */
export type OrderFilterWithFacts = OrderFilter & { readonly facts?: SetFacts };

export type OrderQuery = OrderFilterWithFacts & {
  readonly sort: OrderSort;
  readonly offset: number;
  readonly limit: number;
  /** Whether the money of all of them is asked for. */
  readonly isSummed?: boolean;
};

export type OrderPage = {
  readonly orders: Order[];
  readonly total: number;
  /** `null`: not asked for, or more orders than are counted. */
  readonly amountFen: number | null;
  readonly foundBy: OrderFoundBy[];
};

type Row = OrderRow & { readonly key: number };
type Parameters = Partial<SetParameters> & {
  readonly shopId: string | null;
  readonly status: string | null;
  readonly found: string | null;
  readonly fromMs: number;
  readonly untilMs: number;
};
type Paged = Parameters & { readonly offset: number; readonly limit: number };

/** One letter may begin half a million nicks; an agent with so many hits types on. */
const FOUND_AT_MOST = 250;
/** So many for each sort of word: a search box shows a handful. */
const LOOKED_AT_FOR_FEW = 40;
const NO_LIMIT = -1;
/** So many orders of a span of days are sorted by money at once; of more, every few of the dearest are in the span. */
const SORTED_AT_MOST = 20_000;
const PAGE = 500;
const EVERY = 1_000_000_000;

/** Few by nature: they are sorted, where all others are read in the order of an index. */
const LIVE: ReadonlySet<OrderStatus | null> = new Set(['unpaid', 'paid'] as const);
const isLive = (status: OrderStatus | null) => LIVE.has(status);
const isOver = (status: OrderStatus | null) => status !== null && !isLive(status);

const FOUND_SQL = 'key IN (SELECT value FROM json_each(@found))';

type Reading = {
  readonly sort: OrderSort;
  /** The span of days holds few enough orders to sort them. */
  readonly isSparse?: boolean;
  /** Among keys that are known. */
  readonly isByKeys?: boolean;
};

const isByIds = ({ text, set }: OrderFilter) => text !== '' || set !== 'all';
const hasSpan = ({ fromMs, untilMs }: OrderFilter) => fromMs !== null || untilMs !== null;

/** Chooses the index that the statement is read by; the `+` before each other condition keeps its index out of it. */
function readBy(filter: OrderFilter, { sort, isSparse = false, isByKeys = false }: Reading) {
  const { shopId, status } = filter;
  if (isByKeys || isByIds(filter)) return 'ids';
  if (isByAmount(sort) && !isSparse && !isLive(status)) return 'amount';
  if (status !== null) return 'status';
  return shopId === null ? 'time' : 'shop';
}

const onlyIf = (isAsked: boolean, condition: string): readonly string[] => (isAsked ? [condition] : []);

/** Each condition stands in the statement only where it is asked for, so that the index that fits it is used. */
function whereOf(filter: OrderFilter, reading: Reading): string {
  const { shopId, status, text, set, fromMs, untilMs } = filter;
  const by = readBy(filter, reading);
  const unless = (isRead: boolean, column: string) => (isRead ? column : `+${column}`);
  const placedAt = unless(by !== 'ids' && by !== 'amount', 'placed_at_ms');
  const conditions = [
    ...onlyIf(shopId !== null, `${unless(by === 'shop', 'shop_id')} = @shopId`),
    ...onlyIf(status !== null, `${unless(by === 'status', 'status')} = @status`),
    ...onlyIf(fromMs !== null, `${placedAt} >= @fromMs`),
    ...onlyIf(untilMs !== null, `${placedAt} < @untilMs`),
    ...onlyIf(text !== '', FOUND_SQL),
    ...setCondition(set),
    ...onlyIf(reading.isByKeys === true, 'key IN (SELECT value FROM json_each(@keys))'),
  ];
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Orders as the list, the search box and the exports want them. */
export function createOrderList(db: WritableDb) {
  const prepared = prepareOnce(db);
  const search = createOrderSearch(db);
  const ends = createOrderEnds(db);
  const selectFound = db.prepare<[string], Row>(
    'SELECT * FROM orders WHERE key IN (SELECT value FROM json_each(?))',
  );
  const selectByKeys = db.prepare<[string], Row>(/* sql */ `
    SELECT o.* FROM json_each(?) AS wanted CROSS JOIN orders o ON o.key = wanted.value ORDER BY wanted.key`);
  const selectListed = db.prepare<[string], OrderRow>(/* sql */ `
    SELECT o.* FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value ORDER BY wanted.key`);

  const foundOf = ({ text }: OrderFilter, atMost: number) => (text === '' ? null : search.find(text, atMost));

  function parametersOf(
    filter: OrderFilterWithFacts,
    foundAtMost: number,
    hits = foundOf(filter, foundAtMost),
  ): Parameters {
    const { shopId, status, fromMs, untilMs, facts } = filter;
    const found = hits?.map(({ key }) => key);
    return {
      ...(facts && setParameters(facts)),
      shopId,
      status,
      found: found === undefined ? null : JSON.stringify(found),
      fromMs: fromMs ?? 0,
      untilMs: untilMs ?? 0,
    };
  }

  /** To count, no order is needed: the index by time, shop or status is enough. */
  function countIn(filter: OrderFilter, parameters: Parameters, atMost: number): number {
    const where = whereOf(filter, { sort: 'newest' });
    const total = prepared<[Parameters], number>(
      /* sql */ `SELECT count(*) FROM (SELECT 1 FROM orders ${where} LIMIT ${atMost})`,
    );
    return total.pluck().get(parameters) ?? 0;
  }

  function amountIn(filter: OrderFilter, parameters: Parameters): number {
    const where = whereOf(filter, { sort: 'newest' });
    const sum = prepared<[Parameters], number>(/* sql */ `
      SELECT coalesce(sum(coalesce(nullif(paid_fen, 0), payable_fen, paid_fen)), 0) FROM orders ${where}`);
    return sum.pluck().get(parameters) ?? 0;
  }

  function readingOf({ sort, ...filter }: OrderQuery, parameters: Parameters): Reading {
    const mustKnow = isByAmount(sort) && hasSpan(filter);
    return {
      sort,
      isSparse: mustKnow && countIn(filter, parameters, SORTED_AT_MOST + 1) <= SORTED_AT_MOST,
    };
  }

  function rowsIn(query: OrderQuery, parameters: Parameters): Row[] {
    const where = whereOf(query, readingOf(query, parameters));
    const { sort, offset, limit } = query;
    const rows = prepared<[Paged], Row>(
      /* sql */ `SELECT * FROM orders ${where} ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`,
    );
    return rows.all({ ...parameters, offset, limit });
  }

  const rowsOf = (keys: readonly number[]): Row[] => selectByKeys.all(JSON.stringify(keys));

  /** Only what is shown is read whole: the rows of orders are long. */
  function rowsOfFew(query: OrderQuery, parameters: Parameters): Row[] {
    const { sort, offset, limit } = query;
    const keys = prepared<[Paged], number>(/* sql */ `
      SELECT key FROM orders ${whereOf(query, { sort })} ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`);
    return rowsOf(keys.pluck().all({ ...parameters, offset, limit }));
  }

  /** Those of the keys that the list shows, in their order, until there are so many. */
  function shownOf(keys: readonly number[], query: OrderQuery, parameters: Parameters): readonly number[] {
    const { sort, offset, limit } = query;
    // A search or a set is asked once: it has few orders, and what it has costs as much for every part.
    const isOnce = isByIds(query);
    const select = prepared<[Parameters & { readonly keys: string }], number>(
      /* sql */ `SELECT key FROM orders ${whereOf(query, { sort, isByKeys: !isOnce })}`,
    ).pluck();
    const shown: number[] = [];
    for (const part of isOnce ? [keys] : inPages(keys, PAGE)) {
      const some = new Set(select.all({ ...parameters, keys: JSON.stringify(part) }));
      shown.push(...part.filter((key) => some.has(key)));
      if (shown.length >= offset + limit) break;
    }
    return shown;
  }

  function endingIn(query: OrderQuery, parameters: Parameters): readonly number[] {
    const { status, sort, offset, limit, facts } = query;
    if (facts === undefined || isOver(status)) return [];
    const isEvery = whereOf({ ...query, status: null }, { sort }) === '';
    const atMost = isEvery ? offset + limit : EVERY;
    const keys = ends.keysByEnd(setParameters(facts), { status, atMost });
    return isEvery ? keys : shownOf(keys, query, parameters);
  }

  /** Orders that come to an end, the next one first; behind them all others, the newest first. */
  function rowsByEnd(query: OrderQuery, parameters: Parameters): Row[] {
    const { sort, offset, limit } = query;
    const ending = endingIn(query, parameters);
    const first = ending.slice(offset, offset + limit);
    if (first.length === limit) return rowsOf(first);
    const where = whereOf(query, { sort });
    const others = prepared<[Paged & { readonly ending: string }], Row>(/* sql */ `
      SELECT * FROM orders ${where} ${where === '' ? 'WHERE' : 'AND'} key NOT IN (SELECT value FROM json_each(@ending))
      ORDER BY ${ORDER_BY[sort]} LIMIT @limit OFFSET @offset`);
    return [
      ...rowsOf(first),
      ...others.all({
        ...parameters,
        ending: JSON.stringify(ending),
        offset: Math.max(0, offset - ending.length),
        limit: limit - first.length,
      }),
    ];
  }

  function rowsSorted(query: OrderQuery, parameters: Parameters): Row[] {
    if (query.sort === 'end') return rowsByEnd(query, parameters);
    return isSortOfFew(query.sort) ? rowsOfFew(query, parameters) : rowsIn(query, parameters);
  }

  return {
    /** Reads what a search needs, a little at a time, so that no click waits for all of it at once. */
    learnWords: search.learn,
    customersLike: search.customersLike,
    page(query: OrderQuery): OrderPage {
      const hits = foundOf(query, FOUND_AT_MOST);
      const parameters = parametersOf(query, FOUND_AT_MOST, hits);
      const total = countIn(query, parameters, ORDERS_COUNTED);
      const rows = rowsSorted({ ...query, sort: sortOf(query.sort, total) }, parameters);
      const isSummed = query.isSummed === true && total < ORDERS_COUNTED;
      const shown = new Set(rows.map(({ key }) => key));
      const foundBy = new Set(hits?.filter(({ key }) => shown.has(key)).map(({ by }) => by));
      return {
        orders: rows.map(toOrder),
        total,
        amountFen: isSummed ? amountIn(query, parameters) : null,
        foundBy: ORDER_FOUND_BY.filter((by) => foundBy.has(by)),
      };
    },
    /** The closest first, and of the equally close ones the newest. */
    find(text: string, atMost: number): { order: Order; by: OrderFoundBy }[] {
      const by = new Map(search.find(text, LOOKED_AT_FOR_FEW).map((found) => [found.key, found.by]));
      const rows = selectFound.all(JSON.stringify([...by.keys()]));
      return rows
        .map((row) => ({ order: toOrder(row), by: by.get(row.key) ?? 'no' }))
        .toSorted(
          (one, other) =>
            ORDER_FOUND_BY.indexOf(one.by) - ORDER_FOUND_BY.indexOf(other.by) ||
            (other.order.placedAtMs ?? 0) - (one.order.placedAtMs ?? 0),
        )
        .slice(0, atMost);
    },
    /** How many there are of the filter, as far as a number beside a view tells. */
    countUpTo: (filter: OrderFilterWithFacts, atMost: number): number =>
      countIn(filter, parametersOf(filter, FOUND_AT_MOST), atMost),
    /** How many there are of the filter; it reads an index from end to end. */
    count(filter: OrderFilterWithFacts): number {
      const where = whereOf(filter, { sort: 'newest' });
      const total = prepared<[Parameters], number>(/* sql */ `SELECT count(*) FROM orders ${where}`);
      return total.pluck().get(parametersOf(filter, NO_LIMIT)) ?? 0;
    },
    /** Every order of the filter, newest first, one after the other: exports may be larger than the memory. */
    *all(filter: OrderFilterWithFacts): Generator<Order> {
      const where = whereOf(filter, { sort: 'newest' });
      const rows = db
        .prepare<[Parameters], OrderRow>(/* sql */ `SELECT * FROM orders ${where} ORDER BY placed_at_ms DESC`)
        .iterate(parametersOf(filter, NO_LIMIT));
      for (const row of rows) yield toOrder(row);
    },
    /** These orders, in the order of the ids. */
    *listOf(ids: readonly OrderId[]): Generator<Order> {
      for (const page of inPages(ids, PAGE)) {
        for (const row of selectListed.all(JSON.stringify(page))) yield toOrder(row);
      }
    },
  };
}
