import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import { restoreStore } from '../../electron/store/backups/restore-store.ts';
import { createRandom } from '../bench/support/random.ts';
import { lastConfirmed } from './looks/look.ts';
import { lookAtActs } from './looks/look-at-acts.ts';
import { lookAtBackups } from './looks/look-at-backups.ts';
import { backupOfTurn, lookAtRestores } from './looks/look-at-restores.ts';
import { cutEverywhere } from './power/cut-everywhere.ts';
import { cutJournals } from './power/cut-journals.ts';
import { hasStrace, record } from './power/record.ts';
import { START_MS } from './program/acts.ts';
import type { Part, PartOptions } from './support/part.ts';
import { baseIn, copyOf } from './support/stores.ts';
import { createTally, skipped, type Tally } from './support/tally.ts';
import { makeTwin } from './support/twin.ts';
import { makeTwoBackups } from './support/two-backups.ts';

/** More would only make the record longer; each is cut at more places instead. */
const MOST_ACTS = 60;
const MOST_BACKUPS = 12;
const MOST_TURNS = 6;
/** So many cuts for each record, so that several seeds are seen. */
const CUTS_PER_RECORD = 100;

type Recording = {
  readonly args: (path: string) => readonly string[];
  readonly path: string;
  readonly cuts: number;
  readonly seed: number;
};

/** Records the errand, and cuts it off at as many moments as are wanted. */
async function* cutsOf({ args, path, cuts, seed }: Recording) {
  const before = `${dirname(path)}-before`;
  cpSync(dirname(path), before, { recursive: true });
  const calls = await record(args(path), `${dirname(path)}.trace`);
  yield* cutEverywhere({ calls, before, path, cuts, random: createRandom(seed) });
}

async function cutActs(base: string, { rounds, seed, say }: PartOptions): Promise<Tally> {
  const tally = createTally('power', 'acts of agents, unsynced writes lost or torn');
  const acts = Math.min(MOST_ACTS, rounds * 5);
  for (let done = 0; done < rounds; done += CUTS_PER_RECORD) {
    const twin = await makeTwin(base, seed + done, acts);
    const path = copyOf(base, `acts-${done}`);
    const args = () => ['act', path, String(twin.seed), '1', String(acts)];
    const cuts = Math.min(CUTS_PER_RECORD, rounds - done);
    for await (const cut of cutsOf({ args, path, cuts, seed: twin.seed })) {
      const confirmed = lastConfirmed(cut.lines, 0);
      tally.count('acts confirmed before a cut', confirmed);
      lookAtActs({ ...cut, where: `seed ${twin.seed}, ${cut.where}`, tally, twin, confirmed });
      tally.round();
    }
    say(`${done + cuts} power cuts in acts`);
  }
  return tally.result();
}

async function cutBackups(base: string, { rounds, seed, say }: PartOptions): Promise<Tally> {
  const tally = createTally('power', 'backups, unsynced writes lost or torn');
  const backups = Math.min(MOST_BACKUPS, rounds * 2);
  const twin = await makeTwin(base, seed, backups);
  const path = copyOf(base, 'backups');
  const args = () => ['back-up', path, String(seed), '1', String(backups)];
  for await (const cut of cutsOf({ args, path, cuts: rounds, seed })) {
    const interrupted = { ...cut, where: `seed ${seed}, ${cut.where}`, tally, twin };
    lookAtBackups(interrupted);
    lookAtActs({ ...interrupted, confirmed: lastConfirmed(cut.lines, 0) });
    tally.round();
  }
  say(`${rounds} power cuts in backups`);
  return tally.result();
}

async function cutRestores(base: string, { rounds, seed, say }: PartOptions): Promise<Tally> {
  const tally = createTally('power', 'restores, unsynced writes lost or torn');
  const path = copyOf(base, 'restores');
  const digests = makeTwoBackups(path, seed);
  restoreStore({ from: backupOfTurn(path, 0), databasePath: path, nowMs: START_MS });
  const args = () => ['restore', path, '1', String(Math.min(MOST_TURNS, rounds * 2))];
  for await (const cut of cutsOf({ args, path, cuts: rounds, seed })) {
    const turn = lastConfirmed(cut.lines, 0) + 1;
    lookAtRestores({ ...cut, where: `seed ${seed}, ${cut.where}`, tally, digests, turn });
    tally.round();
  }
  say(`${rounds} power cuts in restores`);
  return tally.result();
}

/** The power goes: what was synced is there, and nobody knows what else. */
export const tortureByPowerCuts: Part = async (options) => {
  const { rounds, seed, folder } = options;
  const base = baseIn(folder);
  const share = (part: number) => ({ ...options, rounds: Math.max(1, Math.round(rounds * part)) });
  const tallies = [await cutJournals(base, { seed, cuts: share(0.3).rounds })];
  if (!hasStrace()) {
    const why = 'strace is not installed, which records what a program writes and syncs';
    return [...tallies, skipped('power', 'unsynced writes lost or torn', why)];
  }
  tallies.push(await cutActs(base, share(0.4)));
  tallies.push(await cutBackups(base, share(0.15)));
  tallies.push(await cutRestores(base, share(0.15)));
  return tallies;
};
