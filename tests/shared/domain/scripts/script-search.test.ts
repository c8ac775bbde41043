import { describe, expect, it } from 'vitest';
import { CUSTOMER_WORDS } from '../../../../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../../../../electron/scripts/library/searching/pinyin-reader.ts';
import { AgentId, ScriptId, ShopId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION, type ScriptSituation } from '../../../../shared/domain/scripts/rank-scripts.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import { createScriptIndex, type ScriptSearch } from '../../../../shared/domain/scripts/script-search.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { aGroup } from '../../../electron/scripts/fake-script-library.ts';
import { aScript, NO_FIT } from '../../../support/records/a-script.ts';

const pinyin = createPinyinReader();
const GROUP = aGroup({ name: '催付开场' });

const indexOf = (scripts: readonly Script[]) =>
  createScriptIndex({ scripts, groups: [GROUP], pinyin, customerWords: CUSTOMER_WORDS });

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
    ['没有虚构', []],
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
    ['ou', []],
    ['xyz', []],
  ])('by pinyin, whole, initials or mixed: %s', (text, codes) => {
    expect(codesOf(scripts, { text })).toEqual(codes);
  });

  it('does not run a syllable from one field into the next', () => {
    // 代付 ends the title, 朋友 begins the keywords.
    expect(codesOf(scripts, { text: 'up' })).toEqual([]);
  });

  it.each([
    ['催fu', ['cf1']],
    ['重复xia', ['fp1']],
    ['核ds', ['cf1']],
    ['d付', ['df1']],
  ])('by characters and pinyin mixed: %s', (text, codes) => {
    expect(codesOf(scripts, { text })).toEqual(codes);
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

  it('exact code, code prefix, title, fit, use, content', () => {
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
      'x7',
      'x6',
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

  it('puts titles before keywords, whole phrases before their beginnings, whole keywords before parts of them', () => {
    const scripts = [
      aScript({ code: 'a1', title: '修改收货地址', sortKey: 1 }),
      aScript({ code: 'a2', title: '地址', sortKey: 2 }),
      aScript({ code: 'a3', title: '地址写错', sortKey: 3 }),
      aScript({ code: 'a4', title: '搬家', keywords: '新地址', sortKey: 4 }),
      aScript({ code: 'a5', title: '转寄', keywords: '地址 快递', sortKey: 5 }),
      aScript({ code: 'a6', title: '未发货：地址', sortKey: 6 }),
    ];
    expect(codesOf(scripts, { text: '地址' })).toEqual(['a2', 'a6', 'a3', 'a1', 'a5', 'a4']);
    expect(codesOf(scripts, { text: 'dizhi' })).toEqual(['a2', 'a6', 'a3', 'a1', 'a5', 'a4']);
  });

  it("puts the agent's own script before the shop's and that before everybody's, favourites a little up", () => {
    const shop = { kind: 'shop', shopId: ShopId.parse('s') } as const;
    const personal = { kind: 'personal', agentId: AgentId.parse('a') } as const;
    const scripts = [
      aScript({ code: 'a1', sortKey: 1 }),
      aScript({ code: 'a2', sortKey: 2 }),
      aScript({ code: 'a3', sortKey: 3, scope: shop }),
      aScript({ code: 'a4', sortKey: 4, scope: personal }),
    ];
    expect(codesOf(scripts, {})).toEqual(['a4', 'a3', 'a1', 'a2']);
    expect(codesOf(scripts, { text: '问好' })).toEqual(['a4', 'a3', 'a1', 'a2']);
    const favourites = new Set([ScriptId.parse('script-a2')]);
    expect(codesOf(scripts, { favourites })).toEqual(['a2', 'a4', 'a3', 'a1']);
    expect(codesOf(scripts, { isVisible: ({ kind }) => kind !== 'personal' })).toEqual(['a3', 'a1', 'a2']);
  });

  it('finds tags as it finds keywords', () => {
    expect(
      codesOf([aScript({ code: 'a1', tags: ['双十一'] }), aScript({ code: 'a2' })], { text: 'ssy' }),
    ).toEqual(['a1']);
  });

  it('X5: adds what experience says to the fit, but makes nothing fit that does not', () => {
    const scripts = ['a1', 'a2', 'a3'].map((code) =>
      aScript({ code, fit: code === 'a3' ? misfit : fitting }),
    );
    const boosts = new Map(['a2', 'a3'].map((code) => [ScriptId.parse(`script-${code}`), 15]));
    expect(codesOf(scripts, { situation: CHASE_FIRST, boosts })).toEqual(['a2', 'a1', 'a3']);
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
    index.put(aScript({ code: 'zz', title: '发票', id: aScript({ code: 'a1' }).id }));
    expect([search(index, 'a1'), search(index, 'zz')]).toEqual([[], ['发票']]);
    index.put(aScript({ code: 'a2', title: '代付说明', archivedAtMs: 1 }));
    index.remove(aScript({ code: 'a1' }).id);
    expect(search(index, '')).toEqual([]);
  });

  it('reads pinyin ahead in slices, each text once', () => {
    const read: string[] = [];
    const index = createScriptIndex({
      scripts: ['a1', 'a2', 'a3'].map((code) => aScript({ code, title: code })),
      groups: [],
      customerWords: CUSTOMER_WORDS,
      pinyin: {
        inContext(text) {
          read.push(text);
          return text.split('');
        },
        ofCharacter: (character) => [character],
      },
    });
    expect(read).toEqual([]);
    index.warm(2);
    const ofTwo = read.length;
    index.warm(2);
    const ofAll = read.length;
    expect([ofTwo > 0, ofAll > ofTwo]).toEqual([true, true]);
    while (index.warm(2));
    const textsRead = read.length;
    index.put(aScript({ code: 'a1', title: 'a1', useCount: 1, lastUsedAtMs: 1 }));
    expect(search(index, 'zz')).toEqual([]);
    expect(read.length).toBe(textsRead);
  });
});
