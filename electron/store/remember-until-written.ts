import type { WritableDb } from './connection.ts';

type WatchedDb = Pick<WritableDb, 'prepare' | 'inTransaction'>;

/** Reads once, and again after any write, whether this connection made it or another one. */
export function rememberUntilWritten<T>(db: WatchedDb, read: () => T): () => T {
  const countOwnWrites = db.prepare<[], number>('SELECT total_changes()').pluck();
  const countOtherWrites = db.prepare<[], number>('PRAGMA data_version').pluck();
  let remembered: { readonly own: number; readonly other: number; readonly value: T } | undefined;

  return () => {
    // What an open transaction wrote may never have been.
    if (db.inTransaction) return read();
    const own = countOwnWrites.get() ?? 0;
    const other = countOtherWrites.get() ?? 0;
    if (remembered?.own !== own || remembered.other !== other) remembered = { own, other, value: read() };
    return remembered.value;
  };
}
