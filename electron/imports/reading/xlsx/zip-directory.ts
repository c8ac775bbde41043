import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { brokenFile } from '../broken-file.ts';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly headerOffset: number;
};

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCATOR64_BYTES = 20;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const FULL_32 = 0xffffffff;
const ZIP64_FIELD = 1;
/** A workbook has a few dozen entries; a directory larger than this is none. */
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024;

/** Entries by lower-case name; some writers use backslashes. */
export function readZipDirectory(path: string): Map<string, ZipEntry> {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    const { offset, length } = locateDirectory(fd, size);
    if (length > MAX_DIRECTORY_BYTES || offset + length > size) throw brokenFile();
    return parseEntries(readAt(fd, offset, length));
  } finally {
    closeSync(fd);
  }
}

export function readAt(fd: number, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const got = readSync(fd, buffer, 0, length, offset);
  if (got < length) throw brokenFile();
  return buffer;
}

type Span = { readonly offset: number; readonly length: number };

function locateDirectory(fd: number, size: number): Span {
  const tailLength = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = readAt(fd, size - tailLength, tailLength);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const span = { length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
    if (span.length !== FULL_32 && span.offset !== FULL_32) return span;
    return locateDirectory64(fd, size - tailLength + at);
  }
  throw brokenFile();
}

function locateDirectory64(fd: number, endAt: number): Span {
  if (endAt < LOCATOR64_BYTES) throw brokenFile();
  const locator = readAt(fd, endAt - LOCATOR64_BYTES, LOCATOR64_BYTES);
  if (locator.readUInt32LE(0) !== LOCATOR64_SIGNATURE) throw brokenFile();
  const end = readAt(fd, Number(locator.readBigUInt64LE(8)), 56);
  if (end.readUInt32LE(0) !== END64_SIGNATURE) throw brokenFile();
  return { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

function parseEntries(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    const nameAt = at + ENTRY_BYTES;
    const name = directory.toString('utf8', nameAt, nameAt + nameLength).replaceAll('\\', '/');
    const extra = directory.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
    entries.set(name.toLowerCase(), parseEntry(directory.subarray(at, nameAt), name, extra));
    at = nameAt + nameLength + extraLength + commentLength;
  }
  return entries;
}

function parseEntry(fixed: Buffer, name: string, extra: Buffer): ZipEntry {
  const size = fixed.readUInt32LE(24);
  const compressedSize = fixed.readUInt32LE(20);
  const headerOffset = fixed.readUInt32LE(42);
  // The 64-bit field holds only those numbers that did not fit, in this order.
  const large = large64(extra);
  if (size === FULL_32) large.shift();
  return {
    name,
    isEncrypted: (fixed.readUInt16LE(8) & 1) === 1,
    method: fixed.readUInt16LE(10),
    crc32: fixed.readUInt32LE(16),
    compressedSize: compressedSize === FULL_32 ? (large.shift() ?? compressedSize) : compressedSize,
    headerOffset: headerOffset === FULL_32 ? (large.shift() ?? headerOffset) : headerOffset,
  };
}

function large64(extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    if (id === ZIP64_FIELD) {
      const numbers: number[] = [];
      for (let field = at + 4; field + 8 <= end; field += 8)
        numbers.push(Number(extra.readBigUInt64LE(field)));
      return numbers;
    }
    at = end;
  }
  return [];
}
