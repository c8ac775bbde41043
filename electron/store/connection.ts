import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';

/** The SQLite handle of code that only reads. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'inTransaction'>;
/** The SQLite handle of code that writes. */
export type WritableDb = Database.Database;

/** Twice SQLite's own: a large import reads and writes half as many pages, and takes a tenth less time. */
const PAGE_BYTES = 8192;

/** Twice as much is no quicker on a million orders, and all of it is filled within minutes; half is slower to search. */
const CACHE_KIB = 16_000;

type OpenOptions = {
  /** How long a statement waits for another connection's write; all of the thread waits with it. */
  readonly busyTimeoutMs?: number;
  /** Called with every statement that runs; tests ask for the plans of exactly these. */
  readonly onStatement?: (sql: string) => void;
};

/**
 * Opens the store and makes it safe: a confirmed write survives a power cut. The bytes of a store are opened in memory,
 * as a copy.
 */
export function openDatabase(path: string | Buffer, options: OpenOptions = {}): WritableDb {
  const { onStatement, busyTimeoutMs = 5000 } = options;
  const db = new Database(path, {
    timeout: busyTimeoutMs,
    ...(onStatement === undefined ? {} : { verbose: (sql: unknown) => onStatement(String(sql)) }),
  });
  try {
    prepare(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function prepare(db: WritableDb): void {
  refuseForeign(db, db.name);
  // Of a new store only; one that is there keeps the pages that it was made with.
  db.pragma(`page_size = ${PAGE_BYTES}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma('temp_store = MEMORY');
}

/** For bulk work in a thread of its own: four times the cache spares an import of 200 000 orders no writing. */
const JOB_CACHE_KIB = 64 * 1024;

export function openForJob(path: string, busyTimeoutMs?: number): WritableDb {
  const db = openDatabase(path, busyTimeoutMs === undefined ? {} : { busyTimeoutMs });
  db.pragma(`cache_size = -${JOB_CACHE_KIB}`);
  // Sorting for an index needs as much room as the file is large, and so does a preview of an import: beyond the size of
  // the cache both go to the disk.
  db.pragma('temp_store = FILE');
  return db;
}

/** A job that reads for minutes keeps the log as it is; the agent's clicks must not wait for that. */
const LOG_TIMEOUT_MS = 200;

/** Moves what a job has written from the log into the store; otherwise the next click of the agent does it. */
export function emptyLog(db: WritableDb): void {
  db.pragma(`busy_timeout = ${LOG_TIMEOUT_MS}`);
  // No writer waits for the first, and it leaves little to the second.
  db.pragma('wal_checkpoint(PASSIVE)');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Another program's database must stay as it is: not even its journal mode is ours to change. */
function refuseForeign(db: WritableDb, path: string): void {
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  if (tables.length === 0 || tables.includes('import_runs')) return;
  throw new AppError('invalid-input', `${path} 是其他程序的数据文件，没有打开`);
}

/** Work that returns a promise would run on after the rollback, outside the transaction; the type refuses it. */
export type InTransaction = <R>(work: () => R extends Promise<unknown> ? never : R) => R;

/** Runs the work whole or not at all. Inside another transaction it joins that one. */
export function createInTransaction(db: WritableDb): InTransaction {
  return (work) => (db.inTransaction ? work() : db.transaction(work).immediate());
}
