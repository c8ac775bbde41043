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

export function hasRows(db: WritableDb, table: string): boolean {
  return db.prepare(`SELECT EXISTS (SELECT 1 FROM main."${table}")`).pluck().get() === 1;
}

function columnsOf(db: WritableDb, table: string): ColumnRow[] {
  return db
    .prepare<[string], ColumnRow>('SELECT name, type, hidden FROM pragma_table_xinfo(?)')
    .all(table)
    .filter(({ hidden }) => hidden === 0);
}

/**
 * Copies a table into a new one of its name, with short ids, and takes its indexes and triggers along. What a table is
 * otherwise changed by (a dropped CHECK, another key) SQLite cannot do in place. Foreign keys must be off.
 */
export function rebuildTable(db: WritableDb, table: string, rebuild: Rebuild = {}): void {
  const {
    change = (sql) => sql,
    values = {},
    from = `FROM main."${table}" AS old`,
    keepsText = [],
  } = rebuild;
  const parts = db
    .prepare<[string], SchemaRow>(
      'SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid',
    )
    .all(table);
  const create = parts.find(({ type }) => type === 'table')?.sql;
  if (create === undefined) throw new Error(`No table ${table}`);
  const attached = parts.filter(({ type }) => type !== 'table');
  const temporary = `${table}_anew`;
  db.exec(change(create).replace(/^CREATE TABLE\s+"?\w+"?/i, `CREATE TABLE "${temporary}"`));
  const known = new Set(columnsOf(db, table).map(({ name }) => name));
  const copied = columnsOf(db, temporary).filter(({ name }) => name in values || known.has(name));
  const valueOf = ({ name, type }: ColumnRow): string => {
    const value = values[name] ?? `old."${name}"`;
    const mayHoldIds = type === 'TEXT' && !keepsText.includes(name);
    // To look for a hyphen costs a tenth of the call.
    return mayHoldIds ? `iif(instr(${value}, '-') > 0, short_ids(${value}), ${value})` : value;
  };
  const names = copied.map(({ name }) => `"${name}"`).join(', ');
  db.exec(/* sql */ `INSERT INTO "${temporary}" (${names}) SELECT ${copied.map(valueOf).join(', ')} ${from}`);
  db.exec(`DROP TABLE main."${table}"`);
  db.exec(`ALTER TABLE "${temporary}" RENAME TO "${table}"`);
  for (const { sql } of attached) db.exec(sql);
}
