import { existsSync, rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageErrorIn, storageTroubleOf } from '../../../shared/domain/storage/storage-trouble.ts';
import { unfinishedName } from '../files/durable-files.ts';
import { freeBytesAt } from '../files/free-space.ts';

const MB = 2 ** 20;
/** Enough for some thousand acts of an agent. */
export const RESERVE_BYTES = 16 * MB;
/** The file must not be what fills the disk. */
const ROOM_LEFT_BYTES = 128 * MB;

export const reservePathOf = (databasePath: string): string => `${databasePath}.reserve`;

/** Gives the room back to the disk; `false` where there is none any more. */
export function releaseReserve(databasePath: string): boolean {
  const path = reservePathOf(databasePath);
  if (!existsSync(path)) return false;
  rmSync(path, { force: true });
  return true;
}

/** For an act that a full disk has refused: `true` where it may be tried once more. */
export function makeRoom(error: unknown, databasePath: string): boolean {
  const isOfStore = storageErrorIn(error)?.code.startsWith('SQLITE_') === true;
  return isOfStore && storageTroubleOf(error) === 'full' && releaseReserve(databasePath);
}

/** Puts bytes aside that the last acts need when the disk is full. `false` where there is no room for them now. */
export async function keepReserve(databasePath: string): Promise<boolean> {
  const path = reservePathOf(databasePath);
  if (existsSync(path)) return true;
  if (freeBytesAt(dirname(databasePath)) < RESERVE_BYTES + ROOM_LEFT_BYTES) return false;
  const unfinished = unfinishedName(path);
  try {
    await writeFile(unfinished, Buffer.alloc(RESERVE_BYTES));
    await rename(unfinished, path);
    return true;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
