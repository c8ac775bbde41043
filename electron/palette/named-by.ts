import type { Order } from '../../shared/domain/orders/order.ts';

const ORDER_NO = /\d{6}-\d{15}|\d{15,20}/;
/** Fewer digits are too many people's: 「尾号 4045」 is no name. */
const TAIL = /^\D{0,12}(\d{6,14})$/;
const NICK_PART = /^\S{2,30}$/;
/** The search looks at a few dozens for each sort of word by itself. */
const ALL_FOUND = Number.POSITIVE_INFINITY;

export type NamedOrders = {
  readonly orders: { findByNo(no: string): Order[] };
  /** Orders that have anything to do with the text. */
  readonly findOrders: (text: string, atMost: number) => Promise<readonly { readonly order: Order }[]>;
};

const newestFirst = (one: Order, other: Order): number => (other.placedAtMs ?? 0) - (one.placedAtMs ?? 0);

const endsIn = ({ no, receiverMobile, receiverPhone }: Order, digits: string): boolean =>
  [no, receiverMobile, receiverPhone].some((number) => number?.endsWith(digits));

const hasInNick = ({ customerNick }: Order, part: string): boolean =>
  customerNick?.toLowerCase().includes(part.toLowerCase()) ?? false;

/** The orders that a text names: by number, by nick, by the tail of a number or a phone, by part of a nick. Newest first. */
export async function namedBy(text: string, { orders, findOrders }: NamedOrders): Promise<readonly Order[]> {
  const no = ORDER_NO.exec(text)?.[0];
  if (no !== undefined) return orders.findByNo(no);
  async function found(words: string): Promise<Order[]> {
    const all = await findOrders(words, ALL_FOUND);
    return all.map(({ order }) => order).toSorted(newestFirst);
  }

  // The search knows orders by products and amounts as well, which name nobody.
  const byText = await found(text);
  const withNick = byText.filter(({ customerNick }) => customerNick === text);
  if (withNick.length > 0) return withNick;
  const tail = TAIL.exec(text)?.[1];
  if (tail !== undefined) {
    const byTail = tail === text ? byText : await found(tail);
    return byTail.filter((order) => endsIn(order, tail));
  }
  return NICK_PART.test(text) ? byText.filter((order) => hasInNick(order, text)) : [];
}

const customerOf = ({ customerId, customerNick, id }: Order): string => customerId ?? customerNick ?? id;

/** One order for each customer: the one that is still to be paid before the others, else the newest. */
export function onePerCustomer(named: readonly Order[]): readonly Order[] {
  const byCustomer = Map.groupBy(named, customerOf);
  return [...byCustomer.values()].flatMap(
    (ofOne) => ofOne.find(({ status }) => status === 'unpaid') ?? ofOne[0] ?? [],
  );
}
