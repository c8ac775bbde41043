import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Core as AppCore, createCore } from '../electron/core.ts';
import { createSystemClock } from '../electron/platform/system-clock.ts';
import { openDatabase } from '../electron/store/connection.ts';
import { migrate } from '../electron/store/migrate.ts';
import { AppError } from '../shared/errors.ts';

export type Core = AppCore & { readonly close: () => void };

type Options = { readonly databasePath: string; readonly startsAtMs?: number };

/** Opens the store, creating it with the starter scripts if it is missing. */
export function openCore({ databasePath, startsAtMs }: Options): Core {
  const db = openStore(databasePath);
  try {
    migrate(db);
    const core = createCore({ db, clock: createSystemClock(startsAtMs) });
    core.installStartersOnce();
    return { ...core, close: () => void db.close() };
  } catch (error) {
    db.close();
    throw error instanceof AppError
      ? error
      : new AppError('invalid-input', unreadable(databasePath), { cause: error });
  }
}

function openStore(path: string) {
  try {
    if (path !== ':memory:') makeFolder(dirname(resolve(path)));
    return openDatabase(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid-input', unreadable(path), { cause: error });
  }
}

/** Step by step: a recursive mkdir never returns where the system refuses with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function unreadable(path: string): string {
  return `无法打开数据文件 ${path}：它不是小二工作台的数据文件，或没有读写权限`;
}
