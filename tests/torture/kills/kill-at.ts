import type { Random } from '../../bench/support/random.ts';
import { READY } from '../children/say.ts';
import { delay, startChild } from '../support/child.ts';
import { lastLinesOf } from '../support/run-whole.ts';
import type { TallyCounter } from '../support/tally.ts';

type Kill = {
  readonly args: readonly string[];
  readonly random: Random;
  /** The kill comes within this time after the child is ready. */
  readonly withinMs: number;
  readonly tally: TallyCounter;
};

/** Starts the child, kills it at a random moment, and answers with all that it had said. */
export async function killAt({ args, random, withinMs, tally }: Kill): Promise<readonly string[]> {
  const child = startChild({ args });
  await child.says(READY);
  await delay(random() * withinMs);
  child.kill();
  const { lines, exitCode, errors } = await child.ended;
  // Everything that a child meets is what the kill before may leave, so it never falls by itself.
  if (exitCode !== null && exitCode !== 0) tally.broke(`${args.join(' ')}: it fell: ${lastLinesOf(errors)}`);
  return lines.filter((line) => line !== READY);
}
