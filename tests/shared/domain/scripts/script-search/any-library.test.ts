import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SITUATION } from '../../../../../shared/domain/scripts/rank-scripts.ts';
import { aScript } from '../../../../support/records/a-script.ts';
import { codesOf, indexOf } from './search-codes.ts';

describe('X3 for any library', () => {
  const words = fc.constantFrom('催付', '地址', '代付', '发票', 'vip', '7天');
  const library = fc
    .array(fc.record({ title: fc.array(words, { minLength: 1, maxLength: 3 }), useCount: fc.nat(3) }), {
      maxLength: 30,
    })
    .map((all) =>
      all.map(({ title, useCount }, index) =>
        aScript({
          code: `c${index}`,
          title: title.join(''),
          useCount,
          lastUsedAtMs: useCount === 0 ? null : useCount,
          sortKey: index % 5,
        }),
      ),
    );

  it('the first few are the first of all, and the order of the words does not matter', () => {
    fc.assert(
      fc.property(
        library,
        fc.array(words, { maxLength: 2 }),
        fc.integer({ min: 1, max: 10 }),
        (scripts, typed, limit) => {
          const all = codesOf(scripts, { text: typed.join(' '), limit: 100 });
          expect(codesOf(scripts, { text: typed.join(' '), limit })).toEqual(all.slice(0, limit));
          expect(codesOf(scripts, { text: typed.toReversed().join('  '), limit: 100 })).toEqual(all);
        },
      ),
    );
  });

  it('finds exactly the scripts that hold every word, where there are any', () => {
    fc.assert(
      fc.property(library, fc.array(words, { maxLength: 3 }), (scripts, typed) => {
        const expected = scripts.filter(({ title }) => typed.every((word) => title.includes(word)));
        fc.pre(expected.length > 0);
        expect(codesOf(scripts, { text: typed.join(' '), limit: 100 }).toSorted()).toEqual(
          expected.map(({ code }) => code).toSorted(),
        );
      }),
    );
  });

  it('finds the same whatever was typed before, letter by letter or anew', () => {
    const keys = fc.array(
      fc.constantFrom('d', 'a', 'i', 'f', 'u', '7', 't', ' ', "'", '代', '付', 'c', '1', 'v'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(library, fc.array(keys, { maxLength: 3 }), (scripts, searches) => {
        const index = indexOf(scripts);
        const texts = searches.flatMap((typed) =>
          typed.map((_key, last) => typed.slice(0, last + 1).join('')),
        );
        for (const text of texts) {
          const found = index.search({ text, situation: NO_SITUATION, values: null, limit: 100 });
          expect(found.map(({ script }) => script.code)).toEqual(codesOf(scripts, { text, limit: 100 }));
        }
      }),
    );
  });

  it('any mixture of syllables and their beginnings finds the title', () => {
    const syllables = ['cui', 'fu', 'kai', 'chang', 'bai'];
    const taken = fc.tuple(...syllables.map((each) => fc.integer({ min: 1, max: each.length })));
    fc.assert(
      fc.property(taken, (lengths) => {
        const text = syllables.map((each, index) => each.slice(0, lengths[index])).join('');
        expect(codesOf([aScript({ code: '1', title: '催付开场白' })], { text })).toEqual(['1']);
      }),
    );
  });
});
