import { below, type Random } from '../../bench/support/random.ts';
import { READY } from '../children/say.ts';
import { delay, startChild } from '../support/child.ts';
import { lastLinesOf } from '../support/run-whole.ts';
import type { TallyCounter } from '../support/tally.ts';

type Kill = {
  readonly args: readonly string[];
  readonly random: Random;
  /** The kill comes behind any of so many lines; the child says them one after the other. */
  readonly lines: number;
  /** A line takes about this time; on a machine that is busy it takes longer, and that is measured. */
  readonly lineMs: number;
  readonly tally: TallyCounter;
};

/** Starts the child, kills it at a random moment, and answers with all that it had said. */
export async function killAt({ args, random, tally, ...moment }: Kill): Promise<readonly string[]> {
  const child = startChild({ args });
  // The first line says that it is ready.
  await child.hasSaid(1);
  const readyAt = performance.now();
  const behind = below(random, moment.lines + 1);
  await child.hasSaid(1 + behind);
  const lineMs = behind === 0 ? moment.lineMs : (performance.now() - readyAt) / behind;
  await delay(random() * lineMs);
  child.kill();
  const { lines, exitCode, errors } = await child.ended;
  // Everything that a child meets is what the kill before may leave, so it never falls by itself.
  if (exitCode !== null && exitCode !== 0) tally.broke(`${args.join(' ')}: it fell: ${lastLinesOf(errors)}`);
  return lines.filter((line) => line !== READY);
}
