import { statfsSync } from 'node:fs';
import { bytesInWords } from '../../../shared/domain/storage/bytes-in-words.ts';
import { AppError } from '../../../shared/errors.ts';

const MB = 2 ** 20;
/** The system and the other programs go on needing some. */
const RESERVE = 64 * MB;

export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** `null` where the disk does not tell, or is not there. */
export function freeBytesOrNull(folder: string): number | null {
  try {
    return freeBytesAt(folder);
  } catch {
    return null;
  }
}

/** Linux numbers the file systems of another machine so; Windows and macOS give no type. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([0x69_69, 0xff_53_4d_42, 0xfe_53_4d_42, 0x51_7b]);

export function isNetworkDrive(folder: string): boolean {
  try {
    // Some systems give the number with a sign.
    return NETWORK_TYPES.has(statfsSync(folder).type >>> 0);
  } catch {
    return false;
  }
}

type Room = { readonly folder: string; readonly bytes: number; readonly what: string };

/** Throws before anything is written, where a disk would be full in the middle. */
export function requireRoom({ folder, bytes, what }: Room): void {
  const needed = bytes + RESERVE;
  const free = freeBytesAt(folder);
  if (free >= needed) return;
  throw new AppError(
    'conflict',
    `磁盘空间不足：${what}约需 ${bytesInWords(needed)}，${folder} 所在磁盘只剩 ${bytesInWords(free)}。请清理磁盘后再试。`,
  );
}
