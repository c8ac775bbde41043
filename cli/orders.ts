import type { Order } from '../shared/domain/orders/order.ts';
import { AppError } from '../shared/errors.ts';
import type { Core } from './core.ts';

/** Two shops may have used one number; the order that was placed last is meant. */
export function orderNumbered({ stores }: Core, no: string): Order {
  if (no.trim() === '') throw new AppError('invalid-input', '请给出订单编号');
  const [order] = stores.orders
    .findByNo(no.trim())
    .toSorted((one, other) => (other.placedAtMs ?? 0) - (one.placedAtMs ?? 0));
  if (!order) throw new AppError('not-found', `没有编号为 ${no.trim()} 的订单，请先导入它所在的报表`);
  return order;
}
