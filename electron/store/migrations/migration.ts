import type { WritableDb } from '../connection.ts';

export type Migration = {
  readonly name: string;
  readonly up: (db: WritableDb) => void;
};
