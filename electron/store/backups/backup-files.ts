import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { type Backup, BackupManifest } from '../../../shared/domain/backups/backup.ts';
import { fromBeijing, toBeijingIso } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { isAbandoned } from '../files/durable-files.ts';
import { namesIn } from '../files/names-in.ts';
import { readContent } from './read-content.ts';

/** Beside the store. */
export const backupFolderOf = (databasePath: string): string => join(dirname(databasePath), 'backups');

/** Several stores may lie in one folder, so a backup begins with the name of its store. */
const storeName = (databasePath: string): string => parse(basename(databasePath)).name;

export const manifestPath = (file: string): string => `${file.slice(0, -'.db'.length)}.json`;

const STAMP = /^-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-\d+)?\.db$/u;

/** `20260610-180000`, in Beijing. */
export const stampOf = (atMs: EpochMs): string =>
  toBeijingIso(atMs).slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-');

/** A name that no other backup has: two may be made within a second. */
export function newBackupPath(folder: string, databasePath: string, nowMs: EpochMs): string {
  const start = join(folder, `${storeName(databasePath)}-${stampOf(nowMs)}`);
  for (let count = 1; ; count += 1) {
    const path = `${start}${count === 1 ? '' : `-${count}`}.db`;
    if (!existsSync(path)) return path;
  }
}

function madeAtMs(name: string, databasePath: string): EpochMs | undefined {
  const start = storeName(databasePath);
  if (!name.startsWith(start)) return undefined;
  const parts = STAMP.exec(name.slice(start.length))?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return fromBeijing({ year, month, day, hour, minute, second });
}

export function readManifest(file: string): BackupManifest | null {
  try {
    return BackupManifest.parse(JSON.parse(readFileSync(manifestPath(file), 'utf8')));
  } catch {
    // It is gone or cut short; the backup speaks for itself.
    return null;
  }
}

function toBackup(file: string, atMs: EpochMs): Backup {
  const { size: bytes } = statSync(file);
  const manifest = readManifest(file);
  if (!manifest) return { file, atMs, reason: null, bytes, content: readContent(file), filesLeftOut: 0 };
  const { reason, filesLeftOut, schemaVersion, orders, customers, openTasks } = manifest;
  const content = { schemaVersion, orders, customers, openTasks };
  return { file, atMs, reason, bytes, content: bytes === manifest.bytes ? content : null, filesLeftOut };
}

/** The backups of the store in the folder, newest first. */
export function listBackups(folder: string, databasePath: string): Backup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const atMs = madeAtMs(name, databasePath);
      return atMs === undefined ? [] : [toBackup(join(folder, name), atMs)];
    })
    .toSorted((a, b) => b.atMs - a.atMs || b.file.length - a.file.length || (b.file < a.file ? -1 : 1));
}

export function hasBackups(folder: string, databasePath: string): boolean {
  return namesIn(folder).some((name) => madeAtMs(name, databasePath) !== undefined);
}

/** Removes the backup with its note; a half removed one is no backup any more. */
export function removeBackup({ file }: Pick<Backup, 'file'>): void {
  rmSync(file, { force: true });
  rmSync(manifestPath(file), { force: true });
}

/** Removes what processes left behind that were cut off. */
export function tidyUnfinished(folder: string, start: string): void {
  for (const name of namesIn(folder))
    if (name.startsWith(start) && isAbandoned(name)) rmSync(join(folder, name), { force: true });
}
