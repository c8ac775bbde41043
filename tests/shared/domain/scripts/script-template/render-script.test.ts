import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScriptPictureId } from '../../../../../shared/domain/ids.ts';
import {
  type RenderContext,
  renderScript,
} from '../../../../../shared/domain/scripts/script-template/render-script.ts';
import { fieldsOf } from '../../../../../shared/domain/scripts/script-template/script-message.ts';
import {
  requiredVariablesOf,
  variablesOf,
} from '../../../../../shared/domain/scripts/script-template/template-words.ts';
import { NOTHING_KNOWN } from '../../../../support/records/nothing-known.ts';

const LI = { 客户: '小李', 商品: '水杯' };
const FRAGMENTS: Readonly<Record<string, readonly string[]>> = {
  qm: ['{店铺}客服为您服务'],
  two: ['前半', '后半'],
  loop: ['再来{片段:LOOP}'],
  a: ['{片段:b}'],
  b: ['{片段:A}'],
  many: ['{片段:ten}'.repeat(50)],
  ten: ['{片段:qm}'.repeat(50)],
};

const context = (overrides: Partial<RenderContext> = {}): RenderContext => ({
  values: LI,
  answers: {},
  circumstances: NOTHING_KNOWN,
  fragment: (code) => FRAGMENTS[code.toLowerCase()],
  picture: (name) => (name === '尺码表.png' ? ('picture-1' as ScriptPictureId) : null),
  remembered: () => [],
  ...overrides,
});
const rendered = (parts: string | readonly string[], overrides: Partial<RenderContext> = {}) =>
  renderScript(typeof parts === 'string' ? [parts] : parts, context(overrides));
const textsOf = (parts: string | readonly string[], overrides: Partial<RenderContext> = {}) =>
  rendered(parts, overrides).messages.map((message) =>
    message.kind === 'text' ? message.text : `图：${message.name}`,
  );
const missingIn = (parts: string, overrides: Partial<RenderContext> = {}) =>
  fieldsOf(rendered(parts, overrides).messages).map(({ name }) => name);

describe('X3 fill in a script', () => {
  it('puts the values in', () => {
    expect(rendered('{客户}，您好，{商品}还在吗？{商品}')).toEqual({
      messages: [
        { kind: 'text', text: '小李，您好，水杯还在吗？水杯', words: expect.any(String), missing: [] },
      ],
      problems: [],
    });
  });

  it('takes full-width, doubled and padded braces for the same', () => {
    const texts = ['｛商品｝', '{{商品}}', '{ 商品 }', '{商品｝'].flatMap((part) => textsOf(part));
    expect(texts).toEqual(['水杯', '水杯', '水杯', '水杯']);
  });

  it('names what is missing, once each and in order, and shows the gap in the preview', () => {
    const part = '应付 {金额} 元，{商品}，约在{约定时间}，{金额}';
    expect(textsOf(part)).toEqual(['应付 【金额】 元，水杯，约在【约定时间】，【金额】']);
    expect(missingIn(part)).toEqual(['金额', '约定时间']);
  });

  it('counts an unknown name as missing until the agent has answered it', () => {
    expect(missingIn('颜色是{颜色}')).toEqual(['颜色']);
    expect(textsOf('颜色是{颜色}', { values: { 颜色: '白' } })).toEqual(['颜色是白']);
  });

  it.each(['{constructor}', '{toString}', '{__proto__}'])('does not take %s from the language', (part) => {
    expect(missingIn(part, { values: {} })).toHaveLength(1);
  });

  it('counts an empty value as missing', () => {
    expect(missingIn('{商品}到了', { values: { 商品: ' ' } })).toEqual(['商品']);
  });

  it.each(['您好{', '您好}', '{客户，您好', '您好｝，{商品}', '{}', '{ }', '{客\n户}'])(
    'never lets a broken brace out: %j',
    (part) => {
      const { messages, problems } = rendered(part);
      expect(problems).not.toEqual([]);
      expect(JSON.stringify(messages.map((message) => message.kind === 'text' && message.text))).not.toMatch(
        /[{}｛｝]/u,
      );
    },
  );

  it('lets an answer win over the order, and tells what the agent says from what the order says', () => {
    const { messages } = rendered(' {商品}只要{优惠} ', { values: LI, answers: { 优惠: '最低价' } });
    expect(messages).toEqual([
      { kind: 'text', text: '水杯只要最低价', words: '\uFFFC\uFFFC只要最低价', missing: [] },
    ]);
    expect(textsOf('{商品}', { answers: { 商品: '那只杯子' } })).toEqual(['那只杯子']);
  });

  it('does not expand what was inserted', () => {
    expect(textsOf('{商品}', { values: { 商品: '{客户}的水杯 $1 $&', 客户: '小李' } })).toEqual([
      '{客户}的水杯 $1 $&',
    ]);
  });
});

