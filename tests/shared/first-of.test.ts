import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf } from '../../shared/first-of.ts';

type Thing = { readonly rank: number; readonly name: number };
const byRank = (a: Thing, b: Thing) => a.rank - b.rank;

describe('X1: the first page of a long queue', () => {
  it('is what sorting all of it would show, equal ones in the order in which they came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }),
        fc.nat(220),
        (ranks, count) => {
          const things = ranks.map((rank, name): Thing => ({ rank, name }));
          expect(firstOf(things, byRank, count)).toEqual(things.toSorted(byRank).slice(0, count));
        },
      ),
    );
  });

  it('leaves what it is given as it was', () => {
    const given = Object.freeze([3, 1, 2, 5, 4, 9, 8, 7]);
    expect(firstOf(given, (a, b) => a - b, 1)).toEqual([1]);
  });
});
