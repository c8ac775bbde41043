import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backUp } from '../../../electron/store/backups/back-up.ts';
import { restoreStore } from '../../../electron/store/backups/restore-store.ts';
import { HOUR, SECOND } from '../../../shared/time/durations.ts';
import { doAct, START_MS } from '../program/acts.ts';
import { openProgram } from '../program/open-program.ts';
import { READY, say } from './say.ts';

const FOR_EVER = Number.POSITIVE_INFINITY;

/** An act, a backup, and so on; says the file of each backup that is done. */
export function keepBackingUp(path: string, [seed = 1, first = 1, last = 1]: readonly number[]): void {
  const program = openProgram(path, START_MS);
  say(READY);
  for (let number = first; number <= last; number += 1) {
    doAct(program, seed, number);
    const { file } = backUp(program.core.db, { nowMs: START_MS + number * HOUR, reason: 'manual' });
    say(`${number} ${file}`);
  }
  program.core.db.close();
}

/** The two backups that lie beside the store, by turns; says each that is back. */
export function keepRestoring(path: string, [first = 1, last = FOR_EVER]: readonly number[]): void {
  const folder = dirname(path);
  say(READY);
  for (let number = first; number <= last; number += 1) {
    const name = number % 2 === 0 ? 'even.db' : 'odd.db';
    const nowMs = START_MS + number * SECOND;
    const { kept } = restoreStore({ from: join(folder, 'kept', name), databasePath: path, nowMs });
    say(`${number} ${kept}`);
    // A restore keeps the store from before for ever; here the disk would be full of these.
    if (kept !== null) rmSync(kept, { force: true });
  }
}
