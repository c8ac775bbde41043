import Database from 'better-sqlite3';
import type { BackupContent } from '../../../shared/domain/backups/backup.ts';
import type { ReadableDb } from '../connection.ts';

const COUNTS = {
  orders: 'SELECT count(*) FROM orders',
  customers: 'SELECT count(*) FROM customers',
  openTasks: `SELECT count(*) FROM tasks WHERE state IN ('open', 'snoozed')`,
} as const;

/** Of any version of the store: these tables and columns have been there from the first on. */
export function contentOf(db: ReadableDb): BackupContent {
  const numberOf = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    schemaVersion: numberOf('PRAGMA user_version'),
    orders: numberOf(COUNTS.orders),
    customers: numberOf(COUNTS.customers),
    openTasks: numberOf(COUNTS.openTasks),
  };
}

/** `null` where the file cannot be read. */
export function readContent(path: string): BackupContent | null {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return contentOf(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
