import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupFolderOf, hasBackups } from '../backups/backup-files.ts';
import { namesIn } from '../files/names-in.ts';
import { notePathOf, readNote } from './store-note.ts';

/** Written only for a store that has something in it. */
const FOLDERS_OF_USE = ['pictures', 'evidence'] as const;

const hasBytes = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/** Files beside the path tell whether a store was used there. */
export type Traces = {
  /** As far as everything tells, the log too. */
  readonly isUsed: boolean;
  /** The same without the log, which a store that is being made right now has as well. */
  readonly wasMade: boolean;
};

export function tracesOf(databasePath: string): Traces {
  if (readNote(databasePath)?.startsAnew === true) return { isUsed: false, wasMade: false };
  const wasMade = hasTraces(databasePath);
  return { isUsed: wasMade || hasBytes(`${databasePath}-wal`), wasMade };
}

function hasTraces(databasePath: string): boolean {
  return (
    existsSync(notePathOf(databasePath)) ||
    hasBackups(backupFolderOf(databasePath), databasePath) ||
    namesIn(dirname(databasePath)).some((name) => isOldCopy(name, basename(databasePath))) ||
    hasFilesOfUse(databasePath)
  );
}

/** Older builds left `xiaoer.db.v1.bak` before a migration. */
function isOldCopy(name: string, store: string): boolean {
  return name.startsWith(`${store}.v`) && name.endsWith('.bak');
}

/** Where several stores lie in one folder, nobody can say whose the pictures are. */
function hasFilesOfUse(databasePath: string): boolean {
  const folder = dirname(databasePath);
  const others = namesIn(folder).filter((name) => name.endsWith('.db') && name !== basename(databasePath));
  return others.length === 0 && FOLDERS_OF_USE.some((name) => namesIn(join(folder, name)).length > 0);
}
