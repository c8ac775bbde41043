import type { WritableDb } from '../connection.ts';

export type Migration = {
  readonly name: string;
  /** Tables that others refer to are put in the place of the old ones; until all of them are, references dangle. */
  readonly rebuildsTables?: true;
  /** How long it takes on a large store, beside others that take 1: its part of the progress. */
  readonly work?: number;
  /** A migration that takes minutes on a large store tells how much of it is done, from 0 to 1. */
  readonly up: (db: WritableDb, onProgress: (share: number) => void) => void;
};
