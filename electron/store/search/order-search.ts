import type { CustomerId } from '../../../shared/domain/ids.ts';
import type { OrderFoundBy } from '../../../shared/domain/orders/order-found-by.ts';
import { pinyinInitialsOf } from '../../../shared/domain/pinyin-initials.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { WritableDb } from '../connection.ts';
import { createNickPool } from './nick-pool.ts';
import { type OrderWords, readOrderWords } from './order-words.ts';

/** `key` is the row of the order. */
export type FoundOrder = { readonly key: number; readonly by: OrderFoundBy };

type Found = readonly [OrderFoundBy, number[]];
type Bounds = { readonly text: string; readonly end: string; readonly limit: number };
type Tail = { readonly text: string; readonly tail: string; readonly among: number; readonly limit: number };

/** Numbers are found by as many of their last digits as a courier or a customer says. */
const TAIL = 4;
/** Of a number that half of all orders have, such as the phone of a shop that buys for others, the latest are enough. */
const TAILS_LOOKED_AT = 5000;
const AMOUNTS_LOOKED_AT = 20_000;
/** A product is looked for in the orders of the last days: an index of titles would be as large as the orders. */
const PRODUCTS_LOOKED_AT = 4000;
const WITHOUT_LIMIT = -1;

const tailSql = (column: string, condition = '') => /* sql */ `
  SELECT key FROM (SELECT key, ${column} AS number FROM orders
    WHERE substr(${column}, -${TAIL}) = @tail ${condition} ORDER BY key DESC LIMIT @among)
  WHERE substr(number, -length(@text)) = @text LIMIT @limit`;

