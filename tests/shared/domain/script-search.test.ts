import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinyinReader } from '../../../electron/scripts/pinyin-reader.ts';
import { NO_SITUATION, type ScriptSituation } from '../../../shared/domain/rank-scripts.ts';
import type { Script } from '../../../shared/domain/script.ts';
import { createScriptIndex, type ScriptSearch } from '../../../shared/domain/script-search.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { aGroup, aScript, NO_FIT } from '../../electron/scripts/fake-script-library.ts';

const readPinyin = createPinyinReader();
const GROUP = aGroup({ name: '催付开场' });

const indexOf = (scripts: readonly Script[]) => createScriptIndex({ scripts, groups: [GROUP], readPinyin });

function codesOf(scripts: readonly Script[], search: Partial<ScriptSearch>): string[] {
  return indexOf(scripts)
    .search({ text: '', situation: NO_SITUATION, values: null, limit: 20, ...search })
    .map(({ script }) => script.code);
}

const CHASE_FIRST: ScriptSituation = { stages: ['chase-open'], step: 'first', reason: null, grade: 'new' };

describe('X3 find a script', () => {
  const scripts = [
    aScript({ code: 'cf1', title: '核对收货地址', parts: ['您拍的水杯', '地址对吗？'], groupId: GROUP.id }),
    aScript({ code: 'df1', title: '找人代付', parts: ['可以请家人付款'], keywords: '朋友 家人', sortKey: 2 }),
    aScript({ code: 'fp1', title: '重复下单', parts: ['需要开发票吗，ＡＢＣ'], sortKey: 3 }),
  ];

  it.each([
    ['核对', ['cf1']],
    ['水杯', ['cf1']],
    ['对吗', ['cf1']],
    ['朋友', ['df1']],
    ['开场', ['cf1']],
    ['df1', ['df1']],
    ['DF', ['df1']],
    ['abc', ['fp1']],
    ['ａｂｃ', ['fp1']],
    ['水杯 地址', ['cf1']],
    ['地址　水杯', ['cf1']],
    ['水杯 代付', []],
    ['没有这个', []],
  ])('by text: %s', (text, codes) => {
    expect(codesOf(scripts, { text })).toEqual(codes);
  });

  it.each([
    ['daifu', ['df1']],
    ['zrdf', ['df1']],
    ['zhaord', ['df1']],
    ['zrdaifu', ['df1']],
    ["dai'fu", ['df1']],
    ['dai’fu', ['df1']],
    ['py', ['df1']],
    ['cuifukc', ['cf1']],
    ['shuibei', ['cf1']],
    ['chongfu', ['fp1']],
    ['hedui shuibei', ['cf1']],
    ['uifu', []],
    ['aifu', []],
  ])('by pinyin, whole, initials or mixed: %s', (text, codes) => {
    expect(codesOf(scripts, { text })).toEqual(codes);
  });

  it('does not run pinyin from one field into the next', () => {
    // 代付 ends the title, 朋友 begins the keywords.
    expect(codesOf(scripts, { text: 'daifupengyou' })).toEqual([]);
  });

  it('leaves out archived scripts', () => {
    expect(codesOf([aScript({ archivedAtMs: 1 })], {})).toEqual([]);
  });

  it('answers no more than it was asked for', () => {
    expect(codesOf(scripts, { limit: 2 })).toEqual(['cf1', 'df1']);
  });

  it('names the group', () => {
    const [found] = indexOf(scripts).search({ text: 'cf1', situation: NO_SITUATION, values: null, limit: 1 });
    expect(found).toMatchObject({ groupName: '催付开场', fits: true });
  });
});

