import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import type { ReadableDb, WritableDb } from '../connection.ts';
import { openDatabase } from '../connection.ts';
import { placeDurably, unfinishedName } from '../files/durable-files.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';

type Row = Readonly<Record<string, unknown>>;

export type SavedRows = {
  readonly rows: number;
  /** The tables of which something could not be read. */
  readonly damagedTables: readonly string[];
};

/** Copies every row that can still be read into a store of its own, table by table, around the damaged pages. */
export function saveReadable(databasePath: string, target: string): SavedRows {
  const unfinished = unfinishedName(target);
  const remove = () => ['', '-wal', '-shm'].forEach((part) => rmSync(unfinished + part, { force: true }));
  remove();
  try {
    const from = new Database(databasePath, { readonly: true, fileMustExist: true });
    try {
      const saved = copyTables(from, unfinished);
      placeDurably(unfinished, target);
      return saved;
    } finally {
      from.close();
    }
  } catch (error) {
    remove();
    throw error;
  }
}

function copyTables(from: ReadableDb, path: string): SavedRows {
  const to = openDatabase(path);
  try {
    const version = asked(() => from.prepare<[], number>('PRAGMA user_version').pluck().get()) ?? 0;
    migrate(to, { target: version > 0 && version <= migrations.length ? version : migrations.length });
    to.pragma('foreign_keys = OFF');
    const tables = to
      .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all();
    const copied = tables.map((table) => ({ table, ...copyTable(from, to, table) }));
    return {
      rows: copied.reduce((sum, { rows }) => sum + rows, 0),
      damagedTables: copied.filter(({ isDamaged }) => isDamaged).map(({ table }) => table),
    };
  } finally {
    to.close();
  }
}

const columnsOf = (db: ReadableDb, table: string): string[] =>
  asked(() => db.prepare<[], { name: string }>(`PRAGMA table_info("${table}")`).all())?.map(
    ({ name }) => name,
  ) ?? [];

function copyTable(from: ReadableDb, to: WritableDb, table: string) {
  const there = new Set(columnsOf(from, table));
  const columns = columnsOf(to, table).filter((name) => there.has(name));
  if (columns.length === 0) return { rows: 0, isDamaged: true };
  const names = columns.map((name) => `"${name}"`).join(', ');
  const marks = columns.map((name) => `@${name}`).join(', ');
  const insert = to.prepare<Row>(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${marks})`);
  let rows = 0;
  const take = (row: Row) => {
    rows += insert.run(row).changes;
  };
  const isWhole = to.transaction(() => readAround(from, { table, names, take }))();
  return { rows, isDamaged: !isWhole };
}

type Reading = { readonly table: string; readonly names: string; readonly take: (row: Row) => void };

/** Reads forward until a damaged page, and then backward from the end to it. */
function readAround(from: ReadableDb, reading: Reading): boolean {
  if (hasReadAll(from, reading, 'ASC')) return true;
  hasReadAll(from, reading, 'DESC');
  return false;
}

function hasReadAll(from: ReadableDb, { table, names, take }: Reading, order: 'ASC' | 'DESC'): boolean {
  try {
    const rows = from.prepare<[], Row>(`SELECT ${names} FROM "${table}" ${orderBy(from, table, order)}`);
    for (const row of rows.iterate()) take(row);
    return true;
  } catch (error) {
    if (storageTroubleOf(error) === null) throw error;
    return false;
  }
}

/** A table without rowid is read in the order of its key. */
function orderBy(from: ReadableDb, table: string, order: 'ASC' | 'DESC'): string {
  const key = asked(() =>
    from
      .prepare<[], { name: string; pk: number }>(`PRAGMA table_info("${table}")`)
      .all()
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk),
  );
  const isWithoutRowid = asked(() => from.prepare(`SELECT rowid FROM "${table}" LIMIT 0`)) === undefined;
  if (!isWithoutRowid) return `ORDER BY rowid ${order}`;
  return `ORDER BY ${(key ?? []).map(({ name }) => `"${name}" ${order}`).join(', ') || '1'}`;
}

/** `undefined` where it cannot be asked. */
function asked<T>(question: () => T): T | undefined {
  try {
    return question();
  } catch {
    return undefined;
  }
}
