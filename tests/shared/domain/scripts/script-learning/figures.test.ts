import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CountedUses,
  FIGURE_GROUPS,
  NO_USES,
  scriptFiguresOf,
  settledOf,
  successRateOf,
} from '../../../../../shared/domain/scripts/script-learning/figures.ts';

const key = fc.option(fc.constantFrom('a', 'b', 'c'));
const uses: fc.Arbitrary<CountedUses[]> = fc.array(
  fc.record({
    step: key,
    reason: key,
    grade: key,
    hour: key,
    shop: key,
    outcome: fc.constantFrom('pending', 'recovered', 'retained', 'overtaken', 'lost'),
    count: fc.integer({ min: 1, max: 50 }),
  }),
);

describe('X5: the figures of a script', () => {
  it('are the same uses from every side', () => {
    fc.assert(
      fc.property(uses, (all) => {
        const { total, by } = scriptFiguresOf(all);
        expect(settledOf(total) + total.pending).toBe(all.reduce((sum, { count }) => sum + count, 0));
        for (const group of FIGURE_GROUPS) {
          const sum = by[group].reduce((settled, { tally }) => settled + settledOf(tally), 0);
          expect(sum).toBe(settledOf(total));
        }
      }),
    );
  });

  it('give no share of fewer than ten, however many are still open', () => {
    expect(successRateOf({ ...NO_USES, recovered: 3, pending: 90 })).toEqual({ kind: 'too-few', settled: 3 });
    expect(successRateOf({ ...NO_USES, recovered: 4, retained: 2, lost: 4, pending: 90 })).toMatchObject({
      kind: 'known',
      settled: 10,
      rate: 0.6,
    });
  });

  it('count what was overtaken and lost against a script, and nothing that is open', () => {
    const rate = successRateOf({ recovered: 10, retained: 0, overtaken: 5, lost: 5, pending: 20 });
    expect(rate).toMatchObject({ rate: 0.5, settled: 20 });
  });
});
