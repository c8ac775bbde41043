import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { releaseReserve } from './reserve.ts';
import { freeBytesOrNull } from './storage-trouble-at.ts';
import { isAsLeft, readNote } from './store-note.ts';
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

/** The state of the store before the program opens it: one over which it had to stop is shown to a person first. */
export function stateAtStart(path: string, busyTimeoutMs: number): StoreState {
  makeRoomToOpen(path);
  const suspect = readNote(path)?.suspect ?? null;
  const isThorough = suspect !== null || isWorthReadingThrough(path);
  const state = storeState(path, { busyTimeoutMs, isThorough });
  if (suspect === null || state.kind === 'fresh' || isTroubled(state)) return state;
  return { kind: suspect === 'replaced' ? 'replaced' : 'unsure', detail: `${suspect} while running` };
}
