import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { BackupContent } from '../../../shared/domain/backups/backup.ts';
import { storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { openDatabase } from '../connection.ts';
import { copyDurably, sha256Of, unfinishedName } from '../files/durable-files.ts';
import { requireRoom } from '../files/free-space.ts';
import { migrations } from '../migrations/index.ts';
import { refuseWhileInUse } from '../state/in-use.ts';
import { notDone } from '../state/storage-failure.ts';
import { readManifest, tidyUnfinished } from './backup-files.ts';
import { carryFiles } from './carry-files.ts';
import { contentOf } from './read-content.ts';
import { STORE_PARTS, takePlace } from './take-place.ts';

type OnShare = (share: number) => void;

type Restoring = {
  readonly from: string;
  readonly databasePath: string;
  readonly nowMs: EpochMs;
  /** The share of the work that is done, from 0 to 1. */
  readonly onShare?: OnShare;
};

export type Restored = {
  readonly content: BackupContent;
  /** Where the file went that was there before; `null` where there was none. */
  readonly kept: string | null;
};

/** Copying writes as much as reading it through reads. */
const COPIED = 0.5;

/**
 * Puts a copy of the backup in the place of the store. The copy is read through before anything is moved; what was
 * there is kept beside under a dated name.
 */
export function restoreStore({ from, databasePath, nowMs, onShare = () => {} }: Restoring): Restored {
  if (!existsSync(from)) throw new AppError('not-found', `没有备份 ${from}`);
  const folder = dirname(databasePath);
  try {
    mkdirSync(folder, { recursive: true });
    tidyUnfinished(folder, basename(databasePath));
    refuseWhileInUse(databasePath);
    requireRoom({ folder, bytes: statSync(from).size, what: '恢复' });
    const copy = unfinishedName(databasePath);
    const content = readyCopy({ from, copy, onShare });
    carryFiles(dirname(from), folder);
    const kept = takePlace(copy, { databasePath, nowMs, orders: content.orders });
    onShare(1);
    return { content, kept };
  } catch (error) {
    throw notDone('恢复没有完成', error, databasePath);
  }
}

type Copying = { readonly from: string; readonly copy: string; readonly onShare: OnShare };

/** A copy with what is still in its log, read through and of a version that this build understands. */
function readyCopy(copying: Copying): BackupContent {
  const remove = () => STORE_PARTS.forEach((part) => rmSync(copying.copy + part, { force: true }));
  remove();
  try {
    return copyAndCheck(copying);
  } catch (error) {
    remove();
    if (error instanceof AppError || storageTroubleOf(error) !== 'damaged') throw error;
    throw new BadBackupError('无法读取');
  }
}

function copyAndCheck({ from, copy, onShare }: Copying): BackupContent {
  const { size } = statSync(from);
  const shareOf = (bytes: number) => Math.min(1, bytes / Math.max(1, size));
  const sha256 = copyDurably(from, copy, (bytes) => onShare(COPIED * shareOf(bytes)));
  const manifest = readManifest(from);
  if (manifest && manifest.sha256 !== sha256) throw new BadBackupError('内容与备份时不同');
  const hasLog = existsSync(`${from}-wal`);
  if (hasLog) copyDurably(`${from}-wal`, `${copy}-wal`);
  if (!manifest || hasLog) return contentOfSound(copy, true);
  // The backup was checked when it was made, so it is enough that the disk gives back the same.
  const readBack = sha256Of(copy, (bytes) => onShare(COPIED + (1 - COPIED) * shareOf(bytes)));
  if (readBack !== sha256) throw new AppError('conflict', '恢复没有完成：磁盘上的副本与备份不同，请检查磁盘');
  return contentOfSound(copy, false);
}

class BadBackupError extends AppError {
  constructor(reason: string) {
    super('invalid-input', `这个备份${reason}，没有恢复。请选择另一个备份。`);
    this.name = 'BadBackupError';
  }
}

function contentOfSound(copy: string, isChecked: boolean): BackupContent {
  const db = openDatabase(copy);
  try {
    const [found] = isChecked ? db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all() : ['ok'];
    if (found !== 'ok') throw new BadBackupError('已损坏');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === 0) throw new BadBackupError('里面没有数据');
    if (version > migrations.length) throw new BadBackupError('来自更新的版本');
    return contentOf(db);
  } finally {
    db.close();
  }
}