/** Finds orders by what customers, couriers and warehouses say of them. */
export function createOrderSearch(db: WritableDb) {
  const nicks = createNickPool(db);
  const keys = <P>(sql: string) => db.prepare<[P], number>(sql).pluck();

  const byNo = keys<Bounds>(
    'SELECT key FROM orders WHERE no >= @text AND no < @end ORDER BY no DESC LIMIT @limit',
  );
  const byTracking = keys<Bounds>(
    'SELECT key FROM orders WHERE tracking_no >= @text AND tracking_no < @end LIMIT @limit',
  );
  // One name may have more orders than are asked for: it is the newest of them that are talked about.
  const byReceiver = keys<Bounds>(/* sql */ `
    SELECT key FROM orders WHERE receiver_name >= @text AND receiver_name < @end
    ORDER BY receiver_name, key DESC LIMIT @limit`);
  const byNick = keys<Bounds>(/* sql */ `
    SELECT o.key FROM customers c CROSS JOIN orders o ON o.customer_id = c.id
    WHERE c.nick >= @text AND c.nick < @end ORDER BY c.nick, c.rowid, o.placed_at_ms DESC LIMIT @limit`);
  const byNoTail = keys<Tail>(tailSql('no'));
  const byTrackingTail = keys<Tail>(tailSql('tracking_no', 'AND tracking_no IS NOT NULL'));
  const byMobileTail = keys<Tail>(tailSql('receiver_mobile', 'AND receiver_mobile IS NOT NULL'));
  const byPhoneTail = keys<Tail>(tailSql('receiver_phone', 'AND receiver_phone IS NOT NULL'));
  const byAmount = keys<{ fen: number; among: number; limit: number }>(/* sql */ `
    SELECT key FROM (SELECT key FROM orders WHERE payable_fen = @fen LIMIT @among) ORDER BY key DESC LIMIT @limit`);
  const byProduct = keys<{ text: string; among: number; limit: number }>(/* sql */ `
    SELECT key FROM (SELECT key, item_title FROM orders ORDER BY placed_at_ms DESC LIMIT @among)
    WHERE instr(lower(item_title), @text) LIMIT @limit`);
  const nickOf = db.prepare<[number], string>('SELECT lower(nick) FROM customers WHERE rowid = ?').pluck();
  const idOf = db.prepare<[number], CustomerId>('SELECT id FROM customers WHERE rowid = ?').pluck();
  const ofCustomers = keys<{ customers: string; limit: number }>(/* sql */ `
    SELECT o.key FROM json_each(@customers) AS found
    CROSS JOIN customers c ON c.rowid = found.value
    CROSS JOIN orders o ON o.customer_id = c.id ORDER BY found.key, o.placed_at_ms DESC LIMIT @limit`);

  const among = (most: number, limit: number) => (limit === WITHOUT_LIMIT ? WITHOUT_LIMIT : most);

  const withAmount = (fen: number, limit: number): Found[] => [
    ['amount', byAmount.all({ fen, among: among(AMOUNTS_LOOKED_AT, limit), limit })],
  ];

  function withTail(digits: string, limit: number): Found[] {
    const asked = { text: digits, tail: digits.slice(-TAIL), among: among(TAILS_LOOKED_AT, limit), limit };
    return [
      ['noTail', byNoTail.all(asked)],
      ['mobileTail', byMobileTail.all(asked)],
      ['phoneTail', byPhoneTail.all(asked)],
      ['trackingTail', byTrackingTail.all(asked)],
    ];
  }

  /** The pool may know a customer who is gone: the nick of today decides. */
  function stillFound(rowids: readonly number[], isFound: (nick: string) => boolean): number[] {
    return rowids.filter((rowid) => {
      const nick = nickOf.get(rowid);
      return nick !== undefined && isFound(nick);
    });
  }

  const customersWith = (part: string, most: number): number[] =>
    stillFound(nicks.withPart(part, most), (nick) => nick.includes(part));
  const customersRead = (initials: string, most: number): number[] =>
    stillFound(nicks.withInitials(initials, most), (nick) => pinyinInitialsOf(nick).includes(initials));

  const ordersOf = (customers: readonly number[], limit: number): number[] =>
    customers.length === 0 ? [] : ofCustomers.all({ customers: JSON.stringify(customers), limit });

  function byWords({ part, initials }: OrderWords, limit: number): Found[] {
    const most = limit === WITHOUT_LIMIT ? Number.POSITIVE_INFINITY : limit;
    const found: Found[] = [];
    if (part !== null) {
      found.push(
        ['nick', ordersOf(customersWith(part, most), limit)],
        ['product', byProduct.all({ text: part, among: among(PRODUCTS_LOOKED_AT, limit), limit })],
      );
    }
    if (initials !== null) found.push(['pinyin', ordersOf(customersRead(initials, most), limit)]);
    return found;
  }

  return {
    /** Reads what a search needs, a little at a time. */
    learn: nicks.learn,
    /** Customers in whose nick the text stands, as it is written or as it is read. */
    customersLike(text: string, atMost: number): CustomerId[] {
      const { part, initials } = readOrderWords(text);
      // A search for orders reads the rest; no click waits for it.
      nicks.learn().next();
      const found = [
        ...(part === null ? [] : customersWith(part, atMost)),
        ...(initials === null ? [] : customersRead(initials, atMost)),
      ];
      return [...new Set(found)].slice(0, atMost).flatMap((rowid) => idOf.get(rowid) ?? []);
    },
    /** Each order once, by the closest of its words; -1: every one. */
    find(text: string, limit: number): FoundOrder[] {
      const words = readOrderWords(text);
      const left = nicks.learn();
      while (left.next().done !== true);
      const bounds = { text: words.start, end: behindAllThatBeginWith(words.start), limit };
      const { digits, amountFen } = words;
      const found: Found[] = [
        ['no', byNo.all(bounds)],
        ['tracking', byTracking.all(bounds)],
        ...(digits === null ? [] : withTail(digits, limit)),
        ['nick', byNick.all(bounds)],
        ['receiver', byReceiver.all(bounds)],
        ...(amountFen === null ? [] : withAmount(amountFen, limit)),
        ...byWords(words, limit),
      ];
      const first = new Map<number, OrderFoundBy>();
      for (const [by, orders] of found) for (const key of orders) if (!first.has(key)) first.set(key, by);
      return Array.from(first, ([key, by]) => ({ key, by }));
    },
  };
}
