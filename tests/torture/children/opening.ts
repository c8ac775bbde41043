import { openDatabase } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { START_MS, setUp } from '../program/acts.ts';
import { fixRandomness } from '../program/fixed-randomness.ts';
import { openProgram } from '../program/open-program.ts';
import { READY, say } from './say.ts';

/** Brings an older store to today's version. */
export function bringUp(path: string): void {
  say(READY);
  fixRandomness('bring up');
  const db = openDatabase(path);
  migrate(db, { nowMs: START_MS });
  db.close();
  say('done');
}

/** The first start in an empty folder, and the first shop with its first files. */
export function startFirst(path: string): void {
  say(READY);
  fixRandomness('first start');
  const program = openProgram(path, START_MS);
  say('started');
  setUp(program);
  program.core.db.close();
  say('done');
}
