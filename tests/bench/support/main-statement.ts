import { openDatabase, type WritableDb } from '../../../electron/store/connection.ts';
import { timeMs } from './measure.ts';

export type Statement = { run(): unknown };

type Prepared = { all(...values: unknown[]): unknown; pluck(): unknown };

const READS: ReadonlySet<string | symbol> = new Set(['all', 'get', 'iterate']);

/** Hands every property on; what `replace` gives stands in the place of the real one. */
function watch<T extends object>(target: T, replace: (name: string | symbol) => unknown): T {
  return new Proxy(target, {
    get(_target, name) {
      const own: unknown = replace(name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A connection that tells of every query with its values; SQLite's own trace cuts long values short. */
function openWatched(path: string, onQuery: (query: Statement) => void): WritableDb {
  const db = openDatabase(path);
  function watchStatement<S extends object>(statement: S): S {
    // Every statement has these; the type of the one that is watched is not known here.
    const prepared = statement as unknown as Prepared;
    const watched: S = watch(statement, (name) => {
      if (name === 'pluck') {
        return () => {
          prepared.pluck();
          return watched;
        };
      }
      if (!READS.has(name)) return undefined;
      return (...values: unknown[]) => {
        onQuery({ run: () => prepared.all(...values) });
        const read: unknown = Reflect.get(statement, name, statement);
        return typeof read === 'function' ? read.apply(statement, values) : read;
      };
    });
    return watched;
  }
  return watch(db, (name) =>
    name === 'prepare' ? (sql: string) => watchStatement(db.prepare(sql)) : undefined,
  );
}

/**
 * Finds the longest statement of the work as SQLite really ran it, with its values. The reference of a query is this
 * statement and nothing around it.
 */
export function createStatementFinder(databasePath: string) {
  const seen: Statement[] = [];
  const watched = openWatched(databasePath, (query) => seen.push(query));

  return {
    /** For a core whose statements are watched. */
    watched,
    mainStatement(work: () => unknown): Statement {
      seen.length = 0;
      work();
      const timed = seen.map((query) => ({ query, spentMs: timeMs(() => query.run()) }));
      const [longest] = timed.toSorted((a, b) => b.spentMs - a.spentMs);
      if (!longest) throw new Error('The work ran no query');
      return longest.query;
    },
    close: (): void => void watched.close(),
  };
}
