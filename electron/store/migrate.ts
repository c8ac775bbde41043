import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Growing } from '../../shared/growing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { backUp } from './backups/back-up.ts';
import { tidyUnfinished } from './backups/backup-files.ts';
import type { WritableDb } from './connection.ts';
import { requireRoom } from './files/free-space.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export type MigrateOptions = {
  /** The version to stop at; the newest one otherwise. */
  readonly target?: number;
  /** How much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Before the copy of an older store, which is one statement. */
  readonly onGrowing?: (growing: Growing) => void;
  /** When the backup of an older store was made; the real time otherwise. */
  readonly nowMs?: EpochMs;
};

/** The copy, the new tables, and the write-ahead log that holds them until they are in the file. */
const SIZES_NEEDED = 3;
/** Of the backup, beside migrations that have theirs. */
const BACKUP_WORK = 30;

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
 * Brings the store to the newest version, one transaction per step. A store that already holds data is backed up first.
 */
export function migrate(db: WritableDb, options: MigrateOptions = {}): void {
  const { target = migrations.length } = options;
  const current = versionOf(db);
  if (current > migrations.length) throw new DatabaseFromFutureError(current);
  const steps = migrations.slice(current, target);
  const progress = createProgress(steps, options);
  if (current > 0 && steps.length > 0) {
    const nowMs = options.nowMs ?? realTime(db);
    backUpFirst(db, nowMs, progress);
    progress.end(BACKUP_WORK);
  }
  for (const [index, migration] of steps.entries()) {
    const { work = 1 } = migration;
    take(db, current + index + 1, { migration, onProgress: (share) => progress.within(work, share) });
    progress.end(work);
  }
}

/** Puts the parts together by how long each of them takes. */
function createProgress(
  steps: readonly Migration[],
  { onProgress = () => {}, onGrowing = () => {} }: MigrateOptions,
) {
  const total = steps.reduce((sum, { work = 1 }) => sum + work, BACKUP_WORK);
  let done = 0;
  const within = (work: number, share: number): void => onProgress((done + work * share) / total);
  return {
    within,
    /** Of the work that comes first. */
    growing({ from, to, ...file }: Growing, work: number): void {
      onGrowing({ ...file, from: (from * work) / total, to: (to * work) / total });
    },
    end(work: number): void {
      within(work, 1);
      done += work;
    },
  };
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

/** SQLite tells it: a store has no clock. */
function realTime(db: WritableDb): EpochMs {
  return db.prepare<[], EpochMs>('SELECT CAST(unixepoch() AS INTEGER) * 1000').pluck().get() ?? 0;
}

function backUpFirst(db: WritableDb, nowMs: EpochMs, progress: ReturnType<typeof createProgress>): void {
  if (!existsSync(db.name)) return;
  const folder = dirname(db.name);
  // Older builds wrote their copy beside the store, and may have been cut off.
  tidyUnfinished(folder, basename(db.name));
  requireRoom({ folder, bytes: statSync(db.name).size * SIZES_NEEDED, what: '升级数据' });
  backUp(db, {
    nowMs,
    reason: 'migration',
    onGrowing: (growing) => progress.growing(growing, BACKUP_WORK),
    onProgress: (done, total) => progress.within(BACKUP_WORK, done / total),
  });
}
