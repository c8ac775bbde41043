import type { OrderSort } from '../../../shared/domain/orders/order-list.ts';

/** Equal ones stand together, the newest first; where nothing is known, an order comes last. */
const together = (...columns: readonly string[]) =>
  [...columns.map((column) => `${column} NULLS LAST`), 'placed_at_ms DESC'].join(', ');

export const ORDER_BY = {
  newest: 'placed_at_ms DESC',
  oldest: 'placed_at_ms',
  amount: 'payable_fen DESC',
  'amount-up': 'payable_fen',
  // Behind the few that come to an end, which have an order of their own.
  end: 'placed_at_ms DESC',
  paid: together('paid_at_ms DESC'),
  'paid-up': together('paid_at_ms'),
  customer: together('customer_nick'),
  'customer-down': together('customer_nick DESC'),
  item: together('item_title'),
  'item-down': together('item_title DESC'),
  parcel: together('carrier', 'tracking_no'),
  'parcel-down': together('carrier DESC', 'tracking_no DESC'),
  memo: together('flag', 'memo'),
  'memo-down': together('flag DESC', 'memo DESC'),
  receiver: together('receiver_name'),
  'receiver-down': together('receiver_name DESC'),
} as const satisfies Record<OrderSort, string>;

export const isByAmount = (sort: OrderSort) => sort === 'amount' || sort === 'amount-up';
