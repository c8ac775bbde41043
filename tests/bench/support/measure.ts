import { performance } from 'node:perf_hooks';

export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number };

export type Pair = { readonly subject: Spread; readonly reference: Spread };

/** Nearest rank: always a value that was measured. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) };
}

export function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export async function timeMsAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

type Work = {
  readonly rounds: number;
  readonly subject: (round: number) => unknown;
  readonly reference: (round: number) => unknown;
};

/** Subject and reference by turns, so that whatever else the machine does falls on both. */
export function measurePair({ rounds, subject, reference }: Work): Pair {
  const subjectMs: number[] = [];
  const referenceMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // The second of the two finds warm pages, so they take turns.
    if (round % 2 === 0) subjectMs.push(timeMs(() => subject(round)));
    referenceMs.push(timeMs(() => reference(round)));
    if (round % 2 === 1) subjectMs.push(timeMs(() => subject(round)));
  }
  return { subject: spreadOf(subjectMs), reference: spreadOf(referenceMs) };
}
