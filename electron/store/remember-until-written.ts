import type { WritableDb } from './connection.ts';
import { createOtherWrites } from './other-writes.ts';

const WRITES_SQL = /* sql */ `
  CREATE TEMP TABLE IF NOT EXISTS writes (table_name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT`;

const noteWritesSql = (table: string, write: 'INSERT' | 'UPDATE' | 'DELETE') => /* sql */ `
  CREATE TEMP TRIGGER IF NOT EXISTS note_${write}_${table} AFTER ${write} ON main.${table} BEGIN
    UPDATE writes SET count = count + 1 WHERE table_name = '${table}';
  END`;

/**
 * Has this connection count its own writes to the tables; a transaction that is taken back takes its count with it. A
 * change of `temp_store` would throw the count away.
 */
function watchWrites(db: WritableDb, tables: readonly string[]): () => number {
  db.exec(WRITES_SQL);
  const insert = db.prepare<[string]>('INSERT OR IGNORE INTO temp.writes VALUES (?, 0)');
  for (const table of tables) {
    insert.run(table);
    for (const write of ['INSERT', 'UPDATE', 'DELETE'] as const) db.exec(noteWritesSql(table, write));
  }
  const count = db
    .prepare<[string], number>(
      'SELECT sum(count) FROM temp.writes WHERE table_name IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  return () => count.get(JSON.stringify(tables)) ?? 0;
}

/**
 * Reads once, and again when this connection has written to one of the tables, or another one has written anything.
 * Nothing is watched before the first read.
 */
export function rememberUntilWritten<T>(db: WritableDb, tables: readonly string[], read: () => T): () => T {
  const countOtherWrites = createOtherWrites(db);
  let countOwnWrites: (() => number) | undefined;
  let remembered: { readonly own: number; readonly other: number; readonly value: T } | undefined;

  return () => {
    // An open transaction may still be rolled back, so what it has written is not remembered.
    if (db.inTransaction) return read();
    countOwnWrites ??= watchWrites(db, tables);
    const own = countOwnWrites();
    const other = countOtherWrites();
    if (remembered?.own !== own || remembered.other !== other) remembered = { own, other, value: read() };
    return remembered.value;
  };
}
