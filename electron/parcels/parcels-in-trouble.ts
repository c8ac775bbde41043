import type { ShopId } from '../../shared/domain/ids.ts';
import type { Parcel, ParcelId } from '../../shared/domain/parcels/parcel.ts';
import { isTrouble } from '../../shared/domain/parcels/parcel-words.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { inPages } from '../../shared/in-pages.ts';
import type { FoundParcel } from '../../shared/ipc/contract/parcel-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';
import type { AskedByDate, PlacedOrder } from '../store/parcels/parcel-search.ts';
import { fromOrder, fromParcel } from './found-parcel.ts';
import { shopOfParcel } from './parcel-subject.ts';

type Dependencies = {
  readonly parcelSearch: { listByDate(asked: AskedByDate): PlacedOrder[] };
  readonly parcels: {
    load(ids: readonly string[]): Parcel[];
    listLongestSilent(limit: number): ParcelId[];
  };
  readonly shops: { get(id: ShopId): Shop | undefined; list(): Shop[] };
  readonly clock: Clock;
};

/** More are not worked through in a day. */
const MOST_LISTED = 500;
/** Several days of a large shop, of which most are on their way as they should be. */
const MOST_SILENT = 20_000;
/** So many parcels, or orders, are looked at in one turn of main. */
const AT_ONCE = 200;
/** An order that was placed earlier has been confirmed by the platform, whatever became of the parcel. */
const LOOKED_BACK_MS = 45 * DAY;

export type ParcelsInTrouble = ReturnType<typeof createParcelsInTrouble>;

/** O13: the parcels that are late or in trouble, a slice for each turn of main: there may be very many to look at. */
export function createParcelsInTrouble({ parcelSearch, parcels, shops, clock }: Dependencies) {
  /** Those of which a file has shown nothing for the longest time come first. */
  function* saidToBe(shopId: ShopId | null): Generator<readonly FoundParcel[]> {
    const nowMs = clock.now();
    for (const ids of inPages(parcels.listLongestSilent(MOST_SILENT), AT_ONCE)) {
      yield parcels.load(ids).flatMap((parcel) => {
        const shop = shops.get(shopOfParcel(parcel));
        if (!shop || parcel.isBack || (shopId !== null && shop.id !== shopId)) return [];
        const found = fromParcel(parcel, { shop, nowMs });
        return isTrouble(found.state) ? [found] : [];
      });
    }
  }

  /** Those of which only the dates are known, the order that was placed first before the others. */
  function* lateByDate(shopId: ShopId | null): Generator<readonly FoundParcel[]> {
    const nowMs = clock.now();
    const days = shops.list().map(({ settings }) => settings.parcel.carrierDays + 1);
    const span = { shopId, untilMs: nowMs - Math.min(...days) * DAY, limit: AT_ONCE };
    let after: AskedByDate['after'] | null = { placedAtMs: nowMs - LOOKED_BACK_MS, shopId: '', key: 0 };
    while (after !== null) {
      const orders: PlacedOrder[] = parcelSearch.listByDate({ ...span, after });
      yield orders.flatMap(({ trackingNo, isKept, ...order }) => {
        const shop = shops.get(order.shopId);
        if (!shop || trackingNo === null || isKept === 1) return [];
        const found = fromOrder({ ...order, trackingNo }, { shop, nowMs });
        return found.state === 'overdue' ? [found] : [];
      });
      after = orders.length < AT_ONCE ? null : (orders.at(-1) ?? null);
    }
  }

  /** Orders that were sent together have one parcel, and it counts once. */
  return function* inTrouble(shopId: ShopId | null): Generator<readonly FoundParcel[]> {
    const listed = new Set<string>();
    for (const source of [saidToBe, lateByDate]) {
      for (const found of source(shopId)) {
        const byNo = new Map(found.map((row) => [row.trackingNo, row]));
        const rows = [...byNo.values()]
          .filter(({ trackingNo }) => !listed.has(trackingNo))
          .slice(0, MOST_LISTED - listed.size);
        for (const { trackingNo } of rows) listed.add(trackingNo);
        yield rows;
        if (listed.size >= MOST_LISTED) return;
      }
    }
  };
}
