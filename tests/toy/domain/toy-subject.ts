import { defineSubject, type SubjectModule } from '../../../electron/kernel/subjects/subject-module.ts';
import type { SharedStores } from '../../../electron/store/stores.ts';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import { DEFAULT_BUSINESS_HOURS } from '../../../shared/time/business-hours.ts';
import { TOY, type ToyParcel, type ToySubject } from './toy-parcel.ts';
import { endsOfToy, toyRules } from './toy-rules.ts';
import type { ToyStore } from './toy-store.ts';

type Stores = Pick<SharedStores, 'shops'> & { readonly toyParcels: ToyStore };

/** The toy among the subjects. */
export function createToySubject({ toyParcels: toys, shops }: Stores): SubjectModule {
  const placeOf = ({ id, shopId }: ToyParcel) => ({ shopId, matter: `toy:${id}` });
  return defineSubject<ToySubject>({
    kind: TOY,
    rules: toyRules,
    load: (ids) =>
      toys.load(ids).map((parcel) => ({
        parcel,
        hours: shops.get(parcel.shopId)?.settings.businessHours ?? DEFAULT_BUSINESS_HOURS,
      })),
    idOf: ({ parcel }) => parcel.id,
    placeOf: ({ parcel }) => placeOf(parcel),
    listToRefresh: (changed) => changed.flatMap((ref) => idIn(ref, TOY) ?? []),
    listLive: toys.listLive,
    setLive: toys.setLive,
    ends: endsOfToy,
    summarise: (ids) =>
      toys.load(ids).map((parcel) => ({
        ref: asSubject(TOY, parcel.id),
        title: parcel.parcelNo ?? '',
        customerNick: null,
        detail: '玩具',
        status: parcel.state,
        orderId: null,
      })),
    placesOf: (ids) => new Map(toys.load(ids).map((parcel) => [parcel.id, placeOf(parcel)])),
    words: (ids) =>
      new Map(toys.load(ids).map(({ id, parcelNo }) => [id, { starts: [parcelNo ?? ''], parts: ['玩具'] }])),
    wordTables: ['toy_parcels'],
    find: toys.find,
  });
}
