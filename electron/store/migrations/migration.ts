import type { WritableDb } from '../connection.ts';

export type Migration = {
  readonly name: string;
  /** Tables that others refer to are put in the place of the old ones; until all of them are, references dangle. */
  readonly rebuildsTables?: true;
  readonly up: (db: WritableDb) => void;
};
