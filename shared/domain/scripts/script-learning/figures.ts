import { z } from 'zod';
import type { UseOutcome } from '../script-use.ts';
import { type Interval, wilsonInterval } from './confidence.ts';

/** X5: a share of fewer cases than these is chance, and is not shown. */
export const FEWEST_SETTLED = 10;

/** How often each outcome was counted. */
export const Tally = z.object({
  recovered: z.int(),
  retained: z.int(),
  overtaken: z.int(),
  lost: z.int(),
  pending: z.int(),
});
export type Tally = z.infer<typeof Tally>;

export const NO_USES: Tally = { recovered: 0, retained: 0, overtaken: 0, lost: 0, pending: 0 };

export const successesOf = ({ recovered, retained }: Tally): number => recovered + retained;
export const settledOf = ({ recovered, retained, overtaken, lost }: Tally): number =>
  recovered + retained + overtaken + lost;

export type SuccessRate =
  | { readonly kind: 'too-few'; readonly settled: number }
  | ({ readonly kind: 'known'; readonly settled: number; readonly rate: number } & Interval);

/** The share of settled uses that were followed by the payment. What is still open is no failure. */
export function successRateOf(tally: Tally): SuccessRate {
  const settled = settledOf(tally);
  if (settled < FEWEST_SETTLED) return { kind: 'too-few', settled };
  const successes = successesOf(tally);
  return { kind: 'known', settled, rate: successes / settled, ...wilsonInterval(successes, settled) };
}

export const FIGURE_GROUPS = ['step', 'reason', 'grade', 'hour', 'shop'] as const;
export const FigureGroup = z.enum(FIGURE_GROUPS);
export type FigureGroup = z.infer<typeof FigureGroup>;

/** Uses that have everything in common, the outcome included. */
export type CountedUses = { readonly [G in FigureGroup]: string | null } & {
  readonly outcome: Exclude<UseOutcome, 'uncounted'>;
  readonly count: number;
};

/** `key` is `null` where it was not known. */
export const FigureRow = z.object({ key: z.string().nullable(), tally: Tally });
export type FigureRow = z.infer<typeof FigureRow>;

export const ScriptFigures = z.object({
  total: Tally,
  by: z.record(FigureGroup, z.array(FigureRow)),
});
export type ScriptFigures = z.infer<typeof ScriptFigures>;

function tallyOf(uses: readonly CountedUses[]): Tally {
  const tally = { ...NO_USES };
  for (const { outcome, count } of uses) tally[outcome] += count;
  return tally;
}

/** The same uses, seen by each of their sides. */
export function scriptFiguresOf(uses: readonly CountedUses[]): ScriptFigures {
  const rowsBy = (group: FigureGroup): FigureRow[] =>
    [...Map.groupBy(uses, (use) => use[group])].map(([key, members]) => ({ key, tally: tallyOf(members) }));
  const by = Object.fromEntries(FIGURE_GROUPS.map((group) => [group, rowsBy(group)]));
  // Every group is there, because the entries are made from the groups.
  return { total: tallyOf(uses), by: by as ScriptFigures['by'] };
}
