import type { WritableDb } from '../../electron/store/connection.ts';
import { createStores } from '../../electron/store/stores.ts';
import { createTasks } from '../../electron/tasks.ts';

/** The queue over a store, as the core builds it. */
export const queueOver = (db: WritableDb) => createTasks({ db, stores: createStores(db) }).queue;
