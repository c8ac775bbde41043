import { createRandom } from '../bench/support/random.ts';
import { meetMutants } from './files/import-mutants.ts';
import type { Part } from './support/part.ts';
import { createTally } from './support/tally.ts';

/** So many files for one store; the next ones begin with an empty one. */
const TOGETHER = 200;

/** Exports of every platform, changed by people, damaged on their way, or made to do harm. */
export const tortureByFiles: Part = async ({ rounds, seed, folder, say, begin }) => {
  const tally = createTally(
    'files',
    'mutated exports of orders, items and refunds, a third of them committed',
  );
  for (let done = 0; done < rounds; done += TOGETHER) {
    const count = Math.min(TOGETHER, rounds - done);
    meetMutants({ folder, count, seed: seed + done, random: createRandom(seed + done), tally, begin });
    if ((done + count) % 1000 === 0) say(`${done + count} files`);
  }
  return [tally.result()];
};
