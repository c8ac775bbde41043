import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup } from '../../../shared/domain/backups/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WritableDb } from '../connection.ts';
import { copyDurably } from '../durable-files.ts';
import { requireRoom } from '../free-space.ts';
import { storageProblem } from '../state/storage-problem.ts';
import { backUp } from './back-up.ts';
import { listBackups, manifestPath, readManifest, removeBackup, tidyUnfinished } from './backup-files.ts';
import { carryFiles } from './carry-files.ts';
import { backupsToDrop } from './keep-backups.ts';

/** The chosen folder may hold other things. */
export const secondFolderIn = (chosen: string): string => join(chosen, '小二工作台备份');

type Making = Parameters<typeof backUp>[1] & { readonly secondFolder: string | null };

/** Backs the store up, and copies the backup to the second folder; a stick that is not there spoils no backup. */
export function backUpTwice(db: WritableDb, { secondFolder, ...request }: Making) {
  const backup = backUp(db, request);
  return {
    backup,
    secondFailure: secondFolder === null ? null : copyFailure(backup, secondFolder, db.name),
  };
}

function copyFailure(backup: Backup, chosen: string, databasePath: string): string | null {
  try {
    copyTo(backup, chosen, databasePath);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    const problem = storageProblem(error);
    if (problem === null) throw error;
    return `没有复制到 ${chosen}：${problem}`;
  }
}

function copyTo(backup: Backup, chosen: string, databasePath: string): void {
  if (!existsSync(chosen))
    throw new AppError('not-found', `没有复制到 ${chosen}：找不到该文件夹，U 盘或共享可能没有连接`);
  const folder = secondFolderIn(chosen);
  mkdirSync(folder, { recursive: true });
  const target = join(folder, basename(backup.file));
  tidyUnfinished(folder, basename(backup.file).slice(0, -'20260610-180000.db'.length));
  requireRoom({ folder, bytes: backup.bytes, what: '第二份备份' });
  copyDurably(manifestPath(backup.file), manifestPath(target));
  if (copyDurably(backup.file, target) !== readManifest(target)?.sha256)
    throw new AppError('conflict', `没有复制到 ${chosen}：复制的内容与备份不同`);
  carryFiles(dirname(backup.file), folder);
  for (const one of backupsToDrop(listBackups(folder, databasePath))) removeBackup(one);
}
