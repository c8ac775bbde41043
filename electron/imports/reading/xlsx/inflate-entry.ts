import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { AppError } from '../../../../shared/errors.ts';
import { stopIfAsked } from '../../../kernel/jobs/stopped-error.ts';
import type { Progress } from '../raw-row.ts';
import { brokenWorkbook, readAt, type ZipEntry } from './zip-directory.ts';

/** Small, because a piece may unfold to a thousand times its size before anyone can count it. */
const PIECE_BYTES = 32 * 1024;
const SLICE_BYTES = 64 * 1024;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** A million rows of seventy columns stay below this. */
export const MAX_SHEET_BYTES = 4 * 1024 ** 3;
/** Real sheets shrink ten- to fiftyfold; only past this size does the ratio matter at all. */
const BOMB_RATIO = 500;
const BOMB_BYTES = 64 * 1024 ** 2;

const TOO_LARGE = '文件解压后异常巨大，疑似损坏或恶意文件，已停止读取；请从商家后台重新导出';

type InflateOptions = Progress & { readonly maxBytes: number };

/** The content of an entry, piece by piece, checked against its checksum at the end. */
export function* inflateEntry(
  path: string,
  entry: ZipEntry,
  { maxBytes, ...progress }: InflateOptions,
): Generator<Uint8Array> {
  if (entry.isEncrypted) {
    throw new AppError('invalid-input', '压缩包设有密码，无法读取；请取消密码后再导入');
  }
  let crc = 0;
  let inflated = 0;
  for (const piece of unpack(path, entry, progress)) {
    inflated += piece.length;
    guardSize(inflated, entry, maxBytes);
    crc = crc32(piece, crc);
    yield* slices(piece);
  }
  if (crc !== entry.crc32) throw brokenWorkbook();
}

/** Small pieces make small strings, which are quicker to read and to throw away. */
function* slices(piece: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < piece.length; at += SLICE_BYTES) yield piece.subarray(at, at + SLICE_BYTES);
}

function guardSize(inflated: number, { compressedSize }: ZipEntry, maxBytes: number): void {
  const isBomb = inflated > BOMB_BYTES && inflated > compressedSize * BOMB_RATIO;
  if (isBomb || inflated > maxBytes) throw new AppError('invalid-input', TOO_LARGE);
}

function* unpack(path: string, entry: ZipEntry, progress: Progress): Generator<Uint8Array> {
  if (entry.method === STORED) {
    yield* readCompressed(path, entry, progress);
    return;
  }
  if (entry.method !== DEFLATED) throw brokenWorkbook();
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((data) => {
    ready.push(data);
  });
  let remaining = entry.compressedSize;
  for (const piece of readCompressed(path, entry, progress)) {
    remaining -= piece.length;
    pushTo(inflate, piece, remaining === 0);
    yield* ready;
    ready = [];
  }
}

function pushTo(inflate: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(piece, isLast);
  } catch {
    // The library's own words, such as "invalid block type", help no agent.
    throw brokenWorkbook();
  }
}

function* readCompressed(path: string, entry: ZipEntry, progress: Progress): Generator<Uint8Array> {
  const fd = openSync(path, 'r');
  try {
    const total = entry.compressedSize;
    let position = contentOffset(fd, entry);
    let done = 0;
    while (done < total) {
      stopIfAsked(progress.shouldStop);
      // A piece of its own each time: the decompressor keeps a part of it for the next.
      const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, total - done));
      const length = readSync(fd, piece, 0, piece.length, position);
      if (length === 0) throw brokenWorkbook();
      position += length;
      done += length;
      yield piece.subarray(0, length);
      progress.onProgress?.(done, total);
    }
  } finally {
    closeSync(fd);
  }
}

/** The local header repeats the name, and its extra field may differ in length from the directory's. */
function contentOffset(fd: number, { headerOffset }: ZipEntry): number {
  const header = readAt(fd, headerOffset, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw brokenWorkbook();
  return headerOffset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