describe('X3 customers without a name', () => {
  it.each([
    ['{客户}，您好，我是客服', '您好，我是客服'],
    ['{客户}您好', '您好'],
    ['｛客户｝ 您好', '您好'],
    ['好的。{客户}，请稍等', '好的。请稍等'],
    ['第一行\n{客户}：您好', '第一行\n您好'],
    ['您好，{客户}！', '您好！'],
    ['谢谢，{客户}，再见', '谢谢，再见'],
    ['{客户}，生日快乐', '生日快乐'],
    ['{如果 老客}欢迎回来，{否则}{客户}，{结束}您好', '您好'],
  ])('are not addressed: %s', (part, text) => {
    expect(textsOf(part, { values: {} })).toEqual([text]);
    expect(missingIn(part, { values: {} })).toEqual([]);
    expect(requiredVariablesOf([part])).toEqual([]);
  });

  it.each(['补运费-{客户}', '尊敬的{客户}，您好', '{客户}', '{客户}，'])('are asked for in %s', (part) => {
    expect(missingIn(part, { values: {} })).toEqual(['客户']);
    expect(requiredVariablesOf([part])).toEqual(['客户']);
  });
});

describe('R2 conditional parts', () => {
  const greeting = '{如果 新客}初次光临{否则}欢迎回来{结束}，请问有什么可以帮您？';

  it('say the one thing or the other', () => {
    const isNew = { circumstances: { ...NOTHING_KNOWN, grade: 'new' as const } };
    const isVip = { circumstances: { ...NOTHING_KNOWN, grade: 'vip' as const } };
    expect(textsOf(greeting, isNew)).toEqual(['初次光临，请问有什么可以帮您？']);
    expect(textsOf(greeting, isVip)).toEqual(['欢迎回来，请问有什么可以帮您？']);
    expect(textsOf('{如果 老客 或 夜间}一{结束}{如果 非VIP}二{结束}三', isVip)).toEqual(['一三']);
  });

  it('assume nothing that is not known, not even its opposite', () => {
    expect(textsOf('{如果 新客}甲{否则}乙{结束}')).toEqual(['乙']);
    expect(textsOf('{如果 非 新客}甲{否则}乙{结束}')).toEqual(['乙']);
  });

  it('ask only for what is said', () => {
    expect(missingIn('{如果 夜间}{约定时间}{结束}您好')).toEqual([]);
    expect(requiredVariablesOf(['{如果 夜间}{约定时间}{结束}您好'])).toEqual(['约定时间']);
  });

  it('can be one in another, and leave neither a message nor an empty line behind', () => {
    const night = { circumstances: { ...NOTHING_KNOWN, isNight: true } };
    const part = '您好\n{如果 夜间}\n已下班\n{如果 未付款}\n请付款\n{结束}\n{结束}\n再见';
    expect(textsOf(part, night)).toEqual(['您好\n已下班\n再见']);
    expect(textsOf(part)).toEqual(['您好\n再见']);
    expect(textsOf(['{如果 夜间}已下班{结束}', '您好'])).toEqual(['您好']);
  });
});

