import { type Order, paidOrPayableFen } from '../orders/order.ts';
import type { ShopSettings } from '../team/shop.ts';
import { isPresale } from './presale.ts';

type Paid = Pick<Order, 'paidFen' | 'payableFen' | 'goodsFen' | 'extra'>;

/** 3.5: what the platform may make the shop pay for an order that is shipped too late; of a pre-sale, by the goods' price. */
export function compensationFen(
  order: Paid,
  { shipping, refund }: Pick<ShopSettings, 'shipping' | 'refund'>,
): number {
  const paidFen = paidOrPayableFen(order) ?? 0;
  if (paidFen === 0) return 0;
  if (isPresale(order)) return Math.round(((order.goodsFen ?? paidFen) * refund.lateClaimPercent) / 100);
  const { latePercent, lateLeastFen, lateMostFen } = shipping;
  if (latePercent === 0) return 0;
  return Math.min(lateMostFen, Math.max(lateLeastFen, Math.round((paidFen * latePercent) / 100)));
}

/** 3.4: the customer's money and what the platform may take beside it. */
export const shippingAtRiskFen = (order: Paid, settings: Pick<ShopSettings, 'shipping' | 'refund'>): number =>
  (paidOrPayableFen(order) ?? 0) + compensationFen(order, settings);
