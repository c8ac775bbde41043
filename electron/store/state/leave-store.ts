import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { isAsLeft, noteLeft, noteUse, readNote } from './store-note.ts';

/** A store with nobody and nothing in it may vanish without a word. */
function isUsed(db: ReadableDb): boolean {
  const sql = 'SELECT EXISTS (SELECT 1 FROM shops) OR EXISTS (SELECT 1 FROM agents)';
  return db.prepare<[], number>(sql).pluck().get() === 1;
}

const ordersIn = (db: ReadableDb): number =>
  db.prepare<[], number>('SELECT count(*) FROM orders').pluck().get() ?? 0;

/** Notes beside the store that it is used, if it is. `false` where there is nothing to lose yet. */
export function noteIfUsed(db: WritableDb, nowMs: EpochMs): boolean {
  if (!isUsed(db)) return false;
  if (readNote(db.name)?.startsAnew !== false) noteUse(db.name, { orders: ordersIn(db), atMs: nowMs });
  return true;
}

/** Closes the store, and notes how it was left. Without the note, the next start looks at every page. */
export function leaveStore(db: WritableDb, nowMs: EpochMs): void {
  const orders = isUsed(db) ? ordersIn(db) : null;
  db.close();
  if (orders === null || isAsLeft(db.name)) return;
  try {
    noteLeft(db.name, { orders, atMs: nowMs });
  } catch {
    // A folder that cannot be written to: the work is done, and the note is only a help.
  }
}
