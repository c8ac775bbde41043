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
import type { Growing } from '../../../shared/growing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { placeDurably, sha256Of, unfinishedName, writeDurably } from '../files/durable-files.ts';
import { requireRoom } from '../files/free-space.ts';
import { notDone } from '../state/storage-failure.ts';
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
  readonly onProgress?: (done: number, total: number) => void;
  /** Before the one statement that copies the store, which nobody can look into. */
  readonly onGrowing?: (growing: Growing) => void;
};

/** By how long each step takes of a large store. */
const PARTS = 100;
const COPIED = 60;
const CHECKED = 90;
const CARRIED = 95;

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
    throw notDone('备份没有完成', error, db.name);
  }
}

function makeBackup(db: WritableDb, folder: string, request: BackupRequest): Backup {
  const { nowMs, reason, onProgress = () => {}, onGrowing = () => {} } = request;
  mkdirSync(folder, { recursive: true });
  const path = newBackupPath(folder, db.name, nowMs);
  tidyUnfinished(folder, basename(path).slice(0, -'-20260610-180000.db'.length));
  const expectedBytes = bytesOf(db);
  requireRoom({ folder, bytes: expectedBytes, what: '备份' });
  const unfinished = unfinishedName(path);
  rmSync(unfinished, { force: true });
  try {
    onGrowing({ file: unfinished, bytes: expectedBytes, from: 0, to: COPIED / PARTS });
    // SQLite's own copy: one moment of the store with what is still in the log, while others read and write.
    db.prepare<[string]>('VACUUM INTO ?').run(unfinished);
    onProgress(COPIED, PARTS);
    const content = checkedContent(unfinished);
    onProgress(CHECKED, PARTS);
    const filesLeftOut = carryFiles(dirname(db.name), folder);
    onProgress(CARRIED, PARTS);
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
    onProgress(PARTS, PARTS);
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
  const content = contentOfSound(path);
  if (content === null) throw new AppError('conflict', '备份没有完成：写出的备份检查不通过');
  return content;
}

/** An error of SQLite about the copy must not be taken for damage of the store, so it is not passed on. */
function contentOfSound(path: string): BackupContent | null {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const [found] = copy.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    return found === 'ok' ? contentOf(copy) : null;
  } catch {
    return null;
  } finally {
    copy.close();
  }
}
