import type { ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { bareOrderSubject, type OrderRule } from '../../shared/domain/orders/order-subject.ts';
import type { ShopSettings } from '../../shared/domain/team/shop.ts';

/** Whether a rule can want anything of an order that an import has in hand, with nothing else known of it. */
export function createOrderConcern(rules: readonly OrderRule[], settingsOf: (id: ShopId) => ShopSettings) {
  // An import asks for hundreds of thousands of orders of one shop.
  let last: { readonly shopId: ShopId; readonly settings: ShopSettings } | undefined;
  return (order: Order): boolean => {
    if (last?.shopId !== order.shopId) last = { shopId: order.shopId, settings: settingsOf(order.shopId) };
    const subject = bareOrderSubject(order, last.settings);
    return rules.some((rule) => rule.concerns(subject));
  };
}
