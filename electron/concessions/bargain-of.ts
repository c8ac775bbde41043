import type { Bargain } from '../../shared/domain/chasing/concession-ladder.ts';
import type { CustomerId, ShopId } from '../../shared/domain/ids.ts';
import { type Customer, type CustomerHistory, gradeOf } from '../../shared/domain/orders/customer.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';

type Dependencies = {
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly customers: { get(id: CustomerId): Customer | undefined; history(id: CustomerId): CustomerHistory };
};

/** R10: the platform and the grade by which the bargaining over an order goes. */
export function createBargainOf({ shops, customers }: Dependencies) {
  return ({ shopId, customerId }: Pick<Order, 'shopId' | 'customerId'>): Bargain => {
    const shop = shops.get(shopId);
    // A masked nick belongs to one order only, so nobody knows what its customer bought before.
    const isKnown = customerId !== null && customers.get(customerId)?.isMasked === false;
    if (shop === undefined) return { platform: null, grade: null };
    const grade = isKnown ? gradeOf(customers.history(customerId), shop.settings.grade) : null;
    return { platform: shop.platform, grade };
  };
}
