import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

const PIECE_BYTES = 1024 * 1024;

/** The bytes of the file are on the disk before this returns. */
function fsyncFile(path: string): void {
  // Windows flushes only a file that is open for writing.
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The names in the folder are on the disk before this returns. Windows cannot, and keeps names in its own journal. */
export function fsyncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Gives a finished file its name, so that whatever bears the name is whole, also after a power cut. */
export function placeDurably(unfinished: string, path: string): void {
  fsyncFile(unfinished);
  renameSync(unfinished, path);
  fsyncFolder(dirname(path));
}

/** Reads the file in pieces that any memory holds. */
function readInPieces(path: string, take: (piece: Uint8Array) => void): void {
  const piece = new Uint8Array(PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      take(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
}

export function sha256Of(path: string, onBytes = (_read: number) => {}): string {
  let bytes = 0;
  const hash = createHash('sha256');
  readInPieces(path, (piece) => {
    hash.update(piece);
    bytes += piece.length;
    onBytes(bytes);
  });
  return hash.digest('hex');
}

/** Writes the text or the bytes whole or not at all. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const unfinished = unfinishedName(path);
  writeFileSync(unfinished, content);
  placeDurably(unfinished, path);
}

/**
 * Keeps a file that is named by its content, on the disk before this returns: a row that names it may be written then.
 * One that is there and is not what it was, as after a power cut, is written anew.
 */
export function keepDurably(path: string, bytes: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  const folder = dirname(path);
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  writeDurably(path, bytes);
  if (isNew) fsyncFolder(dirname(folder));
}

/** Copies the file whole or not at all, and answers with the hash of what was read. */
export function copyDurably(source: string, target: string, onBytes = (_copied: number) => {}): string {
  const unfinished = unfinishedName(target);
  try {
    const hash = copyTo(source, unfinished, onBytes);
    placeDurably(unfinished, target);
    return hash;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function copyTo(source: string, target: string, onBytes: (copied: number) => void): string {
  let copied = 0;
  const hash: Hash = createHash('sha256');
  const file = openSync(target, 'w');
  try {
    readInPieces(source, (piece) => {
      hash.update(piece);
      for (let at = 0; at < piece.length; at += writeSync(file, piece, at));
      copied += piece.length;
      onBytes(copied);
    });
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Two processes may write at once, such as the app and a scheduled import: each writes to its own name. */
export const unfinishedName = (path: string): string => `${path}.${process.pid}.unfinished`;

const UNFINISHED = /\.(\d+)\.unfinished(?:-journal|-wal|-shm)?$/u;

/** A file that a process left behind when it was cut off, and that nobody will finish. */
export function isAbandoned(name: string): boolean {
  const [, pid] = UNFINISHED.exec(name) ?? [];
  return pid !== undefined && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
