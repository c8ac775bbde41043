import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { stopIfAsked } from '../../../kernel/jobs/stopped-error.ts';
import type { Progress } from '../raw-row.ts';

/** Larger pieces decode slower: they no longer fit the processor's cache. */
const PIECE_BYTES = 64 * 1024;
const HASH_PIECE_BYTES = 1024 * 1024;

/** Every piece is a buffer of its own only until the next one is asked for. */
export function* readPieces(path: string, progress: Progress): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    const total = fstatSync(fd).size;
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    let done = 0;
    for (;;) {
      stopIfAsked(progress.shouldStop);
      const length = readSync(fd, buffer, 0, PIECE_BYTES, null);
      if (length === 0) return;
      done += length;
      yield buffer.subarray(0, length);
      progress.onProgress?.(done, total);
    }
  } finally {
    closeSync(fd);
  }
}

/** Up to `length` bytes from `offset`; fewer, or none, at the end of the file. */
export function readSome(path: string, offset: number, length: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(fd, buffer, 0, length, offset));
  } finally {
    closeSync(fd);
  }
}

export type FileFacts = {
  readonly size: number;
  readonly sha256: string;
  readonly isUtf8: boolean;
  /** The first bytes, enough to know what kind of file it is. */
  readonly head: Buffer;
};

/** One pass over the whole file. */
export function examineFile(path: string, progress: Progress, headBytes: number): FileFacts {
  const fd = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(HASH_PIECE_BYTES);
    const utf8 = createUtf8Check();
    let head = Buffer.alloc(0);
    let size = 0;
    for (;;) {
      stopIfAsked(progress.shouldStop);
      const length = readSync(fd, buffer, 0, HASH_PIECE_BYTES, null);
      if (length === 0) break;
      const piece = buffer.subarray(0, length);
      if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
      hash.update(piece);
      utf8.add(piece);
      size += length;
    }
    return { size, sha256: hash.digest('hex'), isUtf8: utf8.end(), head };
  } finally {
    closeSync(fd);
  }
}

/** Strict UTF-8 over pieces that may end inside a character. */
function createUtf8Check() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  function tryDecode(piece: Uint8Array, stream: boolean): void {
    if (!isUtf8) return;
    try {
      decoder.decode(piece, { stream });
    } catch {
      isUtf8 = false;
    }
  }
  return {
    add: (piece: Uint8Array) => tryDecode(piece, true),
    end(): boolean {
      tryDecode(new Uint8Array(), false);
      return isUtf8;
    },
  };
}
