import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import { type Parcel, type ParcelId, trackingNoOf } from '../../shared/domain/parcels/parcel.ts';
import { type ParcelWord, readParcelPaste } from '../../shared/domain/parcels/parcel-paste.ts';
import type { Refund, RefundId } from '../../shared/domain/refunds/refund.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { FoundParcel, FoundParcels } from '../../shared/ipc/contract/parcel-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { SentOrder } from '../store/parcels/parcel-search.ts';
import { fromOrder, fromParcel, fromRefund } from './found-parcel.ts';
import { shopOfParcel } from './parcel-subject.ts';

type Hits = { readonly orders: number[]; readonly refunds: RefundId[]; readonly parcels: ParcelId[] };

export type FoundByWord = { readonly word: ParcelWord; readonly rows: readonly FoundParcel[] };

type Dependencies = {
  readonly parcelSearch: {
    find(word: ParcelWord, limit: number): Hits;
    orders(keys: readonly number[]): SentOrder[];
    ofNumbers(numbers: readonly string[]): ParcelId[];
  };
  readonly parcels: {
    load(ids: readonly string[]): Parcel[];
    listOfOrders(ids: readonly OrderId[]): ParcelId[];
  };
  readonly refunds: {
    load(ids: readonly string[]): Refund[];
    listOfOrders(ids: readonly OrderId[]): RefundId[];
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly clock: Clock;
};

/** A word with more hits is no word to look for a parcel by; an agent types on. */
const FOUND_BY_WORD = 20;

export type FindParcels = ReturnType<typeof createFindParcels>;

/** O13, A6: where parcels are, by a text that was typed or pasted, across all shops. */
export function createFindParcels({ parcelSearch, parcels, refunds, shops, clock }: Dependencies) {
  /** Of one number in the files of two shops the one with the later scan counts. */
  function latestOf(ids: readonly ParcelId[]): Map<string, Parcel> {
    const latest = new Map<string, Parcel>();
    for (const parcel of parcels.load([...new Set(ids)])) {
      const no = trackingNoOf(parcel);
      const other = latest.get(no);
      if (other === undefined || (parcel.lastAtMs ?? -1) > (other.lastAtMs ?? -1)) latest.set(no, parcel);
    }
    return latest;
  }

  function rowsOf(hits: Hits): FoundParcel[] {
    const nowMs = clock.now();
    const orders = parcelSearch.orders([...new Set(hits.orders)]);
    const orderIds = orders.map(({ id }) => id);
    const back = refunds.load([...new Set([...hits.refunds, ...refunds.listOfOrders(orderIds)])]);
    const numbers = [...orders.map((order) => order.trackingNo), ...back.map((one) => one.returnTrackingNo)];
    const known = latestOf([
      ...hits.parcels,
      ...parcels.listOfOrders(orderIds),
      ...parcelSearch.ofNumbers(numbers.filter((no) => no !== null)),
    ]);
    const rows = new Map<string, FoundParcel>();
    const put = (shopId: ShopId, rowIn: (shop: Shop) => FoundParcel): void => {
      const shop = shops.get(shopId);
      if (!shop) return;
      const row = rowIn(shop);
      if (!rows.has(row.trackingNo)) rows.set(row.trackingNo, row);
    };
    for (const { returnTrackingNo, ...refund } of back) {
      if (returnTrackingNo === null) continue;
      const parcel = known.get(returnTrackingNo);
      put(refund.shopId, (shop) => fromRefund({ ...refund, returnTrackingNo }, { shop, nowMs, parcel }));
    }
    for (const { trackingNo, ...order } of orders) {
      if (trackingNo !== null && !known.has(trackingNo))
        put(order.shopId, (shop) => fromOrder({ ...order, trackingNo }, { shop, nowMs }));
    }
    for (const parcel of known.values()) {
      put(shopOfParcel(parcel), (shop) => fromParcel(parcel, { shop, nowMs }));
    }
    // Out before back, as they are asked for.
    return [...rows.values()].toSorted((a, b) => b.direction.localeCompare(a.direction));
  }

  /** A long paste takes longer than a click may wait, so that main looks for one word in each turn. */
  function* each(text: string): Generator<FoundByWord> {
    for (const word of readParcelPaste(text)) {
      yield { word, rows: rowsOf(parcelSearch.find(word, FOUND_BY_WORD)) };
    }
  }

  return Object.assign((text: string): FoundParcels => join([...each(text)]), { each, join });
}

/** Each parcel once, in the order of the text. */
function join(found: readonly FoundByWord[]): FoundParcels {
  const rows = new Map<string, FoundParcel>();
  for (const row of found.flatMap((one) => one.rows))
    if (!rows.has(row.trackingNo)) rows.set(row.trackingNo, row);
  // Beside numbers a short piece may as well be a greeting as a name.
  const isChat = found.some(({ word }) => word.kind !== 'name');
  const missing = found.filter((one) => one.rows.length === 0 && !(isChat && one.word.kind === 'name'));
  return { rows: [...rows.values()], missing: missing.map(({ word }) => word.text) };
}
