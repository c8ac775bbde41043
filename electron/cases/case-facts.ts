import type { CustomerId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { type Parcel, type ParcelId, shownStateOf } from '../../shared/domain/parcels/parcel.ts';
import type { CaseFacts } from '../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { idIn, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';

export type CaseFactStores = {
  readonly orders: {
    get(id: OrderId): Order | undefined;
    listNewestOf(customerId: CustomerId, atMost: number): Order[];
  };
  readonly parcels: {
    listTouchedBy(orderIds: readonly OrderId[]): ParcelId[];
    load(ids: readonly string[]): Parcel[];
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
};

export type FactsOf = (links: readonly SubjectRef[]) => CaseFacts;

/** The order that a case is about is the first that it names. */
export const orderIdIn = (links: readonly SubjectRef[]): OrderId | null =>
  links.map((ref) => idIn(ref, 'order')).find((id) => id !== null) ?? null;

/** A payment that is looked for is among the last ones. */
const NEWEST = 20;

/** All that the kind of a case may look at, by the subjects that it is about. */
export function createCaseFacts({ orders, parcels, shops }: CaseFactStores): FactsOf {
  function parcelStateOf(orderId: OrderId): CaseFacts['parcelState'] {
    const [parcel] = parcels.load(parcels.listTouchedBy([orderId]));
    return parcel === undefined ? null : shownStateOf(parcel);
  }
  return (links) => {
    const orderId = orderIdIn(links);
    const order = (orderId !== null && orders.get(orderId)) || null;
    return {
      order,
      ordersOfCustomer: () =>
        order?.customerId == null ? [] : orders.listNewestOf(order.customerId, NEWEST),
      parcelState: order === null ? null : parcelStateOf(order.id),
      settings: order === null ? null : (shops.get(order.shopId)?.settings ?? null),
    };
  };
}
