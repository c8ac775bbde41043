import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { storageTroubleOf } from '../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../shared/errors.ts';

/** Writes the file whole or not at all. One that Excel holds open cannot be replaced, and the agent is told so. */
export function saveFile(path: string, content: string | Uint8Array): void {
  saveInPieces(path, (append) => append(typeof content === 'string' ? Buffer.from(content) : content));
}

/** Like `saveFile`, for what is larger than the memory. An error of `fill` leaves nothing behind and is thrown on. */
export function saveInPieces(path: string, fill: (append: (bytes: Uint8Array) => void) => void): void {
  // Two jobs may write to the same place; the later one wins, and neither is in the file of the other.
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const file = orRefused(path, () => openSync(unfinished, 'wx'));
  try {
    try {
      fill((bytes) => orRefused(path, () => writeWhole(file, bytes)));
    } finally {
      closeSync(file);
    }
    orRefused(path, () => renameSync(unfinished, path));
  } catch (error) {
    removeQuietly(unfinished);
    throw error;
  }
}

/** A full disk takes a part of what it is given before it refuses the rest. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += writeSync(file, bytes, at));
}

function orRefused<R>(path: string, work: () => R): R {
  try {
    return work();
  } catch (error) {
    const trouble = storageTroubleOf(error);
    // These have a sentence of their own; an error of a write does not name its file.
    if (error instanceof Error && (trouble === 'full' || trouble === 'io'))
      throw Object.assign(error, { path });
    throw new AppError('invalid-input', `无法写入 ${path}：文件可能正被其他程序打开，或文件夹不存在`, {
      cause: error,
    });
  }
}

/** The remains of a failed export are not worth a second error. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The path leads through something that is no folder, so there is nothing to remove.
  }
}
