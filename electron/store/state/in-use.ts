import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import { isTroubled, storeState } from './store-state.ts';

const PATIENCE_MS = 2000;

/** Linux lists the open files of every process; elsewhere the holder has no name. */
const PROCESSES = '/proc';

const entriesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // The process has ended, or belongs to somebody else.
    return [];
  }
};

function opens(pid: string, path: string): boolean {
  return entriesOf(join(PROCESSES, pid, 'fd')).some((fd) => {
    try {
      return readlinkSync(join(PROCESSES, pid, 'fd', fd)) === path;
    } catch {
      return false;
    }
  });
}

function nameOf(pid: string): string {
  try {
    return readFileSync(join(PROCESSES, pid, 'comm'), 'utf8').trim();
  } catch {
    return '';
  }
}

/** The other programs that have the file open, as far as the system tells: `sqlite3 (4711)`. */
export function holdersOf(path: string): string[] {
  if (process.platform !== 'linux' || !existsSync(path)) return [];
  const real = realpathSync(path);
  return entriesOf(PROCESSES)
    .filter((pid) => /^\d+$/u.test(pid) && Number(pid) !== process.pid && opens(pid, real))
    .map((pid) => `${nameOf(pid)} (${pid})`);
}

/** A store must not be replaced under a program that has it open: that one would go on writing to the old file. */
export function refuseWhileInUse(path: string): void {
  const holders = holdersOf(path);
  if (holders.length > 0 || isHeld(path))
    throw new AppError(
      'conflict',
      `数据文件正在使用${holders.length > 0 ? `：${holders.join('、')}` : ''}。请先退出小二工作台和其他打开它的程序。`,
    );
}

/** A program that has a store open shares a lock on it, so that no other can have it alone. */
function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const state = storeState(path, { busyTimeoutMs: PATIENCE_MS });
  if (isTroubled(state)) return state.kind === 'locked';
  if (state.kind !== 'ok') return false;
  const db = new Database(path, { timeout: PATIENCE_MS });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch {
    return true;
  } finally {
    db.close();
  }
}
