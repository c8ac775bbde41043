import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTroubled, storeState } from '../../electron/store/state/store-state.ts';
import { verifyFile } from '../../electron/store/state/verify-file.ts';
import { describeError } from '../../shared/describe-error.ts';
import { below, createRandom } from '../bench/support/random.ts';
import { doAct, START_MS } from './program/acts.ts';
import { openProgram } from './program/open-program.ts';
import { digestOf } from './support/digest.ts';
import type { Part } from './support/part.ts';
import { baseIn, copyOf } from './support/stores.ts';
import { createTally } from './support/tally.ts';

const ACTS = 150;

type Seen = 'harmless' | 'seen at the start' | 'found by verify' | 'unseen';

/** How a damage shows: where the program looks before it opens a store, where `verify` reads it all, or nowhere. */
function lookAt(path: string, digest: string): Seen {
  if (isTroubled(storeState(path))) return 'seen at the start';
  if (verifyFile(path, { nowMs: START_MS, busyTimeoutMs: 0 })?.ok !== true) return 'found by verify';
  return isAsBefore(path, digest) ? 'harmless' : 'unseen';
}

function isAsBefore(path: string, digest: string): boolean {
  try {
    return digestOf(path) === digest;
  } catch {
    // A row cannot be read, although `verify` has found nothing.
    return false;
  }
}

function aUsedStore(folder: string, seed: number): string {
  const path = copyOf(baseIn(folder), 'used');
  const program = openProgram(path, START_MS);
  for (let number = 1; number <= ACTS; number += 1) doAct(program, seed, number);
  program.core.db.close();
  return path;
}

/** One bit of the file at a time; nothing may fall, and what is not seen is counted. */
export const tortureByFlippedBits: Part = async ({ rounds, seed, folder, say, begin }) => {
  const tally = createTally('bits', 'one flipped bit anywhere in a store');
  const used = aUsedStore(folder, seed);
  const bytes = readFileSync(used);
  const digest = digestOf(used);
  const random = createRandom(seed);
  const path = join(dirname(used), 'flipped.db');
  for (let round = 0; round < rounds; round += 1) {
    const [at, bit] = [below(random, bytes.length), below(random, 8)];
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
    writeFileSync(path, flipped);
    begin(`byte ${at}, bit ${bit}`);
    try {
      tally.count(lookAt(path, digest));
    } catch (error) {
      tally.broke(`seed ${seed}, byte ${at}, bit ${bit}: ${describeError(error)}`);
    }
    for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
    tally.round();
    if (round % 500 === 499) say(`${round + 1} bits`);
  }
  return [tally.result()];
};
