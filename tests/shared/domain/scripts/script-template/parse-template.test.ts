import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePart, printPart } from '../../../../../shared/domain/scripts/script-template/parse-template.ts';
import { firstTemplateProblem } from '../../../../../shared/domain/scripts/script-template/template-problems.ts';
import {
  blankTags,
  fragmentCodesOf,
  pictureNamesOf,
  plainWords,
  readingsOf,
  variablesOf,
} from '../../../../../shared/domain/scripts/script-template/template-words.ts';

const sign = fc.constantFrom(
  ...Array.from('{}｛｝:：|｜ \n您好新客如果否则结束片段图片或非'),
  '{如果 新客}',
  '{否则}',
  '{结束}',
  '{片段:qm}',
  '{图片:尺码表.png}',
  '{尺码:S|M}',
);
const anyText = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));

describe('X3 what is wrong with a script', () => {
  it.each([
    ['{如果 新客}您好', '第 2 段：{如果 新客} 没有 {结束}'],
    ['您好{结束}', '第 2 段：{结束} 前面没有 {如果 …}'],
    ['您好{否则}', '第 2 段：{否则} 前面没有 {如果 …}'],
    ['{如果 新客}一{否则}二{否则}三{结束}', '第 2 段：{如果 新客} 有两个 {否则}'],
    ['{片段:}', '第 2 段：{片段:} 没有话术编码，应写作 {片段:编码}'],
    ['{图片}', '第 2 段：{图片} 没有图片名，应写作 {图片:名称}'],
    ['{尺码: | }', '第 2 段：{尺码: |} 没有选项，应写作 {尺码:选项一|选项二}'],
    ['您好{客户', '第 2 段：花括号不成对'],
    ['您好{ }', '第 2 段：花括号里没有变量名'],
  ])('is said with its place: %s', (part, problem) => {
    expect(firstTemplateProblem(['您好', part])).toBe(problem);
  });

  it('names the conditions that there are', () => {
    expect(firstTemplateProblem(['{如果 男客}先生{结束}'])).toMatch(
      /^第 1 段：\{如果 男客\} 的条件不认识，可用：新客、老客、VIP、白天、夜间、未付款、已付款、已发货/u,
    );
  });

  it('points at the tag', () => {
    const part = '您好{如果 新客}\n欢迎';
    const [problem] = parsePart(part).problems;
    expect(part.slice(problem?.start, problem?.end)).toBe('{如果 新客}');
  });

  it('finds nothing in what was written before there were conditions', () => {
    expect(
      firstTemplateProblem(['{客户}，您好，{{商品}}还在｛规格｝', '到 {约定时间} 前有效']),
    ).toBeUndefined();
  });
});

describe('X3 the words of a script', () => {
  const part = '您好{如果 新客}欢迎{否则}又见面了{结束}，{尺码:大号|最好的}{客户}{片段:qm}{图片:尺码表.png}';

  it('are those of all branches, without syntax', () => {
    expect(plainWords([part])).toBe('您好欢迎又见面了，尺码 大号 最好的客户尺码表.png');
    expect(variablesOf([part])).toEqual(['尺码', '客户']);
    expect(fragmentCodesOf([part])).toEqual(['qm']);
    expect(pictureNamesOf([part])).toEqual(['尺码表.png']);
  });

  it('keep their places when the tags are blanked out, and choices count as words', () => {
    const blanked = blankTags(part, '·');
    expect(blanked).toHaveLength(part.length);
    expect(blanked.replaceAll(/·+/gu, '·')).toBe('您好·欢迎·又见面了·，·大号·最好的·');
  });
});

describe('R13 the readings of a part', () => {
  const textsOf = (part: string) => readingsOf(part, '·').map(({ text }) => text);

  it('are what a customer reads at once: one branch, up to a picture', () => {
    expect(textsOf('您好{客户}')).toEqual(['您好····']);
    expect(textsOf('甲{如果 新客}乙{否则}丙{结束}丁')).toEqual(['甲乙丁', '甲丙丁']);
    expect(textsOf('看图{图片:a.png}如何')).toEqual(['看图', '如何']);
  });

  it('know where every sign stands', () => {
    fc.assert(
      fc.property(anyText, (part) => {
        for (const { text: read, places } of readingsOf(part, '·')) {
          expect(places).toHaveLength(read.length);
          const signs = places.map((place, index) => (read[index] === '·' ? '·' : part[place]));
          expect(signs.join('')).toBe(read);
        }
      }),
    );
  });
});

describe('X3 for any text', () => {
  it('what was read is printed as it was', () => {
    fc.assert(
      fc.property(anyText, (part) => {
        expect(printPart(parsePart(part).nodes)).toBe(part);
      }),
    );
  });

  it('every problem points into the part', () => {
    fc.assert(
      fc.property(anyText, (part) => {
        for (const { start, end } of parsePart(part).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(part.length);
        }
      }),
    );
  });
});
