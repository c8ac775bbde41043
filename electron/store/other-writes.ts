import type { ReadableDb } from './connection.ts';

/** A number that changes whenever another connection, be it of a thread or of another program, has written anything. */
export function createOtherWrites(db: ReadableDb): () => number {
  const select = db.prepare<[], number>('PRAGMA data_version').pluck();
  return () => select.get() ?? 0;
}

/** Whether another connection has written anything since the last call. */
export function watchOtherWrites(db: ReadableDb): () => boolean {
  const count = createOtherWrites(db);
  let seen = count();
  return () => {
    const now = count();
    const hasWritten = now !== seen;
    seen = now;
    return hasWritten;
  };
}
