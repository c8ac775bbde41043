import type { WritableDb } from '../connection.ts';
import { withoutUuids } from '../id-text.ts';

type SchemaRow = { readonly type: string; readonly sql: string };
type ColumnRow = { readonly name: string; readonly type: string; readonly hidden: number };

type Ends = { readonly first: number | null; readonly last: number | null };

/** Copied at once: a tenth of a second. */
const PAGE = 10_000;

export type Rebuild = {
  /** The new statement that creates the table, made from the old one. */
  readonly change?: (createSql: string) => string;
  /** SQL that fills a column which is not simply copied; `old` is the row as it was. */
  readonly values?: Readonly<Record<string, string>>;
  /** The source of the rows, and the number by which they are read a page at a time. */
  readonly from?: Source;
  /** Columns in which a UUID is not our id, such as those with the customers' own text. */
  readonly keepsText?: readonly string[];
};

/** Replaces a part of a statement that must be there: a schema that is not the expected one is not guessed at. */
export function replaced(
  sql: string,
  ...pairs: readonly (readonly [before: string, after: string])[]
): string {
  return pairs.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`Not in the schema: ${before}`);
    return text.replace(before, () => after);
  }, sql);
}

/** For the statements of a rebuild: the text with short ids in place of UUIDs. */
export function registerShortIds(db: WritableDb): void {
  db.function('short_ids', { deterministic: true }, (text) =>
    typeof text === 'string' ? withoutUuids(text) : text,
  );
}

/** Tables of the store, without those of SQLite itself. */
export function tablesOf(db: WritableDb): string[] {
  return db
    .prepare<[], string>(/* sql */ `
      SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all();
}

function hasRows(db: WritableDb, table: string): boolean {
  return db.prepare(`SELECT EXISTS (SELECT 1 FROM main."${table}")`).pluck().get() === 1;
}

function columnsOf(db: WritableDb, table: string): ColumnRow[] {
  return db
    .prepare<[string], ColumnRow>('SELECT name, type, hidden FROM pragma_table_xinfo(?)')
    .all(table)
    .filter(({ hidden }) => hidden === 0);
}

/** The expression that fills a column of the new table. */
function valueOf({ name, type }: ColumnRow, { values = {}, keepsText = [] }: Rebuild): string {
  const value = values[name] ?? `old."${name}"`;
  const mayHoldIds = type === 'TEXT' && !keepsText.includes(name);
  // To look for a hyphen costs a tenth of the call.
  return mayHoldIds ? `iif(instr(${value}, '-') > 0, short_ids(${value}), ${value})` : value;
}

function isWithoutRowid(db: WritableDb, table: string): boolean {
  return db.prepare<[string], number>('SELECT wr FROM pragma_table_list(?)').pluck().get(table) === 1;
}

type Source = { readonly sql: string; readonly key: string | null };

function sourceOf(db: WritableDb, table: string): Source {
  return { sql: `FROM main."${table}" AS old`, key: isWithoutRowid(db, table) ? null : 'old.rowid' };
}

type Copy = { readonly table: string; readonly anew: string; readonly onRows: (rows: number) => void };

/** Copies the rows of the old table, in pages where they have numbers. */
function copyRows(db: WritableDb, { table, anew, onRows }: Copy, rebuild: Rebuild): void {
  const { values = {}, from = sourceOf(db, table) } = rebuild;
  const known = new Set(columnsOf(db, table).map(({ name }) => name));
  const copied = columnsOf(db, anew).filter(({ name }) => name in values || known.has(name));
  const names = copied.map(({ name }) => `"${name}"`).join(', ');
  const taken = copied.map((column) => valueOf(column, rebuild)).join(', ');
  const insertSql = `INSERT INTO "${anew}" (${names}) SELECT ${taken} ${from.sql}`;
  if (from.key === null) return onRows(db.prepare(insertSql).run().changes);
  const { key } = from;
  const insert = db.prepare<[number, number]>(
    `${insertSql} WHERE ${key} > ? AND ${key} <= ? ORDER BY ${key}`,
  );
  const ends = db.prepare<[], Ends>(`SELECT min(${key}) AS first, max(${key}) AS last ${from.sql}`).get();
  const { first, last } = { first: ends?.first ?? 0, last: ends?.last ?? 0 };
  for (let after = first - 1; after < last; after += PAGE) onRows(insert.run(after, after + PAGE).changes);
}

/** An index takes so much of the time that its rows take. */
const INDEX_SHARE = 0.25;

/** The total that `onRows` of a rebuild will have told in the end. */
export function workOf(db: WritableDb, table: string): number {
  const rows = db.prepare<[], number>(`SELECT count(*) FROM main."${table}"`).pluck().get() ?? 0;
  const indexes = db
    .prepare<[string], number>(
      "SELECT count(*) FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ?",
    )
    .pluck()
    .get(table);
  return rows * (1 + INDEX_SHARE * (indexes ?? 0));
}

/**
 * Copies a table into a new one of its name, with short ids, and takes its indexes and triggers along. What a table is
 * otherwise changed by (a dropped CHECK, another key) SQLite cannot do in place. Foreign keys must be off.
 */
export function rebuildTable(
  db: WritableDb,
  table: string,
  { onRows, ...rebuild }: Rebuild & Pick<Copy, 'onRows'>,
): void {
  const parts = db
    .prepare<[string], SchemaRow>(
      'SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid',
    )
    .all(table);
  const create = parts.find(({ type }) => type === 'table')?.sql ?? '';
  const changed = rebuild.change?.(create) ?? create;
  if (changed === create && !hasRows(db, table)) return;
  const anew = `${table}_anew`;
  db.exec(changed.replace(/^CREATE TABLE\s+"?\w+"?/i, `CREATE TABLE "${anew}"`));
  let copied = 0;
  copyRows(
    db,
    {
      table,
      anew,
      onRows(rows) {
        copied += rows;
        onRows(rows);
      },
    },
    rebuild,
  );
  db.exec(`DROP TABLE main."${table}"`);
  db.exec(`ALTER TABLE "${anew}" RENAME TO "${table}"`);
  for (const { type, sql } of parts) {
    if (type === 'table') continue;
    db.exec(sql);
    onRows(copied * INDEX_SHARE);
  }
}