describe('X3 order of what is found', () => {
  const fitting = { ...NO_FIT, stages: ['chase-open' as const], steps: ['first'] };
  const misfit = { ...NO_FIT, stages: ['review' as const] };

  it('exact code, code prefix, fit, title, use, content', () => {
    const scripts = [
      aScript({ code: 'x9', title: '内容', parts: ['说到 dz'], fit: misfit, sortKey: 1 }),
      aScript({ code: 'x8', title: '用过', parts: ['说到 dz'], fit: misfit, useCount: 3, lastUsedAtMs: 1 }),
      aScript({ code: 'x7', title: '地址', fit: misfit }),
      aScript({ code: 'x6', title: '合适', parts: ['说到 dz'], fit: fitting }),
      aScript({ code: 'dz2', fit: misfit }),
      aScript({ code: 'dz', fit: misfit }),
    ];
    expect(codesOf(scripts, { text: 'dz', situation: CHASE_FIRST })).toEqual([
      'dz',
      'dz2',
      'x6',
      'x7',
      'x8',
      'x9',
    ]);
  });

  it('without text recommends what fits the task, and says where that ends', () => {
    const scripts = [
      aScript({ code: 'a1', fit: misfit, useCount: 100, lastUsedAtMs: 1 }),
      aScript({ code: 'a2', fit: fitting }),
      aScript({ code: 'a3', fit: { ...fitting, grades: ['new'] } }),
      aScript({ code: 'a4', fit: fitting, useCount: 1, lastUsedAtMs: 1 }),
    ];
    const found = indexOf(scripts).search({ text: ' ', situation: CHASE_FIRST, values: null, limit: 9 });
    expect(found.map(({ script, fits }) => [script.code, fits])).toEqual([
      ['a3', true],
      ['a4', true],
      ['a2', true],
      ['a1', false],
    ]);
  });

  it('prefers the script that needs no typing to one of the same fit, even to one for the grade', () => {
    const scripts = [
      aScript({ code: 'a1', fit: { ...fitting, grades: ['new'] }, parts: ['地址是{地址}'] }),
      aScript({ code: 'a2', fit: fitting, parts: ['{客户}，您拍的是{商品}'], sortKey: 2 }),
    ];
    const search = { situation: CHASE_FIRST, values: { 商品: '水杯' } };
    expect(codesOf(scripts, search)).toEqual(['a2', 'a1']);
    expect(codesOf(scripts, { ...search, values: { 商品: '水杯', 地址: '杭州' } })).toEqual(['a1', 'a2']);
  });

  it('P2: does not hold against a script what only the agent can say', () => {
    const scripts = [
      aScript({ code: 'a1', fit: fitting, parts: ['约在{约定时间}，优惠{优惠}'] }),
      aScript({ code: 'a2', fit: fitting, sortKey: 2 }),
    ];
    expect(codesOf(scripts, { situation: CHASE_FIRST, values: {} })).toEqual(['a1', 'a2']);
  });

  it('X5: lets the weight of use fade: one use today counts as two a month ago', () => {
    const usedMonthsAgo = (code: string, useCount: number, months: number) =>
      aScript({ code, useCount, lastUsedAtMs: 1_780_000_000_000 - months * 30 * DAY });
    const scripts = [
      usedMonthsAgo('a1', 12, 3),
      usedMonthsAgo('a2', 2, 0),
      usedMonthsAgo('a3', 3, 1),
      aScript({ code: 'a4' }),
    ];
    expect(codesOf(scripts, {})).toEqual(['a2', 'a1', 'a3', 'a4']);
  });

  it('keeps the order of the library among equals', () => {
    const scripts = [3, 1, 2].map((sortKey) => aScript({ code: `a${sortKey}`, sortKey }));
    expect(codesOf(scripts, {})).toEqual(['a1', 'a2', 'a3']);
  });
});

describe('X3 keep the index up to date', () => {
  const search = (index: ReturnType<typeof indexOf>, text: string) =>
    index.search({ text, situation: NO_SITUATION, values: null, limit: 9 }).map(({ script }) => script.title);

  it('takes in what is new, edited, archived and removed', () => {
    const index = indexOf([aScript({ code: 'a1', title: '代付' })]);
    index.put(aScript({ code: 'a2', title: '代付说明', sortKey: 2 }));
    expect(search(index, 'daifu')).toEqual(['代付', '代付说明']);
    index.put(aScript({ code: 'a1', title: '发票' }));
    expect([search(index, 'daifu'), search(index, 'fapiao')]).toEqual([['代付说明'], ['发票']]);
    index.put(aScript({ code: 'a2', title: '代付说明', archivedAtMs: 1 }));
    index.remove(aScript({ code: 'a1' }).id);
    expect(search(index, '')).toEqual([]);
  });

  it('reads pinyin ahead in slices, each text once', () => {
    const read: string[] = [];
    const index = createScriptIndex({
      scripts: ['a1', 'a2', 'a3'].map((code) => aScript({ code, title: code })),
      groups: [],
      readPinyin: (text) => {
        read.push(text);
        return text.split('');
      },
    });
    expect(read).toEqual([]);
    expect([index.warm(2), index.warm(2), index.warm(2)]).toEqual([true, false, false]);
    const textsRead = read.length;
    index.put(aScript({ code: 'a1', title: 'a1', useCount: 1, lastUsedAtMs: 1 }));
    expect(search(index, 'zz')).toEqual([]);
    expect(read.length).toBe(textsRead);
  });
});

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

  it('finds exactly the scripts that hold every word', () => {
    fc.assert(
      fc.property(library, fc.array(words, { maxLength: 3 }), (scripts, typed) => {
        const expected = scripts.filter(({ title }) => typed.every((word) => title.includes(word)));
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
