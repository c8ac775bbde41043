import { dirname } from 'node:path';
import { restoreStore } from '../../../electron/store/backups/restore-store.ts';
import { backupOfTurn, lookAtRestores } from '../looks/look-at-restores.ts';
import { START_MS } from '../program/acts.ts';
import type { Killing } from '../support/part.ts';
import { baseIn, copyOf } from '../support/stores.ts';
import { createTally } from '../support/tally.ts';
import { dropKept, makeTwoBackups } from '../support/two-backups.ts';
import { killAt } from './kill-at.ts';

const KILLED_WITHIN = { lines: 4, lineMs: 100 };

/** Two backups are put back by turns. */
export async function killRestores({ rounds, seed, random, folder, say }: Killing) {
  const tally = createTally('kills', 'restores: the old store or the new one');
  const path = copyOf(baseIn(folder), 'restored');
  const digests = makeTwoBackups(path, seed);
  restoreStore({ from: backupOfTurn(path, 0), databasePath: path, nowMs: START_MS });
  let turn = 1;
  for (let round = 0; round < rounds; round += 1) {
    dropKept(dirname(path));
    const lines = await killAt({ args: ['restore', path, String(turn)], random, ...KILLED_WITHIN, tally });
    tally.count('restores confirmed', lines.length);
    turn += lines.length;
    if (lookAtRestores({ path, lines, where: `kill ${round}`, tally, digests, turn })) turn += 1;
    tally.round();
  }
  say(`${rounds} kills in restores`);
  return tally.result();
}
