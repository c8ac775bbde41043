import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupCopying } from '../../../shared/domain/backups/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import { copyDurably } from '../files/durable-files.ts';
import { requireRoom } from '../files/free-space.ts';
import { notDone } from '../state/storage-failure.ts';
import { listBackups, manifestPath, readManifest, removeBackup, tidyUnfinished } from './backup-files.ts';
import { carryFiles } from './carry-files.ts';
import { backupsToDrop } from './keep-backups.ts';

/** The chosen folder may hold other things. */
export const secondFolderIn = (chosen: string): string => join(chosen, '小二工作台备份');

type Copying = BackupCopying & {
  readonly databasePath: string;
  /** Called with what is copied of the backup; it may throw, and then nothing is left behind. */
  readonly onBytes: (bytes: number) => void;
};

/** Copies a backup to the second folder, whole or not at all, and drops there what is no longer kept. */
export function copyToSecond(copying: Copying): void {
  const chosen = copying.secondFolder;
  try {
    copyTo(chosen, copying);
  } catch (error) {
    throw notDone(`没有复制到 ${chosen}`, error, secondFolderIn(chosen));
  }
}

function copyTo(chosen: string, { file, databasePath, onBytes }: Copying): void {
  if (!existsSync(chosen))
    throw new AppError('not-found', `没有复制到 ${chosen}：找不到该文件夹，U 盘或共享可能没有连接`);
  const folder = secondFolderIn(chosen);
  mkdirSync(folder, { recursive: true });
  const target = join(folder, basename(file));
  tidyUnfinished(folder, basename(file).slice(0, -'20260610-180000.db'.length));
  const bytes = readManifest(file)?.bytes ?? 0;
  requireRoom({ folder, bytes, what: '第二份备份' });
  copyDurably(manifestPath(file), manifestPath(target));
  if (copyDurably(file, target, onBytes) !== readManifest(target)?.sha256)
    throw new AppError('conflict', `没有复制到 ${chosen}：复制的内容与备份不同`);
  carryFiles(dirname(file), folder, () => onBytes(bytes));
  for (const one of backupsToDrop(listBackups(folder, databasePath))) removeBackup(one);
}
