import { createParcelHandlers } from '../../parcels/parcel-handlers.ts';
import { createParcelRecords } from '../../parcels/parcel-records.ts';
import { createParcelSubject } from '../../parcels/parcel-subject.ts';
import { parcelRules } from '../../rules/parcel/index.ts';
import type { WritableDb } from '../../store/connection.ts';
import { createParcelSearch } from '../../store/parcels/parcel-search.ts';
import { createParcelStore } from '../../store/parcels/parcel-store.ts';
import type { SharedStores } from '../../store/stores.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = {
  readonly parcels: ReturnType<typeof createParcelStore>;
  readonly parcelSearch: ReturnType<typeof createParcelSearch>;
};

export const parcel = {
  stores: (db: WritableDb): OwnStores => ({
    parcels: createParcelStore(db),
    parcelSearch: createParcelSearch(db),
  }),
  module: ({ parcels, shops }: Pick<OwnStores, 'parcels'> & Pick<SharedStores, 'shops'>) =>
    createParcelSubject({ parcels, shops, rules: parcelRules }),
  handlers: (edge: Parameters<typeof createParcelHandlers>[0]) => createParcelHandlers(edge),
  records: ({ stores }: { readonly stores: OwnStores }) => [createParcelRecords(stores)],
} as const satisfies SubjectDomain;
