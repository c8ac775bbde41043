import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { below, createRandom } from '../../bench/support/random.ts';
import { doAct, START_MS } from '../program/acts.ts';
import { openProgram } from '../program/open-program.ts';
import { digestOf } from '../support/digest.ts';
import { copyOf, faultOf } from '../support/stores.ts';
import { createTally, type TallyCounter } from '../support/tally.ts';
import { makeTwin, type Twin } from '../support/twin.ts';

/** More frames than cuts would be left out. */
const MOST_ACTS = 60;
const ACTS_PER_CUT = 3;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

type Journal = { readonly path: string; readonly store: Buffer; readonly log: Buffer };

/** A store whose acts are all in its log, as a program leaves it that was cut off. */
function actInto(path: string, { seed, acts }: Pick<Twin, 'seed' | 'acts'>): Journal {
  const program = openProgram(path, START_MS);
  program.core.db.pragma('wal_autocheckpoint = 0');
  for (let number = 1; number <= acts; number += 1) doAct(program, seed, number);
  const journal = { path, store: readFileSync(path), log: readFileSync(`${path}-wal`) };
  program.core.db.close();
  return journal;
}

type Cutting = { readonly twin: Twin; readonly tally: TallyCounter; readonly where: string };

/** After which act the store is; it may be any earlier one, and never half of one. */
function lookAtOne(path: string, { twin, tally, where }: Cutting): number {
  const fault = faultOf(path);
  if (fault !== null) tally.broke(`${where}: ${fault}`);
  const acts = twin.actsIn(digestOf(path));
  if (acts.length === 0) tally.broke(`${where}: the store is as after no act`);
  tally.round();
  return Math.max(-1, ...acts);
}

function leave({ path, store }: Pick<Journal, 'path' | 'store'>, log: Buffer | null): void {
  rmSync(`${path}-shm`, { force: true });
  writeFileSync(path, store);
  if (log === null) rmSync(`${path}-wal`, { force: true });
  else writeFileSync(`${path}-wal`, log);
}

/** The log cut off at the frames and within them, and the store without its log. */
export async function cutJournals(
  base: string,
  { seed, cuts }: { readonly seed: number; readonly cuts: number },
) {
  const random = createRandom(seed);
  const tally = createTally('power', 'logs cut off, at each frame and within frames');
  const twin = await makeTwin(base, seed, Math.min(MOST_ACTS, cuts * ACTS_PER_CUT));
  const journal = actInto(copyOf(base, 'journal'), twin);
  const { path, log } = journal;
  const frame = FRAME_HEADER + pageBytes(journal.store);
  const frames = Math.floor((log.length - WAL_HEADER) / frame);
  let latest = 0;
  for (let number = 0; number < cuts; number += 1) {
    const at = WAL_HEADER + Math.floor((number * frames) / cuts) * frame;
    const isWithin = number % 2 === 1;
    leave(journal, log.subarray(0, at + (isWithin ? below(random, frame) : 0)));
    const acts = lookAtOne(path, { twin, tally, where: `seed ${seed}, frame ${(at - WAL_HEADER) / frame}` });
    if (acts < latest) tally.broke(`seed ${seed}: a longer log holds less`);
    latest = acts;
  }
  leave(journal, log);
  lookAtOne(path, { twin, tally, where: `seed ${seed}, the whole log` });
  if (!twin.actsIn(digestOf(path)).includes(twin.acts)) tally.broke(`seed ${seed}: the whole log is not all`);
  leave(journal, null);
  lookAtOne(path, { twin, tally, where: `seed ${seed}, without its log` });
  tally.count('frames', frames);
  return tally.result();
}

const pageBytes = (store: Buffer): number => (store.readUInt16BE(16) === 1 ? 65_536 : store.readUInt16BE(16));
