import type { TallyCounter } from '../support/tally.ts';

/** An errand that was cut off: its store, the lines that it had said, and its name for a broken promise. */
export type Interrupted = {
  readonly path: string;
  readonly lines: readonly string[];
  readonly where: string;
  readonly tally: TallyCounter;
};

/** The last number that was confirmed; `before` where nothing was. */
export function lastConfirmed(lines: readonly string[], before: number): number {
  const last = lines.at(-1);
  return last === undefined ? before : Number(last.split(' ')[0]);
}
