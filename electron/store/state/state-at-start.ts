import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRestoreLeft } from '../backups/take-place.ts';
import { freeBytesOrNull } from '../files/free-space.ts';
import { releaseReserve } from './reserve.ts';
import { isAsLeft, readNote, type Suspect } from './store-note.ts';
import { isTroubled, type StoreState, storeState } from './store-state.ts';

/** A third of a second on an old disk. */
const READ_THROUGH_BYTES = 64 * 2 ** 20;

/** A store that was left in order is not read through at the start; nor is a large one, which would take seconds. */
function isWorthReadingThrough(path: string): boolean {
  return !isAsLeft(path) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= READ_THROUGH_BYTES;
}

/** SQLite needs some room even to read. */
const ROOM_TO_OPEN_BYTES = 4 * 2 ** 20;

function makeRoomToOpen(path: string): void {
  const free = freeBytesOrNull(dirname(path));
  if (free !== null && free < ROOM_TO_OPEN_BYTES) releaseReserve(path);
}

/** In a thread: finishing a restore, reading a store through and waiting for a lock would hold this one up. */
type LookInThread = (look: { readonly isThorough: boolean }) => Promise<StoreState>;

/** The state of the store before the program opens it: one over which it had to stop is shown to a person first. */
export async function stateAtStart(path: string, lookInThread: LookInThread): Promise<StoreState> {
  makeRoomToOpen(path);
  const isThorough = suspectAt(path) !== null || isWorthReadingThrough(path);
  const state = knownAtOnce(path, isThorough) ?? (await lookInThread({ isThorough }));
  // Read once more: with the restore that was left, the trouble is over.
  const suspect = suspectAt(path);
  if (suspect === null || state.kind === 'fresh' || isTroubled(state)) return state;
  return { kind: suspect === 'replaced' ? 'replaced' : 'unsure', detail: `${suspect} while running` };
}

const suspectAt = (path: string): Suspect | null => readNote(path)?.suspect ?? null;

/** `null` where it takes longer to know. */
function knownAtOnce(path: string, isThorough: boolean): StoreState | null {
  if (isRestoreLeft(path)) return null;
  const state = storeState(path);
  const takesLonger = state.kind === 'locked' || (state.kind === 'ok' && isThorough);
  return takesLonger ? null : state;
}
