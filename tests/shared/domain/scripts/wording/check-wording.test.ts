import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variablesOf } from '../../../../../shared/domain/scripts/script-template/template-words.ts';
import { SCRIPT_VARIABLES } from '../../../../../shared/domain/scripts/script-variables.ts';
import {
  applyReplacement,
  checkWording,
  type WordingFinding,
} from '../../../../../shared/domain/scripts/wording/check-wording.ts';
import { WORDING_RULES } from '../../../../../shared/domain/scripts/wording/wording-rules.ts';

const VARIABLE = /[{｛]+[^{}｛｝\n]*[}｝]+/gu;

const variable = fc
  .constantFrom(...Object.keys(SCRIPT_VARIABLES), '亲', '最低价', '微信')
  .map((name) => `{${name}}`);
const piece = fc.oneof(
  fc.constantFrom(...WORDING_RULES.flatMap(({ hits, misses }) => hits.concat(misses))),
  variable,
  fc.constantFrom(
    '，',
    '。',
    '！',
    '~',
    ' ',
    '\n',
    '亲',
    '你',
    '呵',
    '嗯',
    '最',
    '送',
    '红包',
    '不',
    '{',
    '}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const message = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

describe('R13 conditional parts', () => {
  const found = (part: string) => checkWording(part).map((finding) => finding.found);
  const long = '客服为您核对了订单里的商品和规格。'.repeat(5);

  it('are checked in all their branches, choices too', () => {
    expect(found('{如果 新客}这款最好{否则}绝对正品{结束}，{档次:最低价|普通}')).toEqual([
      '最好',
      '绝对',
      '最低价',
    ]);
  });

  it('are as long as what one customer gets of them', () => {
    expect(checkWording(`{如果 新客}${long}{否则}${long}{结束}`).map(({ ruleId }) => ruleId)).toEqual([
      'many-sentences',
      'many-sentences',
    ]);
    expect(checkWording(`${long}${long}`).map(({ ruleId }) => ruleId)).toEqual(['too-long']);
    expect(checkWording('一句话。{图片:a.png}两句话。三句话。{图片:b.png}四句话。五句话。')).toEqual([]);
  });

  it('are never cut in two', () => {
    expect(checkWording(`{如果 新客}${long}${long}{结束}`)[0]?.canSplit).toBe(false);
    expect(checkWording(`{如果 新客}您好{结束}${long}${long}`)[0]?.canSplit).toBe(true);
  });
});

describe('R13 checkWording', () => {
  it('says where each finding stands, from left to right, each place once per rule', () => {
    fc.assert(
      fc.property(message, (text) => {
        const findings = checkWording(text);
        for (const { start, end, found } of findings) {
          expect(found).not.toBe('');
          expect(text.slice(start, end)).toBe(found);
        }
        expect(findings.map(({ start }) => start)).toEqual(
          findings.map(({ start }) => start).toSorted((one, other) => one - other),
        );
        for (const [index, one] of findings.entries()) {
          const same = findings.slice(index + 1).filter(({ ruleId }) => ruleId === one.ruleId);
          expect(same.filter((other) => overlap(one, other))).toEqual([]);
        }
      }),
    );
  });

  it('never finds anything in a variable, whatever its name', () => {
    fc.assert(
      fc.property(message, (text) => {
        const variables = [...text.matchAll(VARIABLE)].map(({ 0: raw, index }) => ({
          start: index,
          end: index + raw.length,
        }));
        const touched = checkWording(text).filter((finding) =>
          variables.some((one) => overlap(finding, one)),
        );
        expect(touched).toEqual([]);
      }),
    );
  });

  it('has nothing more to say about a place where its better word stands, and leaves variables whole', () => {
    const isAt = (changed: WordingFinding, { ruleId, start, end }: WordingFinding) =>
      ruleId === changed.ruleId &&
      overlap(
        { start, end },
        { start: changed.start, end: changed.start + (changed.replacement?.length ?? 0) },
      );
    fc.assert(
      fc.property(message, (text) => {
        for (const finding of checkWording(text)) {
          if (finding.replacement === undefined) continue;
          const better = applyReplacement(text, finding);
          expect(checkWording(better).filter((other) => isAt(finding, other))).toEqual([]);
          expect(variablesOf([better])).toEqual(variablesOf([text]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('answers the same question in the same way', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(checkWording(text)).toEqual(checkWording(text));
      }),
    );
  });

  it('leaves a text alone for which the rule has no better word', () => {
    const [finding] = checkWording('质量最好');
    expect(finding).toBeDefined();
    expect(finding && applyReplacement('质量最好', finding)).toBe('质量最好');
  });

  it('reads full-width letters and digits like the common ones', () => {
    expect(checkWording('加Ｖ，１３８１２３４５６７８').map(({ found }) => found)).toEqual([
      '加Ｖ',
      '１３８１２３４５６７８',
    ]);
  });

  it('says where a long text is best cut in two, never inside of a variable', () => {
    const text = `${'前'.repeat(60)}，{商品}已备好。${'后'.repeat(60)}。`;
    const [finding] = checkWording(text);
    expect(finding).toMatchObject({ ruleId: 'too-long', found: '已备好。' });
    expect(finding?.explanation).toBe('超过 120 字，可在“已备好。”之后拆开');
    expect(text.slice(finding?.end)).toBe(`${'后'.repeat(60)}。`);
  });

  it('tells a long text without any pause to become shorter', () => {
    expect(checkWording('长'.repeat(130))).toMatchObject([{ explanation: '超过 120 字，建议写短一些' }]);
  });
});
