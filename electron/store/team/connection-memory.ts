import type { ReadableDb } from '../connection.ts';
import { createOtherWrites } from '../other-writes.ts';

export type ConnectionMemory = {
  /** Remembers what `read` answers under the name, until it may have changed. */
  remember<T>(name: string, read: () => T): T;
  /** A store that writes the remembered rows calls this after the write. */
  forget(): void;
};

function createMemory(db: ReadableDb): ConnectionMemory {
  const countOtherWrites = createOtherWrites(db);
  const values = new Map<string, unknown>();
  let otherWrites: number | undefined;
  /** This connection has written in a transaction that may still be taken back. */
  let isUnsettled = false;

  return {
    remember<T>(name: string, read: () => T): T {
      if (isUnsettled) {
        if (db.inTransaction) return read();
        isUnsettled = false;
        values.clear();
      }
      const now = countOtherWrites();
      if (now !== otherWrites) values.clear();
      otherWrites = now;
      if (!values.has(name)) values.set(name, read());
      // Each name is remembered by one caller, whose own `read` made the value.
      return values.get(name) as T;
    },
    forget(): void {
      values.clear();
      isUnsettled = db.inTransaction;
    },
  };
}

/** One memory per connection: several stores over it must learn of each other's writes. */
const memories = new WeakMap<ReadableDb, ConnectionMemory>();

/**
 * Small values that are asked for all the time and written rarely. They are read again after this connection has
 * written them, and after another connection has written anything.
 */
export function memoryOf(db: ReadableDb): ConnectionMemory {
  const memory = memories.get(db) ?? createMemory(db);
  memories.set(db, memory);
  return memory;
}
