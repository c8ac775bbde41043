import { dirname } from 'node:path';
import { bytesInWords } from '../../../shared/domain/storage/bytes-in-words.ts';
import {
  placeWarning,
  STORAGE_WORDS,
  type StorageTrouble,
} from '../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../shared/errors.ts';
import { freeBytesOrNull, isNetworkDrive } from '../files/free-space.ts';
import { isForeignKeyError } from '../foreign-key-error.ts';
import { holdersOf } from './in-use.ts';
import { placeOf, storageTroubleAt } from './storage-trouble-at.ts';

function details(trouble: StorageTrouble, place: string): string {
  if (trouble === 'full') {
    const free = freeBytesOrNull(dirname(place));
    return free === null ? place : `${place} 所在磁盘只剩 ${bytesInWords(free)}`;
  }
  const holders = trouble === 'locked' ? holdersOf(place) : [];
  return holders.length === 0 ? place : `${place} 由 ${holders.join('、')} 打开`;
}

/** One sentence for what the disk has refused: what, where, how much room there is, and what to do. */
export function describeStorage(trouble: StorageTrouble, place: string): string {
  const { what, wayOut } = STORAGE_WORDS[trouble];
  const warning = placeWarning(place, isNetworkDrive(dirname(place)));
  return `${what}：${details(trouble, place)}。${wayOut}。${warning === null ? '' : `${warning}。`}`;
}

/**
 * The same failure in the agent's words, for the window, the threads and the command line; any other error as it is.
 * A row may also name one that is gone since the page has read it, or that never was.
 */
export function explainStorage(error: unknown, databasePath: string): unknown {
  if (error instanceof AppError) return error;
  if (isForeignKeyError(error))
    return new AppError('not-found', '操作的对象已不存在，没有改动；请刷新后重试', { cause: error });
  const trouble = storageTroubleAt(error, databasePath);
  if (trouble === null) return error;
  return new AppError('conflict', describeStorage(trouble, placeOf(error, databasePath)), { cause: error });
}

/** For work that says itself what was not done: `备份没有完成：磁盘空间不足：…`. */
export function notDone(what: string, error: unknown, databasePath: string): AppError {
  if (error instanceof AppError) return error;
  const explained = explainStorage(error, databasePath);
  const reason = explained instanceof AppError ? explained.message : '原因见日志';
  return new AppError('conflict', `${what}：${reason}`, { cause: error });
}
