import { statfsSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

const MB = 2 ** 20;
const GB = 2 ** 30;
/** The system and the other programs go on needing some. */
const RESERVE = 64 * MB;

export const inWords = (bytes: number): string =>
  bytes >= GB ? `${(bytes / GB).toFixed(1)} GB` : `${Math.ceil(bytes / MB)} MB`;

export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

type Room = { readonly folder: string; readonly bytes: number; readonly what: string };

/** Throws before anything is written, where a disk would be full in the middle. */
export function requireRoom({ folder, bytes, what }: Room): void {
  const needed = bytes + RESERVE;
  const free = freeBytesAt(folder);
  if (free >= needed) return;
  throw new AppError(
    'conflict',
    `磁盘空间不足：${what}约需 ${inWords(needed)}，${folder} 所在磁盘只剩 ${inWords(free)}。请清理磁盘后再试。`,
  );
}
