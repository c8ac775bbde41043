import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { StoreTrouble } from '../../../shared/domain/backups/store-trouble.ts';
import type { StorageTrouble } from '../../../shared/domain/storage/storage-trouble.ts';
import type { ReadableDb } from '../connection.ts';
import { migrations } from '../migrations/index.ts';
import { storageTroubleAt } from './storage-trouble-at.ts';
import { type Traces, tracesOf } from './traces.ts';

export type StoreState =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'ok'; readonly schemaVersion: number }
  | { readonly kind: StoreTrouble; readonly detail: string };

export type TroubledState = Extract<StoreState, { readonly kind: StoreTrouble }>;

type Options = {
  /** How long to wait for another program that holds the file. */
  readonly busyTimeoutMs?: number;
  /** Every page is looked at, which takes seconds in a large store. */
  readonly isThorough?: boolean;
};

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

export const isTroubled = (state: StoreState): state is TroubledState =>
  state.kind !== 'fresh' && state.kind !== 'ok';

/** Says what lies at the path, and changes nothing there. Only what was never used is `fresh`. */
export function storeState(path: string, options: Options = {}): StoreState {
  // Asked first: a store that another program is making right now was not used before.
  const traces = tracesOf(path);
  try {
    return stateOfFile(path, statSync(path), { ...options, ...traces });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      return neverUsedOr(traces.isUsed, 'missing');
    return { kind: troubleOf(error, path), detail: detailOf(error) };
  }
}

function neverUsedOr(isUsed: boolean, kind: 'missing' | 'empty'): StoreState {
  return isUsed ? { kind, detail: '' } : { kind: 'fresh' };
}

function stateOfFile(path: string, stats: Stats, options: Options & Traces): StoreState {
  const { isUsed, wasMade } = options;
  if (!stats.isFile()) return { kind: 'foreign', detail: 'not a file' };
  if (stats.size === 0) return neverUsedOr(isUsed, 'empty');
  const header = headerOf(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    const isBlank = header.every((byte) => byte === 0);
    return { kind: isBlank || isUsed ? 'damaged' : 'foreign', detail: 'no header of SQLite' };
  }
  if (header.length === HEADER_BYTES && header.readUInt32BE(APPLICATION_ID_AT) !== 0)
    return { kind: 'foreign', detail: 'the mark of another program' };
  const db = new Database(path, {
    readonly: true,
    fileMustExist: true,
    timeout: options.busyTimeoutMs ?? 0,
  });
  try {
    const isThorough = options.isThorough ?? false;
    return stateOfDb(db, path, { bytes: stats.size, isThorough, isUsed, wasMade });
  } finally {
    db.close();
  }
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(file, header));
  } finally {
    closeSync(file);
  }
}

type Look = Traces & { readonly bytes: number; readonly isThorough: boolean };

function stateOfDb(db: Database.Database, path: string, look: Look): StoreState {
  try {
    // Of one moment: another program may be making the store, and its tables change from one version to the next.
    return db.transaction(() => stateOfReadable(db, path, look))();
  } catch (error) {
    const kind = troubleOf(error, path);
    const isShort = kind === 'damaged' && isShorterThanItsHeader(path, look.bytes);
    return { kind: isShort ? 'truncated' : kind, detail: detailOf(error) };
  }
}

/** Throws where SQLite cannot read on. */
function stateOfReadable(db: ReadableDb, path: string, { isThorough, wasMade }: Look): StoreState {
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
  // A log alone is no proof where SQLite can read the file: its store may be in the making.
  if (tables.length === 0) return neverUsedOr(wasMade, 'empty');
  if (!tables.includes('import_runs')) return { kind: 'foreign', detail: 'other tables' };
  const schemaVersion = numberFrom(db, 'PRAGMA user_version');
  if (schemaVersion > migrations.length) return { kind: 'newer', detail: `version ${schemaVersion}` };
  if (isCutShort(db, path)) return { kind: 'truncated', detail: '' };
  const damage = damageIn(db, tables, isThorough);
  return damage === null ? { kind: 'ok', schemaVersion } : { kind: 'damaged', detail: damage };
}

function damageIn(db: ReadableDb, tables: readonly string[], isThorough: boolean): string | null {
  // The first page of each table is read: a store that is damaged there fails now, not under the agent's hand.
  for (const table of tables) db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get();
  if (!isThorough) return null;
  const [found = 'ok'] = db.prepare<[], string>('PRAGMA quick_check(1)').pluck().all();
  return found === 'ok' ? null : found;
}

const numberFrom = (db: ReadableDb, sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;

/**
 * Pages that are still in the log need not be in the file. Another program may write meanwhile, so the file is measured
 * last: a log that is empty has moved into it.
 */
function isCutShort(db: ReadableDb, path: string): boolean {
  const wanted = numberFrom(db, 'PRAGMA page_count') * numberFrom(db, 'PRAGMA page_size');
  return logBytes(path) === 0 && statSync(path).size < wanted;
}

function isShorterThanItsHeader(path: string, bytes: number): boolean {
  const header = headerOf(path);
  if (header.length < HEADER_BYTES) return true;
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return bytes < header.readUInt32BE(28) * pageBytes;
}

function logBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
const detailOf = (error: unknown): string => codeOf(error) || 'unknown';

const TROUBLES: Readonly<Record<StorageTrouble, StoreTrouble>> = {
  full: 'full',
  damaged: 'damaged',
  locked: 'locked',
  'no-rights': 'no-access',
  'not-found': 'no-access',
  io: 'unreadable',
};

/** SQLite has other words as well for what it cannot read. */
function troubleOf(error: unknown, path: string): StoreTrouble {
  const trouble = storageTroubleAt(error, path);
  return trouble === null ? 'damaged' : TROUBLES[trouble];
}
