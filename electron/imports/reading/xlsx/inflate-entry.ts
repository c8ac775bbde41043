import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { AppError } from '../../../../shared/errors.ts';
import { stopIfAsked } from '../../../kernel/jobs/stopped-error.ts';
import { brokenFile } from '../broken-file.ts';
import type { Progress } from '../raw-row.ts';
import { readAt, type ZipEntry } from './zip-directory.ts';

/** Small, because a piece may unfold to a thousand times its size before anyone can count it. */
const PIECE_BYTES = 32 * 1024;
const BLOCK_BYTES = 1024 * 1024;
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

type InflateOptions = Progress & {
  readonly maxBytes: number;
  /** Told of every slice, before anyone reads it. */
  readonly onInflated?: (bytes: number) => void;
};

/** The content of an entry, piece by piece, checked against its checksum at the end. */
export function* inflateEntry(
  path: string,
  entry: ZipEntry,
  { maxBytes, onInflated, ...progress }: InflateOptions,
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
    for (const slice of slices(piece)) {
      // A few bytes that are packed well hold hours of work.
      stopIfAsked(progress.shouldStop);
      onInflated?.(slice.length);
      yield slice;
    }
  }
  if (crc !== entry.crc32) throw brokenFile();
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
  if (entry.method !== DEFLATED) throw brokenFile();
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
    throw brokenFile();
  }
}

function* readCompressed(path: string, entry: ZipEntry, progress: Progress): Generator<Uint8Array> {
  const total = entry.compressedSize;
  let position: number | undefined;
  let done = 0;
  while (done < total) {
    stopIfAsked(progress.shouldStop);
    position ??= withFile(path, (fd) => contentOffset(fd, entry));
    const block = readBlock(path, position, Math.min(BLOCK_BYTES, total - done));
    position += block.length;
    for (let at = 0; at < block.length; at += PIECE_BYTES) {
      const piece = block.subarray(at, at + PIECE_BYTES);
      done += piece.length;
      yield piece;
      progress.onProgress?.(done, total);
    }
  }
}

/** A block of its own each time: the decompressor keeps a part of it for the next. */
function readBlock(path: string, position: number, length: number): Buffer {
  return withFile(path, (fd) => {
    const block = Buffer.allocUnsafe(length);
    const got = readSync(fd, block, 0, length, position);
    if (got === 0) throw brokenFile();
    return block.subarray(0, got);
  });
}

/** Nothing stays open in between, because a list of texts is read as far as it is needed and then left. */
function withFile<R>(path: string, read: (fd: number) => R): R {
  const fd = openSync(path, 'r');
  try {
    return read(fd);
  } finally {
    closeSync(fd);
  }
}

/** The local header repeats the name, and its extra field may differ in length from the directory's. */
function contentOffset(fd: number, { headerOffset }: ZipEntry): number {
  const header = readAt(fd, headerOffset, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw brokenFile();
  return headerOffset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
