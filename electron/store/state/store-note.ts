import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { writeDurably } from '../files/durable-files.ts';

/** Reading or writing has failed; or the file under the program is not the one any more that it had opened. */
export const SUSPECTS = ['failed', 'replaced'] as const;
export type Suspect = (typeof SUSPECTS)[number];

/** Stands beside a store that was used, so that an empty or missing one is never taken for a new one. */
const StoreNote = z.object({
  orders: z.int(),
  atMs: z.int(),
  /** The second folder of backups: the store that holds the setting may be what is lost. */
  secondFolder: z.string().nullable().default(null),
  /** The agent wanted to begin anew although there are traces. */
  startsAnew: z.boolean().default(false),
  /** The program had to stop over the file, which is looked at by a person before it is opened again. */
  suspect: z.enum(SUSPECTS).nullable().default(null),
  /** The file as it was left; `null` while it is written. */
  left: z.object({ bytes: z.int(), changedAtMs: z.number() }).nullable().default(null),
});
export type StoreNote = z.infer<typeof StoreNote>;

export const notePathOf = (databasePath: string): string => `${databasePath}.note.json`;

export function readNote(databasePath: string): StoreNote | null {
  try {
    return StoreNote.parse(JSON.parse(readFileSync(notePathOf(databasePath), 'utf8')));
  } catch {
    // Missing, or cut short: then other traces tell.
    return null;
  }
}

type Use = Partial<StoreNote> & Pick<StoreNote, 'orders' | 'atMs'>;

export function noteUse(databasePath: string, use: Use): void {
  if (existsSync(databasePath)) writeNote(databasePath, use);
}

function writeNote(databasePath: string, use: Use): void {
  const { secondFolder = null } = readNote(databasePath) ?? {};
  const unknown = { left: null, suspect: null, startsAnew: false };
  writeDurably(notePathOf(databasePath), `${JSON.stringify({ secondFolder, ...unknown, ...use })}\n`);
}

function asItIs(databasePath: string): StoreNote['left'] {
  const { size: bytes, mtimeMs: changedAtMs } = statSync(databasePath);
  return { bytes, changedAtMs };
}

/** Until there is something in the new store, the traces of the old one are no loss. */
export function allowFirstRun(databasePath: string, atMs: EpochMs): void {
  writeDurably(notePathOf(databasePath), `${JSON.stringify({ orders: 0, atMs, startsAnew: true })}\n`);
}

export function noteSecondFolder(databasePath: string, secondFolder: string | null): void {
  const note = readNote(databasePath);
  if (note) noteUse(databasePath, { ...note, secondFolder });
}

export function noteSuspect(databasePath: string, suspect: Suspect | null, atMs: EpochMs): void {
  const { orders = 0, suspect: before = null } = readNote(databasePath) ?? {};
  // The file may be what is gone.
  if (before !== suspect) writeNote(databasePath, { orders, atMs, suspect });
}

/** After the last connection is closed: at the next start the file must be as it is now. */
export function noteLeft(
  databasePath: string,
  use: { readonly orders: number; readonly atMs: EpochMs },
): void {
  if (existsSync(databasePath)) noteUse(databasePath, { ...use, left: asItIs(databasePath) });
}

/** No program has touched the file since a program of ours left it in order. */
export function isAsLeft(databasePath: string): boolean {
  const left = readNote(databasePath)?.left;
  const logPath = `${databasePath}-wal`;
  if (!left || !existsSync(databasePath) || (existsSync(logPath) && statSync(logPath).size > 0)) return false;
  const now = asItIs(databasePath);
  return now?.bytes === left.bytes && now.changedAtMs === left.changedAtMs;
}
