import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCopied } from '../../../../../shared/domain/scripts/wording/check-copied.ts';
import {
  applyReplacement,
  checkWording,
} from '../../../../../shared/domain/scripts/wording/check-wording.ts';
import { limitRule } from '../../../../../shared/domain/scripts/wording/length-rules.ts';
import { ownRuleId, rulesFor } from '../../../../../shared/domain/scripts/wording/shop-rules.ts';
import { BLANK } from '../../../../../shared/domain/scripts/wording/wording-rule.ts';
import {
  DEFAULT_WORDING_SETTINGS,
  OwnWord,
  type WordingSettings,
} from '../../../../../shared/domain/scripts/wording/wording-settings.ts';

const settings = (changes: Partial<WordingSettings>): WordingSettings => ({
  ...DEFAULT_WORDING_SETTINGS,
  ...changes,
});
const idsIn = (text: string, changes: Partial<WordingSettings>) =>
  checkWording(text, settings(changes)).map(({ ruleId }) => ruleId);

describe('R13: a shop’s own norms', () => {
  it('objects to 亲 unless the shop speaks so', () => {
    expect(idsIn('亲，在的', {})).toEqual(['pet-name']);
    expect(idsIn('亲，在的', { address: 'qin' })).toEqual([]);
  });

  it('knows no limit of any platform, and keeps to the one that the shop has set', () => {
    expect(idsIn('短'.repeat(110), {})).toEqual([]);
    const long = `${'前'.repeat(60)}。${'后'.repeat(60)}。`;
    expect(checkWording(long, settings({ maxMessageChars: 100 }))).toContainEqual(
      expect.objectContaining({
        ruleId: 'over-limit',
        severity: 'warning',
        explanation: '超过平台的 100 字，可在“前前前前前。”之后拆开',
        canSplit: true,
      }),
    );
    const { hits, misses } = limitRule(100);
    expect(hits.map((text) => idsIn(text, { maxMessageChars: 100 }).includes('over-limit'))).toEqual([true]);
    expect(misses.map((text) => idsIn(text, { maxMessageChars: 100 }).includes('over-limit'))).toEqual([
      false,
    ]);
  });

  it('leaves out what the shop has switched off, and nothing else', () => {
    expect(idsIn('呵呵，全网最低价', { rulesOff: ['cold-laugh'] })).toEqual(['absolute']);
    expect(idsIn('呵呵', { rulesOff: ['a rule of a later build'] })).toEqual(['cold-laugh']);
  });

  it('looks for the shop’s own words, with the reason and the better word', () => {
    const own = { word: '货到付款', reason: '本店不支持货到付款', replacement: '在线付款' };
    const [finding] = checkWording('可以货到付款吗', settings({ ownRules: [own] }));
    expect(finding).toMatchObject({ name: '本店禁用词', explanation: own.reason, found: '货到付款' });
    expect(finding && applyReplacement('可以货到付款吗', finding)).toBe('可以在线付款吗');
    expect(idsIn('支持7天退货', { ownRules: [{ ...own, word: '支持*退货' }] })).toEqual(['own:支持*退货']);
    expect(idsIn('支持一下。退货另说', { ownRules: [{ ...own, word: '支持*退货' }] })).toEqual([]);
  });

  it('reads a word as it is written, whatever signs it has', () => {
    const ownRules = [{ word: 'a.c(', reason: '测试', replacement: null }];
    expect(idsIn('说 a.c( 吧', { ownRules })).toEqual(['own:a.c(']);
    expect(idsIn('说 abc( 吧', { ownRules })).toEqual([]);
    const wide = [{ word: 'ＶＩＰ群', reason: '测试', replacement: null }];
    expect(idsIn('vip群', { ownRules: wide })).toEqual(['own:ＶＩＰ群']);
  });

  it('takes no word that could be anything', () => {
    const isValid = (word: string) => OwnWord.safeParse(word).success;
    expect(['包邮', '第*名', 'a*b*c'].map(isValid)).toEqual([true, true, true]);
    expect(['', ' ', '*', '*包邮', '包邮*', 'a**b', 'a*b*c*d', '长'.repeat(31)].map(isValid)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
  });

  it('repeats nothing without a bound, so that no text takes long whatever the shop has written', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', '包', '邮', '*', '.', '(', '+', '\\'), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join(''))
      .filter((text) => OwnWord.safeParse(text).success);
    fc.assert(
      fc.property(word, (own) => {
        const ownRules = [{ word: own, reason: '测试', replacement: null }];
        const rule = rulesFor(settings({ ownRules })).find(({ id }) => id === ownRuleId({ word: own }));
        const patterns = rule?.match.kind === 'pattern' ? rule.match.patterns : [];
        const sources = patterns.map(({ pattern }) => pattern.source);
        expect(sources).toHaveLength(1);
        for (const source of sources) {
          const [first = '', ...others] = source.split(/\[\^[^\]]*\]\{0,10\}\?/u);
          expect(others.length).toBeLessThanOrEqual(2);
          const literal = [first, ...others].join('').replaceAll(/\\./gu, '');
          expect(literal).not.toMatch(/[*+?{]/);
        }
      }),
    );
  });
});

describe('R13: what is really copied', () => {
  const block = settings({ onCopy: 'block' });
  /** `【…】` is what comes from the order. */
  function copied(marked: string) {
    const text = marked.replace(/[【】]/gu, '');
    const words = marked.replace(/【([^】]*)】/gu, (_all, value: string) => BLANK.repeat(value.length));
    return checkCopied({ text, words }, block);
  }

  it('is blocked for the script’s own words and for what the agent typed', () => {
    expect(copied('质量最好').isBlocked).toBe(true);
  });

  it('is not blocked for a word of the product’s title, and says whose it is', () => {
    const { findings, isBlocked } = copied('您拍的【全网最低价T恤】已备好');
    expect(isBlocked).toBe(false);
    expect(findings).toMatchObject([{ found: '全网最低价', isFromOrder: true }]);
  });

  it('is blocked when both say it', () => {
    const { findings, isBlocked } = copied('【顶级面料】是最好的');
    expect(isBlocked).toBe(true);
    expect(findings.map(({ found, isFromOrder }) => [found, isFromOrder])).toEqual([
      ['顶级', true],
      ['最好', false],
    ]);
  });

  it('is not blocked for advice, nor where the shop only warns', () => {
    expect(copied('你好').isBlocked).toBe(false);
    const words = { text: '质量最好', words: '质量最好' };
    expect(checkCopied(words, DEFAULT_WORDING_SETTINGS)).toMatchObject({
      isBlocked: false,
      findings: [{ found: '最好' }],
    });
  });

  it('is too long for the platform also when the order makes it so', () => {
    const limited = settings({ onCopy: 'block', maxMessageChars: 20 });
    const text = `您拍的${'长'.repeat(30)}。已备好`;
    const words = `您拍的${BLANK.repeat(30)}。已备好`;
    expect(checkCopied({ text, words }, limited).isBlocked).toBe(true);
  });
});
