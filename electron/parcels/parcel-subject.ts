import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import {
  type Parcel,
  type ParcelId,
  shownStateOf,
  trackingNoOf,
} from '../../shared/domain/parcels/parcel.ts';
import type { ParcelRule, ParcelSubject } from '../../shared/domain/parcels/parcel-subject.ts';
import { PARCEL_STATE_LABELS } from '../../shared/domain/parcels/parcel-words.ts';
import { asSubject, idIn, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';

type Dependencies = {
  readonly rules: readonly ParcelRule[];
  readonly parcels: {
    load(ids: readonly string[]): Parcel[];
    listTouchedBy(orderIds: readonly OrderId[]): ParcelId[];
    listOfRefunds(refundIds: readonly string[]): ParcelId[];
    listAllLive(): ParcelId[];
    setLive(ids: readonly string[], isLive: boolean): void;
    find(text: string, atMost: number): ParcelId[];
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
};

/** A file may cover several shops, so the order knows better than the import whose parcel it is. */
export const shopOfParcel = ({ shopId, order }: Parcel): ShopId => order?.shopId ?? shopId;

/** On the card of its order, as soon as that is known: what is at risk for an order counts once. */
const placeOf = (parcel: Parcel): TaskPlace => ({
  shopId: shopOfParcel(parcel),
  matter: parcel.order?.id ?? subjectKey(asSubject('parcel', parcel.id)),
});

const known = (words: readonly (string | null | undefined)[]): string[] =>
  words.filter((word) => typeof word === 'string');

/** A parcel among the subjects: how its rules get it, and what the rest of the program says of it. */
export function createParcelSubject({ rules, parcels, shops }: Dependencies): SubjectModule {
  return defineSubject<ParcelSubject>({
    kind: 'parcel',
    rules,
    load: (ids) =>
      parcels.load(ids).flatMap((parcel) => {
        const settings = shops.get(shopOfParcel(parcel))?.settings;
        return settings === undefined ? [] : [{ parcel, settings }];
      }),
    idOf: ({ parcel }) => parcel.id,
    placeOf: ({ parcel }) => placeOf(parcel),
    listToRefresh: (changed) => [
      ...new Set([
        ...changed.flatMap((ref) => idIn(ref, 'parcel') ?? []),
        ...parcels.listTouchedBy(changed.flatMap((ref) => idIn(ref, 'order') ?? [])),
        ...parcels.listOfRefunds(changed.flatMap((ref) => idIn(ref, 'refund') ?? [])),
      ]),
    ],
    // Its order may be of another shop than the file that has shown it.
    listLive: parcels.listAllLive,
    setLive: parcels.setLive,
    summarise: (ids) =>
      parcels.load(ids).map((parcel) => ({
        ref: asSubject('parcel', parcel.id),
        title: trackingNoOf(parcel),
        customerNick: parcel.order?.customerNick ?? null,
        detail: parcel.order?.itemTitle ?? parcel.lastText,
        status: PARCEL_STATE_LABELS[shownStateOf(parcel)],
        orderId: parcel.order?.id ?? null,
      })),
    placesOf: (ids) => new Map(parcels.load(ids).map((parcel) => [parcel.id, placeOf(parcel)])),
    words: (ids) =>
      new Map(
        parcels.load(ids).map(({ id, trackingNo, orderNo, order, receiverName }) => [
          id,
          {
            starts: known([trackingNo, orderNo, order?.no]),
            parts: known([order?.itemTitle, order?.customerNick, receiverName ?? order?.receiverName]),
            ends: known([trackingNo]),
          },
        ]),
      ),
    wordTables: ['parcels', 'orders', 'refunds'],
    find: parcels.find,
  });
}
