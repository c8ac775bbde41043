import type { WritableDb } from '../connection.ts';
import { withoutUuids } from '../id-text.ts';

type SchemaRow = { readonly type: string; readonly sql: string };
type ColumnRow = { readonly name: string; readonly type: string; readonly hidden: number };

export type Rebuild = {
  /** The new statement that creates the table, made from the old one. */
  readonly change?: (createSql: string) => string;
  /** What a column is filled with where it is not simply copied; `old` is the row as it was. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where the rows come from, and in which order. */
  readonly from?: string;
  /** Columns in which a UUID is nobody's id, such as what customers wrote. */
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

/** Copies the rows; `table` is the old one. */
function copyRows(db: WritableDb, { table, anew }: Record<'table' | 'anew', string>, rebuild: Rebuild): void {
  const { values = {}, from = `FROM main."${table}" AS old` } = rebuild;
  const known = new Set(columnsOf(db, table).map(({ name }) => name));
  const copied = columnsOf(db, anew).filter(({ name }) => name in values || known.has(name));
  const names = copied.map(({ name }) => `"${name}"`).join(', ');
  const taken = copied.map((column) => valueOf(column, rebuild)).join(', ');
  db.exec(`INSERT INTO "${anew}" (${names}) SELECT ${taken} ${from}`);
}

/**
 * Copies a table into a new one of its name, with short ids, and takes its indexes and triggers along. What a table is
 * otherwise changed by (a dropped CHECK, another key) SQLite cannot do in place. Foreign keys must be off.
 */
export function rebuildTable(db: WritableDb, table: string, rebuild: Rebuild): void {
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
  copyRows(db, { table, anew }, rebuild);
  db.exec(`DROP TABLE main."${table}"`);
  db.exec(`ALTER TABLE "${anew}" RENAME TO "${table}"`);
  for (const { type, sql } of parts) if (type !== 'table') db.exec(sql);
}
