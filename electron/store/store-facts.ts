import { z } from 'zod';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { ReadableDb } from './connection.ts';
import { NewWordInStore, readNewWords } from './new-words-in-store.ts';
import { verifyStore } from './verify/verify-store.ts';

/** Facts of a store that a stranger may read: how much is in it and whether it is sound, but none of its content. */
export const StoreFacts = z.object({
  schemaVersion: z.int(),
  sqliteVersion: z.string(),
  bytes: z.int(),
  freeBytes: z.int(),
  rowsByTable: z.record(z.string(), z.int()),
  integrity: z.string(),
  problems: z.array(z.string()),
  /** Words of the platforms that we do not know yet. */
  newWords: z.array(NewWordInStore),
});
export type StoreFacts = z.infer<typeof StoreFacts>;

/** Reads everything, so it is no work for the main process. */
export function readStoreFacts(db: ReadableDb, nowMs: EpochMs): StoreFacts {
  const numberOf = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const pageBytes = numberOf('PRAGMA page_size');
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  const { integrity, problems } = verifyStore(db, nowMs);
  return {
    schemaVersion: numberOf('PRAGMA user_version'),
    sqliteVersion: db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '',
    bytes: pageBytes * numberOf('PRAGMA page_count'),
    freeBytes: pageBytes * numberOf('PRAGMA freelist_count'),
    // The names come from the schema itself, which is ours.
    rowsByTable: Object.fromEntries(tables.map((name) => [name, numberOf(`SELECT count(*) FROM "${name}"`)])),
    integrity,
    problems: [...problems],
    newWords: readNewWords(db),
  };
}
