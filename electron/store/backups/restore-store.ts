import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import type { BackupContent } from '../../../shared/domain/backups/backup.ts';
import { storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { openDatabase } from '../connection.ts';
import { copyDurably, fsyncFolder, placeDurably, unfinishedName } from '../files/durable-files.ts';
import { requireRoom } from '../files/free-space.ts';
import { migrations } from '../migrations/index.ts';
import { refuseWhileInUse } from '../state/in-use.ts';
import { notDone } from '../state/storage-failure.ts';
import { noteUse } from '../state/store-note.ts';
import { readManifest, stampOf, tidyUnfinished } from './backup-files.ts';
import { carryFiles } from './carry-files.ts';
import { contentOf } from './read-content.ts';

/** SQLite keeps these beside a store; a log beside another store than its own would destroy that one. */
const PARTS = ['', '-wal', '-shm', '-journal'] as const;

type Restoring = { readonly from: string; readonly databasePath: string; readonly nowMs: EpochMs };

export type Restored = {
  readonly content: BackupContent;
  /** Where the file went that was there before; `null` where there was none. */
  readonly kept: string | null;
};

/**
 * Puts a copy of the backup in the place of the store. The copy is read through before anything is moved; what was
 * there is kept beside under a dated name. A power cut in between leaves a store that is missing, and the page again.
 */
export function restoreStore({ from, databasePath, nowMs }: Restoring): Restored {
  if (!existsSync(from)) throw new AppError('not-found', `没有备份 ${from}`);
  const folder = dirname(databasePath);
  try {
    mkdirSync(folder, { recursive: true });
    tidyUnfinished(folder, basename(databasePath));
    refuseWhileInUse(databasePath);
    requireRoom({ folder, bytes: statSync(from).size, what: '恢复' });
    const copy = unfinishedName(databasePath);
    const content = readyCopy(from, copy);
    const kept = setAside(databasePath, nowMs);
    placeDurably(copy, databasePath);
    carryFiles(dirname(from), folder);
    noteUse(databasePath, { orders: content.orders, atMs: nowMs });
    return { content, kept };
  } catch (error) {
    throw notDone('恢复没有完成', error, databasePath);
  }
}

/** A copy with what is still in its log, read through and of a version that this build understands. */
function readyCopy(from: string, copy: string): BackupContent {
  const remove = () => PARTS.forEach((part) => rmSync(copy + part, { force: true }));
  remove();
  try {
    const sha256 = copyDurably(from, copy);
    const manifest = readManifest(from);
    if (manifest && manifest.sha256 !== sha256) throw new BadBackupError('内容与备份时不同');
    if (existsSync(`${from}-wal`)) copyDurably(`${from}-wal`, `${copy}-wal`);
    return contentOfSound(copy);
  } catch (error) {
    remove();
    if (error instanceof AppError || storageTroubleOf(error) !== 'damaged') throw error;
    throw new BadBackupError('无法读取');
  }
}

class BadBackupError extends AppError {
  constructor(reason: string) {
    super('invalid-input', `这个备份${reason}，没有恢复。请选择另一个备份。`);
    this.name = 'BadBackupError';
  }
}

function contentOfSound(copy: string): BackupContent {
  const db = openDatabase(copy);
  try {
    const [found] = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
    if (found !== 'ok') throw new BadBackupError('已损坏');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === 0) throw new BadBackupError('里面没有数据');
    if (version > migrations.length) throw new BadBackupError('来自更新的版本');
    return contentOf(db);
  } finally {
    db.close();
  }
}

/** `xiaoer.damaged-20260610-180000.db`, with its log, so that it can still be opened and looked at. */
export function setAside(databasePath: string, nowMs: EpochMs): string | null {
  const there = PARTS.filter((part) => existsSync(databasePath + part));
  if (there.length === 0) return null;
  const { dir, name, ext } = parse(databasePath);
  const start = join(dir, `${name}.damaged-${stampOf(nowMs)}`);
  let kept = `${start}${ext}`;
  for (let count = 2; PARTS.some((part) => existsSync(kept + part)); count += 1)
    kept = `${start}-${count}${ext}`;
  for (const part of there) renameSync(databasePath + part, kept + part);
  fsyncFolder(dir);
  return kept;
}
