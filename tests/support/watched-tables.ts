import type { WritableDb } from '../../electron/store/connection.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One row as a transaction has found and left it; `null`: it was not there, or is there no more. */
export type WrittenRow = {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
};

type NotedRow = {
  readonly transaction_no: number;
  readonly table_name: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Counts transactions by the statements that run; a statement outside of one is a transaction of its own. */
export function createTransactionCount() {
  let count = 0;
  let isInside = false;
  return {
    current: (): number => count,
    onStatement(sql: string): void {
      if (!isInside) count += 1;
      if (/^\s*BEGIN\b/i.test(sql)) isInside = true;
      if (/^\s*(?:COMMIT|END|ROLLBACK)\b(?! TO)/i.test(sql)) isInside = false;
    },
  };
}

export const tablesOf = (db: WritableDb): string[] =>
  db
    .prepare<[], string>(/* sql */ `
      SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all();

/** Notes every row of every table that is written from now on. A rollback takes its notes back as well. */
export function watchTables(db: WritableDb, currentTransaction: () => number) {
  db.function('current_transaction', currentTransaction);
  db.exec(/* sql */ `
    CREATE TEMP TABLE written_rows (transaction_no INTEGER, table_name TEXT, key TEXT, before TEXT, after TEXT)`);
  for (const table of tablesOf(db)) noteWrites(db, table);
  const selectAll = db.prepare<[], NotedRow>('SELECT * FROM written_rows ORDER BY rowid');

  return {
    /** The rows that each transaction has changed, the first transaction first. */
    transactions(): WrittenRow[][] {
      const byTransaction = Map.groupBy(selectAll.all(), ({ transaction_no }) => transaction_no);
      return [...byTransaction.values()].map(changesOf).filter((rows) => rows.length > 0);
    },
  };
}

type Column = { readonly name: string; readonly pk: number };

function noteWrites(db: WritableDb, table: string): void {
  const columns = db.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?)').all(table);
  const keys = columns.filter(({ pk }) => pk > 0);
  type Side = 'OLD' | 'NEW';
  const keyOf = (side: Side) => `json_array(${keys.map(({ name }) => `${side}."${name}"`).join(', ')})`;
  const wholeOf = (side: Side) =>
    `json_object(${columns.map(({ name }) => `'${name}', ${side}."${name}"`).join(', ')})`;
  for (const [event, before, after] of [
    ['INSERT', null, 'NEW'],
    ['UPDATE', 'OLD', 'NEW'],
    ['DELETE', 'OLD', null],
  ] as const)
    db.exec(/* sql */ `
      CREATE TEMP TRIGGER note_${event}_of_${table} AFTER ${event} ON main.${table} BEGIN
        INSERT INTO written_rows VALUES (current_transaction(), '${table}', ${keyOf(before ?? after)},
          ${before === null ? 'NULL' : wholeOf(before)}, ${after === null ? 'NULL' : wholeOf(after)});
      END`);
}

/** A row that is written twice has changed once, and one that is as it was before has not changed. */
function changesOf(noted: readonly NotedRow[]): WrittenRow[] {
  const byRow = Map.groupBy(noted, ({ table_name, key }) => `${table_name} ${key}`);
  return [...byRow.values()].flatMap((writes) => {
    const [first, last] = [writes[0], writes.at(-1)];
    if (!first || !last || first.before === last.after) return [];
    return [{ table: first.table_name, before: parsed(first.before), after: parsed(last.after) }];
  });
}

const parsed = (text: string | null): Row | null => (text === null ? null : JSON.parse(text));

/** The columns in which the row differs; all of them where it was made or is gone. */
export function writtenColumns({ before, after }: WrittenRow): string[] {
  return Object.keys(before ?? after ?? {}).filter(
    (column) => before === null || after === null || before[column] !== after[column],
  );
}
