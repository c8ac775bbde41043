import { dirname } from 'node:path';
import {
  type StorageTrouble,
  storageErrorIn,
  storageTroubleOf,
} from '../../../shared/domain/storage/storage-trouble.ts';
import { freeBytesOrNull } from '../files/free-space.ts';

/** A store cannot even be opened to read with less: its log and the index of that are made first. */
const LEAST_FREE_BYTES = 256 * 1024;
/** SQLite does not always say that it was for want of room. */
const MAYBE_FULL: ReadonlySet<StorageTrouble> = new Set(['io', 'not-found', 'no-rights']);

/** SQLite does not name its file; the system names the one that it was asked for. */
export const placeOf = (error: unknown, databasePath: string): string =>
  storageErrorIn(error)?.path ?? databasePath;

/** The trouble of the disk or the file behind an error; `null` where the error has another reason. */
export function storageTroubleAt(error: unknown, databasePath: string): StorageTrouble | null {
  const trouble = storageTroubleOf(error);
  if (trouble === null || !MAYBE_FULL.has(trouble)) return trouble;
  const free = freeBytesOrNull(dirname(placeOf(error, databasePath)));
  return free !== null && free < LEAST_FREE_BYTES ? 'full' : trouble;
}
