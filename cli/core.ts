import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Core as AppCore, createCore } from '../electron/core.ts';
import { createSystemClock } from '../electron/platform/system-clock.ts';
import { openDatabase } from '../electron/store/connection.ts';
import { migrate } from '../electron/store/migrate.ts';
import { leaveStore } from '../electron/store/state/leave-store.ts';
import { explainStorage } from '../electron/store/state/storage-failure.ts';
import { isTroubled, storeState } from '../electron/store/state/store-state.ts';
import { isLost, TROUBLE_WORDS } from '../shared/domain/backups/store-trouble.ts';
import { AppError } from '../shared/errors.ts';
import type { Clock, EpochMs } from '../shared/time/clock.ts';
import { MINUTE } from '../shared/time/durations.ts';

export type Core = AppCore & { readonly close: () => void };

/** Longer than the app needs to write the largest import; a scheduled job rather waits than fails. */
export const PATIENCE_MS = 2 * MINUTE;

/** A person at the command line goes back by it. */
export const WAY_BACK = '用 backups 列出备份，用 restore 恢复。';

type Options = { readonly databasePath: string; readonly startsAtMs?: number };

/** Opens the store, creating it with the starter scripts if it is missing. */
export function openCore({ databasePath, startsAtMs }: Options): Core {
  const db = openStore(databasePath);
  try {
    const clock = startsAtMs === undefined ? createSystemClock() : standingClock(startsAtMs);
    migrate(db, { nowMs: clock.now() });
    const core = createCore({ db, clock });
    core.installStartersOnce();
    return { ...core, close: () => leaveStore(db, clock.now()) };
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
  return { now: () => nowMs, elapsed: () => 0, runAfter: () => () => {} };
}

function openStore(path: string) {
  try {
    if (path !== ':memory:') {
      refuseTroubled(path);
      makeFolder(dirname(resolve(path)));
    }
    return openDatabase(path, { busyTimeoutMs: PATIENCE_MS });
  } catch (error) {
    throw notOpened(path, error);
  }
}

/** A store that was used and is not there is never replaced by a new one. */
function refuseTroubled(path: string): void {
  const state = storeState(path, { busyTimeoutMs: PATIENCE_MS });
  if (!isTroubled(state)) return;
  const { title, text } = TROUBLE_WORDS[state.kind];
  const wayOut = isLost(state.kind) ? WAY_BACK : text;
  throw new AppError('invalid-input', `无法打开数据文件 ${path}：${title}。${wayOut}`);
}

/** For what reads the file past the program: there must be one. */
export function requireStore(path: string): void {
  refuseTroubled(path);
  if (!existsSync(path)) throw new AppError('not-found', `没有数据文件 ${path}`);
}

/** Step by step: a recursive mkdir never returns where the system refuses with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function notOpened(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const explained = explainStorage(error, path);
  if (!(explained instanceof AppError)) throw error;
  return new AppError('invalid-input', `无法打开数据文件：${explained.message}`, { cause: error });
}
