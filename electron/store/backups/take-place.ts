import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { fsyncFolder, placeDurably } from '../files/durable-files.ts';
import { namesIn } from '../files/names-in.ts';
import { refuseWhileInUse } from '../state/in-use.ts';
import { noteSuspect, noteUse, readNote } from '../state/store-note.ts';
import { stampOf } from './backup-files.ts';

/** SQLite keeps these beside a store; a log beside another store than its own would destroy that one. */
const LOGS = ['-wal', '-shm', '-journal'] as const;
export const STORE_PARTS = ['', ...LOGS] as const;

/** A copy that was read through and has to become the store; as long as it is there, a restore is not finished. */
const readyPathOf = (databasePath: string): string => `${databasePath}.restored`;

type Taking = {
  readonly databasePath: string;
  readonly nowMs: EpochMs;
  /** How many orders the copy has. */
  readonly orders: number;
};

/**
 * Puts the copy in the place of the store and answers where the old one is kept. At every moment one of the two stands
 * there: the old one loses its log a moment earlier, and a program that opens it then finishes the restore first.
 */
export function takePlace(copy: string, taking: Taking): string | null {
  placeDurably(copy, readyPathOf(taking.databasePath));
  return finish(taking);
}

/** A restore was cut off behind the point of no return. */
export const isRestoreLeft = (databasePath: string): boolean => existsSync(readyPathOf(databasePath));

/** Does what a restore that was cut off has left to do, before anybody looks at the store. */
export function finishLeftRestore(databasePath: string, nowMs: EpochMs): void {
  if (!isRestoreLeft(databasePath)) return;
  refuseWhileInUse(databasePath);
  finish({ databasePath, nowMs, orders: readNote(databasePath)?.orders ?? 0 });
}

/** Each step may be done a second time. */
function finish({ databasePath, nowMs, orders }: Taking): string | null {
  const ready = readyPathOf(databasePath);
  const kept = keepBeside(databasePath, nowMs);
  for (const log of LOGS) {
    // Another process that was quicker may have opened the new store, and the log is the new one's.
    if (existsSync(ready)) rmSync(databasePath + log, { force: true });
  }
  // On the disk before the new store has the name: the power may go in between.
  fsyncFolder(parse(databasePath).dir);
  // The trouble was with the old one.
  noteSuspect(databasePath, null, nowMs);
  if (existsSync(ready)) placeDurably(ready, databasePath);
  noteUse(databasePath, { orders, atMs: nowMs });
  return kept;
}

const partsThere = (databasePath: string) => STORE_PARTS.filter((part) => existsSync(databasePath + part));

/** Gives what is there a second name, under which it stays, and leaves it where it is. */
function keepBeside(databasePath: string, nowMs: EpochMs): string | null {
  const there = partsThere(databasePath);
  if (there.length === 0) return null;
  const kept = keptBefore(databasePath) ?? freeName(databasePath, nowMs);
  for (const part of there) keepPart(databasePath + part, kept + part);
  fsyncFolder(parse(databasePath).dir);
  return kept;
}

function keepPart(part: string, kept: string): void {
  if (isSameFile(part, kept)) return;
  try {
    linkSync(part, kept);
  } catch {
    // A disk without links, such as a stick: the place is empty until the new store has it.
    renameSync(part, kept);
  }
}

/** The name that the same restore has given the store before it was cut off. */
function keptBefore(databasePath: string): string | undefined {
  const { dir, name, ext } = parse(databasePath);
  return namesIn(dir)
    .filter((one) => one.startsWith(`${name}.damaged-`) && one.endsWith(ext))
    .map((one) => join(dir, one))
    .find((path) => isSameFile(databasePath, path));
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** `xiaoer.damaged-20260610-180000.db`, with its log, so that it can still be opened and looked at. */
function freeName(databasePath: string, nowMs: EpochMs): string {
  const { dir, name, ext } = parse(databasePath);
  const start = join(dir, `${name}.damaged-${stampOf(nowMs)}`);
  for (let count = 1; ; count += 1) {
    const kept = `${start}${count === 1 ? '' : `-${count}`}${ext}`;
    if (STORE_PARTS.every((part) => !existsSync(kept + part))) return kept;
  }
}

/** Moves what is there under a dated name, and leaves the place empty. */
export function setAside(databasePath: string, nowMs: EpochMs): void {
  const there = partsThere(databasePath);
  if (there.length === 0) return;
  const kept = freeName(databasePath, nowMs);
  for (const part of there) renameSync(databasePath + part, kept + part);
  fsyncFolder(parse(databasePath).dir);
}
