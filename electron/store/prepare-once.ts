import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './connection.ts';

/** For statements that are put together from conditions: each is prepared when it is first asked for, and kept. */
export function prepareOnce(db: ReadableDb) {
  const prepared = new Map<string, Statement>();
  return <P extends unknown[], R>(sql: string): Statement<P, R> => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    // The caller's types say what goes in and what comes out, as with `prepare` itself.
    return statement as Statement<P, R>;
  };
}
