import { lastConfirmed } from '../looks/look.ts';
import { lookAtActs } from '../looks/look-at-acts.ts';
import type { Killing } from '../support/part.ts';
import { baseIn, copyOf } from '../support/stores.ts';
import { createTally } from '../support/tally.ts';
import { makeTwin } from '../support/twin.ts';
import { killAt } from './kill-at.ts';

/** After so many acts a new store is begun, because a shop that grows for ever would only make each look slower. */
const MOST_ACTS = 300;
/** About as many as a few kills get through, so that a short run makes no long twin. */
const ACTS_PER_KILL = 20;
const KILLED_WITHIN = { lines: 20, lineMs: 20 };
/** A few twins serve many chains, each of which is killed at other moments. */
const KILLS_PER_TWIN = 50;

/** Imports and their undo, edits, outcomes, snoozes, notes, scripts, pictures, evidence, settings, refunds. */
export async function killActs({ rounds, seed, random, folder, say }: Killing) {
  const tally = createTally('kills', 'acts of agents: imports, undo, outcomes, snoozes, scripts, pictures');
  const base = baseIn(folder);
  const acts = Math.min(MOST_ACTS, rounds * ACTS_PER_KILL);
  let next = acts + 1;
  let path = '';
  let twin = await makeTwin(base, seed, acts);
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0 && round % KILLS_PER_TWIN === 0) {
      twin = await makeTwin(base, seed + round, acts);
      next = acts + 1;
    }
    if (next > acts) {
      path = copyOf(base, 'chain');
      next = 1;
    }
    const args = ['act', path, String(twin.seed), String(next), String(acts)];
    const lines = await killAt({ args, random, ...KILLED_WITHIN, tally });
    tally.count('acts confirmed', lines.filter((line) => line.endsWith('done')).length);
    tally.count('refused for reasons of their own', lines.filter((line) => line.endsWith('refused')).length);
    const confirmed = lastConfirmed(lines, next - 1);
    const where = `seed ${twin.seed}`;
    next = (lookAtActs({ path, lines, where, tally, twin, confirmed }) ?? acts) + 1;
    tally.round();
    if (round % 50 === 49) say(`${round + 1} kills in acts`);
  }
  return tally.result();
}
