import type { WritableDb } from '../../../electron/store/connection.ts';
import { createStores as createProduct } from '../../../electron/store/stores.ts';
import { createToyStore } from '../domain/toy-store.ts';

export const createStores = (db: WritableDb) => ({ ...createProduct(db), toyParcels: createToyStore(db) });
