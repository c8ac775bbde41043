import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import type {
  Backup,
  BackupContent,
  BackupManifest,
  BackupReason,
} from '../../../shared/domain/backups/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { placeDurably, sha256Of, unfinishedName, writeDurably } from '../durable-files.ts';
import { requireRoom } from '../free-space.ts';
import { storageProblem } from '../state/storage-problem.ts';
import { noteUse } from '../state/store-note.ts';
import {
  backupFolderOf,
  listBackups,
  manifestPath,
  newBackupPath,
  removeBackup,
  tidyUnfinished,
} from './backup-files.ts';
import { carryFiles, dropUnusedFiles } from './carry-files.ts';
import { backupsToDrop } from './keep-backups.ts';
import { contentOf } from './read-content.ts';

type BackupRequest = {
  readonly nowMs: EpochMs;
  readonly reason: BackupReason;
  /** Steps that are done, of all. */
  readonly onProgress?: (done: number, total: number) => void;
};

const STEPS = 4;

/**
 * Copies the store beside itself and keeps the backups of seven days and four weeks. The copy bears its name only once
 * it was read through and is on the disk; what it replaces goes after that.
 */
export function backUp(db: WritableDb, request: BackupRequest): Backup {
  const folder = backupFolderOf(db.name);
  const backup = backUpTo(db, folder, request);
  const backups = listBackups(folder, db.name);
  const dropped = new Set(backupsToDrop(backups));
  for (const one of dropped) removeBackup(one);
  dropUnusedFiles(
    folder,
    backups.filter((one) => !dropped.has(one) && one.content !== null).map(({ file }) => file),
    dirname(db.name),
  );
  return backup;
}

/** Copies the store into any folder, and removes nothing there. */
export function backUpTo(db: WritableDb, folder: string, request: BackupRequest): Backup {
  try {
    return makeBackup(db, folder, request);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('conflict', `备份没有完成：${storageProblem(error) ?? '原因见日志'}`, {
      cause: error,
    });
  }
}

function makeBackup(db: WritableDb, folder: string, request: BackupRequest): Backup {
  const { nowMs, reason, onProgress = () => {} } = request;
  mkdirSync(folder, { recursive: true });
  const path = newBackupPath(folder, db.name, nowMs);
  tidyUnfinished(folder, basename(path).slice(0, -'-20260610-180000.db'.length));
  requireRoom({ folder, bytes: bytesOf(db), what: '备份' });
  const unfinished = unfinishedName(path);
  rmSync(unfinished, { force: true });
  try {
    onProgress(0, STEPS);
    // SQLite's own copy: one moment of the store with what is still in the log, while others read and write.
    db.prepare<[string]>('VACUUM INTO ?').run(unfinished);
    onProgress(1, STEPS);
    const content = checkedContent(unfinished);
    onProgress(2, STEPS);
    const filesLeftOut = carryFiles(dirname(db.name), folder);
    onProgress(3, STEPS);
    const { size: bytes } = statSync(unfinished);
    const manifest: BackupManifest = {
      ...content,
      atMs: nowMs,
      reason,
      bytes,
      sha256: sha256Of(unfinished),
      filesLeftOut,
    };
    writeDurably(manifestPath(path), `${JSON.stringify(manifest)}\n`);
    placeDurably(unfinished, path);
    noteUse(db.name, { orders: content.orders, atMs: nowMs });
    onProgress(STEPS, STEPS);
    return { file: path, atMs: nowMs, reason, bytes, content, filesLeftOut };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function bytesOf(db: WritableDb): number {
  const numberOf = (pragma: string) => Number(db.pragma(pragma, { simple: true }));
  return numberOf('page_count') * numberOf('page_size');
}

/** Reads the whole copy: a disk that lies is found now, not when the copy is needed. */
function checkedContent(path: string): BackupContent {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const [found] = copy.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    if (found !== 'ok') throw new AppError('conflict', '备份没有完成：写出的备份检查不通过');
    return contentOf(copy);
  } finally {
    copy.close();
  }
}
