import type { WritableDb } from '../../electron/store/connection.ts';
import { createMemoryStore } from './memory-store.ts';

type PlanRow = { readonly detail: string };

/**
 * The query plans of the statements that `run` really executes, one string per statement. `fill` puts rows in first,
 * without being explained; with `ANALYZE` in it, the plan is that of a store whose statistics are known.
 */
export function plansOf(run: (db: WritableDb) => unknown, fill?: (db: WritableDb) => void): string[] {
  const statements: string[] = [];
  let isRecording = false;
  const { db } = createMemoryStore({
    onStatement: (sql) => {
      if (isRecording) statements.push(sql);
    },
  });
  fill?.(db);
  isRecording = true;
  run(db);
  isRecording = false;
  return statements
    .filter((sql) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql))
    .map((sql) =>
      db
        .prepare<[], PlanRow>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => row.detail)
        .join('\n'),
    );
}
