import { migrations as PRODUCT } from '../../../electron/store/migrations/index.ts';
import { TOY_TABLE_SQL } from '../domain/toy-store.ts';

export const migrations: typeof PRODUCT = [
  ...PRODUCT,
  { name: 'keep toy parcels', up: (db) => void db.exec(TOY_TABLE_SQL) },
];
