import { copyFileSync, existsSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { WritableDb } from './connection.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

function versionOf(db: WritableDb): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** The file was written by a newer build; an older one must not touch it. */
export class DatabaseFromFutureError extends AppError {
  constructor(version: number) {
    super('conflict', `数据文件来自更新的版本（${version}），请先升级小二工作台`);
    this.name = 'DatabaseFromFutureError';
  }
}

/**
 * Brings the store to `target`, one transaction per step. A store that already holds data is copied to
 * `<file>.v<old version>.bak` first.
 */
export function migrate(db: WritableDb, target = migrations.length): void {
  const current = versionOf(db);
  if (current > migrations.length) throw new DatabaseFromFutureError(current);
  if (current > 0 && current < target) copyBeforeMigrating(db, current);
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1;
    if (version <= current || version > target) continue;
    // Only outside a transaction; a table that is dropped would take along whatever refers to it.
    db.pragma(`foreign_keys = ${migration.rebuildsTables ? 'OFF' : 'ON'}`);
    try {
      db.transaction(() => bringTo(db, version, migration)).immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}

function bringTo(db: WritableDb, version: number, migration: Migration): void {
  // Another process may have been first.
  if (versionOf(db) >= version) return;
  migration.up(db);
  db.pragma(`user_version = ${version}`);
}

function copyBeforeMigrating(db: WritableDb, version: number): void {
  if (!existsSync(db.name)) return;
  // The copy must hold what is still in the write-ahead log.
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(db.name, `${db.name}.v${version}.bak`);
}
