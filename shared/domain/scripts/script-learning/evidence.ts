import { type Interval, wilsonInterval } from './confidence.ts';
import { FEWEST_SETTLED } from './figures.ts';

/** The settled uses of one script in one situation. */
export type SituatedEvidence = {
  readonly step: string | null;
  readonly reason: string | null;
  readonly successes: number;
  readonly settled: number;
};

export type Evidence = Interval & { readonly settled: number };

const NONE: Evidence = { low: 0, high: 1, settled: 0 };

function sum(rows: readonly SituatedEvidence[]): Evidence {
  const settled = rows.reduce((total, row) => total + row.settled, 0);
  const successes = rows.reduce((total, row) => total + row.successes, 0);
  return settled === 0 ? NONE : { ...wilsonInterval(successes, settled), settled };
}

/** The evidence for a script in a situation: by step and reason if that is enough, else by step, else in general. */
export function evidenceIn(
  rows: readonly SituatedEvidence[],
  { step, reason }: { readonly step: string | null; readonly reason: string | null },
): Evidence {
  const ofStep = rows.filter((row) => row.step === step);
  const nearest = sum(ofStep.filter((row) => row.reason === reason));
  if (nearest.settled >= FEWEST_SETTLED) return nearest;
  const atStep = sum(ofStep);
  return atStep.settled >= FEWEST_SETTLED ? atStep : sum(rows);
}
