import type { Order } from '../../../orders/order.ts';
import type { CaseFieldValue } from '../case-field-values.ts';

export const isOut = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'shipped' || status === 'completed';

/** 抖店 says in columns of its own that the customer has changed the address alone. */
export const hasChangedAddress = ({ extra }: Pick<Order, 'extra'>): boolean =>
  extra['是否修改过地址'] === '是';

/** The sentence for the courier of an order where one was wanted. */
export function courierShown(
  wanted: CaseFieldValue | undefined,
  { carrier }: Pick<Order, 'carrier'>,
): string | null {
  if (typeof wanted !== 'string' || carrier === null) return null;
  return carrier.includes(wanted) ? `导入显示已用${carrier}发出` : `导入显示用的是${carrier}，不是${wanted}`;
}

export const isRefunded = ({ refundFen, paidFen }: Pick<Order, 'refundFen' | 'paidFen'>): boolean =>
  refundFen !== null && paidFen !== null && paidFen > 0 && refundFen >= paidFen;