describe('R8 pictures, X3 choices and shared fragments', () => {
  it('cuts a part into messages at its pictures', () => {
    expect(rendered('请看：\n{图片:尺码表.png}\n还有{图片:没有.png}').messages).toEqual([
      { kind: 'text', text: '请看：', words: '请看：', missing: [] },
      { kind: 'picture', name: '尺码表.png', pictureId: 'picture-1' },
      { kind: 'text', text: '还有', words: '还有', missing: [] },
      { kind: 'picture', name: '没有.png', pictureId: null },
    ]);
  });

  it('offers the choices of a field wherever it is asked for', () => {
    const { messages } = rendered('{尺码}，{尺码：S|M｜L}', { remembered: () => ['M'] });
    expect(fieldsOf(messages)).toEqual([{ name: '尺码', choices: ['S', 'M', 'L'], remembered: ['M'] }]);
  });

  it('puts a fragment in its place, its parts as messages of their own', () => {
    expect(textsOf('您好，{片段:QM}。', { values: { 店铺: '示例店' } })).toEqual([
      '您好，示例店客服为您服务。',
    ]);
    expect(textsOf('甲{片段:two}乙')).toEqual(['甲前半', '后半乙']);
  });

  it('says which fragment is missing or goes in a circle, and never hangs', () => {
    expect(rendered(['好', '{片段:没有}']).problems).toEqual(['第 2 段：没有编码为「没有」的话术可作片段']);
    expect(rendered('{片段:loop}').problems).toEqual(['片段「loop」第 1 段：片段「LOOP」引用了自己']);
    expect(rendered('{片段:a}').problems).toEqual(['片段「b」第 1 段：片段「A」引用了自己']);
    expect(rendered('{片段:many}').problems).toEqual([
      '片段「ten」第 1 段：片段超过 100 个',
      expect.any(String),
    ]);
  });
});

describe('X3 for any script and any values', () => {
  const names = fc.constantFrom('客户', '商品', '金额', '不认识', '约定时间');
  const plain = fc.string({ maxLength: 8 }).filter((text) => !/[{}｛｝]/u.test(text));
  const tags = fc.constantFrom(
    '{如果 新客}',
    '{如果 夜间 或 非VIP}',
    '{如果 男客}',
    '{否则}',
    '{结束}',
    '{片段:a}',
    '{片段:two}',
    '{片段:}',
    '{图片:尺码表.png}',
    '{尺码:S|M}',
    '{尺码:}',
  );
  const pieces = fc.array(
    fc.oneof(
      plain,
      tags,
      names.map((name) => `{${name}}`),
      fc.constantFrom('{', '}', '｛', '，', '\n'),
    ),
  );
  const part = pieces.map((each) => each.join(''));
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const braceless = plain.filter((text) => text.trim() !== '');
  const circumstances = fc.record({
    grade: fc.constantFrom('new' as const, 'vip' as const, null),
    orderStatus: fc.constantFrom('unpaid' as const, 'shipped' as const, null),
    isNight: fc.boolean(),
    hasSpecification: fc.option(fc.boolean()),
  });

  it('rendering never throws and lets out no brace that the values did not bring', () => {
    fc.assert(
      fc.property(parts, fc.dictionary(names, braceless), circumstances, (texts, values, known) => {
        const { messages } = rendered(texts, { values, circumstances: known });
        const said = messages.map((message) => (message.kind === 'text' ? message.text : ''));
        expect(said.join('')).not.toMatch(/[{}｛｝]/u);
      }),
    );
  });

  it('what is missing is wanted by the script and not among the values', () => {
    fc.assert(
      fc.property(part, fc.dictionary(names, braceless), (text, values) => {
        for (const { name } of fieldsOf(rendered(text, { values, fragment: () => undefined }).messages)) {
          expect(variablesOf([text])).toContain(name);
          expect(Object.hasOwn(values, name)).toBe(false);
        }
      }),
    );
  });

  it('with all values known it is the script with them in place, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, names)), fc.string({ minLength: 1 }), (words, value) => {
        fc.pre(value.trim() !== '');
        const values = { 客户: value, 商品: value, 金额: value, 不认识: value, 约定时间: value };
        const text = words.map(([before, name]) => `${before}{${name}}`).join('');
        const expected = words
          .map(([before]) => before + value)
          .join('')
          .trim();
        expect(textsOf(text, { values })).toEqual(expected === '' ? [] : [expected]);
      }),
    );
  });
});
