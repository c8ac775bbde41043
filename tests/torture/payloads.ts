import { join } from 'node:path';
import { createRandom } from '../bench/support/random.ts';
import { sit } from './payloads/session.ts';
import type { Part } from './support/part.ts';
import { createTally } from './support/tally.ts';

/** A program that was filled with rubbish for longer would only make each call slower. */
const CALLS = 1500;

/** Every channel, with what its schema allows and with what it does not; a third is mutated. */
export const tortureByPayloads: Part = async ({ rounds, seed, folder, say, begin }) => {
  const tally = createTally('payloads', 'calls of all channels, a third of them mutated');
  for (let done = 0; done < rounds; done += CALLS) {
    const sitting = seed + done;
    const calls = Math.min(CALLS, rounds - done);
    await sit({
      folder: join(folder, String(sitting)),
      calls,
      seed: sitting,
      random: createRandom(sitting),
      tally,
      begin,
    });
    say(`${done + calls} payloads`);
  }
  return [tally.result()];
};
