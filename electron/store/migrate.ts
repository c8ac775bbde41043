import { existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { WritableDb } from './connection.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export type MigrateOptions = {
  /** The version to stop at; the newest one otherwise. */
  readonly target?: number;
  /** How much is done, from 0 to 1; only the migrations that take long tell. */
  readonly onProgress?: (share: number) => void;
};

/** The copy, the new tables, and the write-ahead log that holds them until they are in the file. */
const SIZES_NEEDED = 3;
const GB = 2 ** 30;

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

/** The store holds the data of an older build, to bring up which may take minutes. */
export function isOfOlderVersion(db: WritableDb): boolean {
  const version = versionOf(db);
  return version > 0 && version < migrations.length;
}

/**
 * Brings the store to the newest version, one transaction per step. A store that already holds data is copied to
 * `<file>.v<old version>.bak` first.
 */
export function migrate(db: WritableDb, options: MigrateOptions = {}): void {
  const { target = migrations.length, onProgress = () => {} } = options;
  const current = versionOf(db);
  if (current > migrations.length) throw new DatabaseFromFutureError(current);
  if (current > 0 && current < target) copyBeforeMigrating(db, current);
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1;
    if (version <= current || version > target) continue;
    take(db, version, { migration, onProgress });
  }
}

type Step = Required<Pick<MigrateOptions, 'onProgress'>> & { readonly migration: Migration };

function take(db: WritableDb, version: number, step: Step): void {
  // Only outside a transaction; a table that is dropped would take along whatever refers to it.
  db.pragma(`foreign_keys = ${step.migration.rebuildsTables ? 'OFF' : 'ON'}`);
  try {
    db.transaction(() => bringTo(db, version, step)).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function bringTo(db: WritableDb, version: number, { migration, onProgress }: Step): void {
  // Another process may have migrated the store in the meantime.
  if (versionOf(db) >= version) return;
  migration.up(db, onProgress);
  db.pragma(`user_version = ${version}`);
}

function copyBeforeMigrating(db: WritableDb, version: number): void {
  if (!existsSync(db.name)) return;
  refuseWithoutSpace(db.name);
  const copy = `${db.name}.v${version}.bak`;
  // Two processes that start at once, such as the app and a scheduled import, each write their own.
  const unfinished = `${copy}.${process.pid}.unfinished`;
  rmSync(unfinished, { force: true });
  // SQLite's own copy: it holds also what is still in the write-ahead log, even if another process reads the store.
  db.prepare<[string]>('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, copy);
}

function refuseWithoutSpace(path: string): void {
  const needed = statSync(path).size * SIZES_NEEDED;
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize >= needed) return;
  const inGb = (bytes: number) => (bytes / GB).toFixed(1);
  throw new AppError(
    'conflict',
    `升级数据约需 ${inGb(needed)} GB 磁盘空间，现在只有 ${inGb(bavail * bsize)} GB。请清理磁盘后重新启动。`,
  );
}
