import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Core as AppCore, createCore } from '../electron/core.ts';
import { createSystemClock } from '../electron/platform/system-clock.ts';
import { openDatabase } from '../electron/store/connection.ts';
import { migrate } from '../electron/store/migrate.ts';
import { AppError } from '../shared/errors.ts';
import type { Clock, EpochMs } from '../shared/time/clock.ts';
import { MINUTE } from '../shared/time/durations.ts';

export type Core = AppCore & { readonly close: () => void };

/** Longer than the app needs to write the largest import; a scheduled job rather waits than fails. */
const PATIENCE_MS = 2 * MINUTE;

type Options = { readonly databasePath: string; readonly startsAtMs?: number };

/** Opens the store, creating it with the starter scripts if it is missing. */
export function openCore({ databasePath, startsAtMs }: Options): Core {
  const db = openStore(databasePath);
  try {
    migrate(db);
    const clock = startsAtMs === undefined ? createSystemClock() : standingClock(startsAtMs);
    const core = createCore({ db, clock });
    core.installStartersOnce();
    return { ...core, close: () => void db.close() };
  } catch (error) {
    db.close();
    throw notOpened(databasePath, error);
  }
}

/**
 * The clock stands still during a command that is told the time; ids count on, so activities of one `--now` keep their
 * order.
 */
function standingClock(nowMs: EpochMs): Clock {
  return { now: () => nowMs, runAt: () => () => {} };
}

function openStore(path: string) {
  try {
    if (path !== ':memory:') makeFolder(dirname(resolve(path)));
    return openDatabase(path, { busyTimeoutMs: PATIENCE_MS });
  } catch (error) {
    throw notOpened(path, error);
  }
}

/** Step by step: a recursive mkdir never returns where the system refuses with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function notOpened(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = isBusy(error) ? BUSY : '它不是小二工作台的数据文件，或没有读写权限';
  return new AppError('invalid-input', `无法打开数据文件 ${path}：${reason}`, { cause: error });
}

export const BUSY = '另一个程序正在写入数据文件，请等它完成后再试';

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
