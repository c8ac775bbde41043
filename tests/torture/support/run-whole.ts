import { READY } from '../children/say.ts';
import { startChild } from './child.ts';

/** The end of all that a process has said of its own error. */
export const lastLinesOf = (errors: string): string => errors.trim().split('\n').slice(-12).join('\n');

/** The process ended with an error of its own. */
export class ChildFellError extends Error {
  constructor(errors: string) {
    super(lastLinesOf(errors));
    this.name = 'ChildFellError';
  }
}

type Whole = { readonly lines: readonly string[]; readonly tookMs: number };

/** An errand from its beginning to its end; how long it took from `ready` on. */
export async function runWhole(args: readonly string[], under: readonly string[] = []): Promise<Whole> {
  const child = startChild({ args, under });
  await child.hasSaid(1);
  const readyAt = performance.now();
  const { lines, exitCode, errors } = await child.ended;
  if (exitCode !== 0) throw new ChildFellError(errors);
  return { lines: lines.filter((line) => line !== READY), tookMs: performance.now() - readyAt };
}
