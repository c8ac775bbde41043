import { AppError } from '../../errors.ts';
import type { OrderId } from '../ids.ts';
import type { Order } from './order.ts';

/** Orders, or any more that is known of each. */
type Orders<T> = { readonly get: (id: OrderId) => T | undefined };

/** The order, unless it has gone with the sample shop or with an import that was undone. */
export function requireOrder<T>(orders: Orders<T>, id: OrderId): T {
  const order = orders.get(id);
  if (!order) throw new AppError('not-found', '该订单已不存在');
  return order;
}

/** Only an unpaid order is chased, bargained about, given up or said to be paid; `consequence` ends the refusal. */
export function requireUnpaidOrder(orders: Orders<Order>, id: OrderId, consequence = ''): Order {
  const order = requireOrder(orders, id);
  if (order.status === 'unknown') {
    throw new AppError('conflict', `该订单的状态未知，请先导入带「订单状态」的报表${consequence}`);
  }
  if (order.status !== 'unpaid') throw new AppError('conflict', `该订单已不是待付款状态${consequence}`);
  return order;
}
