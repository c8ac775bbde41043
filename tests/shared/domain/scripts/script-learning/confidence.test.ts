import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../../../shared/domain/scripts/script-learning/confidence.ts';

const cases = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));

describe('X5: the interval of a share', () => {
  it.each([
    // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('is that of the literature for %i of %i', (k, n, expected) => {
    const interval = wilsonInterval(k, n);
    const [low = 0, high = 0] = expected;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('lies within 0 and 1 and holds the share', () => {
    fc.assert(
      fc.property(cases, ({ k, n }) => {
        const { low, high } = wilsonInterval(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
      }),
    );
  });

  it('is the same seen from failure, and narrower with ten times the cases', () => {
    fc.assert(
      fc.property(cases, ({ k, n }) => {
        const { low, high } = wilsonInterval(k, n);
        const failures = wilsonInterval(n - k, n);
        expect(failures.low).toBeCloseTo(1 - high, 10);
        expect(failures.high).toBeCloseTo(1 - low, 10);
        const more = wilsonInterval(10 * k, 10 * n);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('says nothing where nothing happened', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
