import type { ShopId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { PLATFORM_LABELS, type Shop } from '../../shared/domain/team/shop.ts';
import { namedSubject } from '../kernel/subjects/named-subject.ts';

type Shops = { get(id: ShopId): Shop | undefined; list(): readonly Shop[] };

/** A shop can have recurring duties. */
export function createShopSubject(shops: Shops) {
  return namedSubject('shop', {
    wordTables: ['shops'],
    find: (text, atMost) =>
      shops
        .list()
        .filter(({ name }) => name.includes(text))
        .slice(0, atMost)
        .map(({ id }) => id),
    lookUp(id) {
      // The id was a shop's when the task was made.
      const shop = shops.get(id as ShopId);
      if (!shop) return null;
      const rest = {
        customerNick: null,
        detail: PLATFORM_LABELS[shop.platform],
        status: null,
        orderId: null,
      };
      return { summary: { ref: asSubject('shop', id), title: shop.name, ...rest }, shopId: shop.id };
    },
  });
}
