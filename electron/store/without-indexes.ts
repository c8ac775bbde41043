import type { WritableDb } from './connection.ts';

export type Fill<R> = {
  readonly work: () => R;
  /** Before each index: to build all of them takes a while, in which an agent may think better of it. */
  readonly beforeStep?: () => void;
};

type IndexRow = { readonly name: string; readonly sql: string };

/**
 * Does the work without these indexes and builds them afterwards: to sort a table once costs a third of keeping its
 * order through every insert. Only inside a transaction, so that no other connection ever sees the store without them.
 */
export function withoutIndexes<R>(
  db: WritableDb,
  names: readonly string[],
  { work, beforeStep = () => {} }: Fill<R>,
): R {
  if (!db.inTransaction) throw new Error('Indexes are left out inside a transaction only');
  const indexes = db
    .prepare<[string], IndexRow>(/* sql */ `
      SELECT name, sql FROM main.sqlite_schema
      WHERE type = 'index' AND name IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(names));
  for (const { name } of indexes) db.exec(`DROP INDEX main.${name}`);
  const result = work();
  for (const { sql } of indexes) {
    beforeStep();
    db.exec(sql);
  }
  return result;
}
