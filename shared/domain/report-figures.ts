/** Of fewer cases no percentage is said: it would say nothing. */
export const FEWEST_FOR_RATE = 10;

export const rateOf = (part: number, base: number, cases: number = base): number | null =>
  cases < FEWEST_FOR_RATE || base === 0 ? null : part / base;

/** Of fewer cases a middle says nothing either. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < FEWEST_FOR_RATE) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
