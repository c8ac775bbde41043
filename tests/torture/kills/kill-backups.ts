import { lookAtActs } from '../looks/look-at-acts.ts';
import { lookAtBackups } from '../looks/look-at-backups.ts';
import type { Killing } from '../support/part.ts';
import { baseIn, copyOf } from '../support/stores.ts';
import { createTally } from '../support/tally.ts';
import { makeTwin } from '../support/twin.ts';
import { killAt } from './kill-at.ts';

const MOST_ACTS = 120;
const ACTS_PER_KILL = 10;
const KILLED_WITHIN = { lines: 4, lineMs: 200 };

/** An act, a backup of the store after it, and so on. */
export async function killBackups({ rounds, seed, random, folder, say }: Killing) {
  const tally = createTally('kills', 'backups: whole or absent');
  const base = baseIn(folder);
  const acts = Math.min(MOST_ACTS, rounds * ACTS_PER_KILL);
  const twin = await makeTwin(base, seed, acts);
  let next = acts + 1;
  let path = '';
  for (let round = 0; round < rounds; round += 1) {
    if (next > acts) {
      path = copyOf(base, 'backed-up');
      next = 1;
    }
    const args = ['back-up', path, String(seed), String(next), String(acts)];
    const lines = await killAt({ args, random, ...KILLED_WITHIN, tally });
    tally.count('backups confirmed', lines.length);
    const interrupted = { path, lines, where: `kill ${round}`, tally, twin };
    lookAtBackups(interrupted);
    const confirmed = next - 1 + lines.length;
    // A number is said after its backup, so the act of the next may be written as well.
    next = (lookAtActs({ ...interrupted, confirmed }) ?? acts) + 1;
    tally.round();
  }
  say(`${rounds} kills in backups`);
  return tally.result();
}
