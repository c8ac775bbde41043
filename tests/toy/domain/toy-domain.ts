import type { WritableDb } from '../../../electron/store/connection.ts';
import { createToyRecords } from './toy-records.ts';
import { createToyStore, type ToyStore } from './toy-store.ts';
import { createToySubject } from './toy-subject.ts';

type ToyStores = { readonly toyParcels: ToyStore };

/** All that the toy gives to the program. */
export const toyDomain = {
  stores: (db: WritableDb): ToyStores => ({ toyParcels: createToyStore(db) }),
  module: createToySubject,
  records: ({ stores }: { readonly stores: ToyStores }) => [createToyRecords(stores.toyParcels)],
} as const;
