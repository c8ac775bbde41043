import { createBase } from '../../electron/base.ts';
import type { WritableDb } from '../../electron/store/connection.ts';
import { createFakeClock } from './fake-clock.ts';

/** The queue over a store, as the core builds it. */
export const queueOver = (db: WritableDb) => createBase({ db, clock: createFakeClock(0) }).queue;
