import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillScript,
  hasBrokenBraces,
  requiredVariablesOf,
  variablesOf,
} from '../../../shared/domain/fill-script.ts';

const LI = { 客户: '小李', 商品: '水杯' };

describe('X3 fill in a script', () => {
  it('puts the values in', () => {
    expect(fillScript('{客户}，您好，{商品}还在吗？{商品}', LI)).toEqual({
      kind: 'ready',
      text: '小李，您好，水杯还在吗？水杯',
    });
  });

  it('takes full-width, doubled and padded braces for the same', () => {
    const texts = ['｛商品｝', '{{商品}}', '{ 商品 }', '{商品｝'].map((part) => fillScript(part, LI).text);
    expect(texts).toEqual(['水杯', '水杯', '水杯', '水杯']);
  });

  it('names what is missing, once each and in order, and shows the gap in the preview', () => {
    expect(fillScript('应付 {金额} 元，{商品}，约在{约定时间}，{金额}', LI)).toEqual({
      kind: 'incomplete',
      text: '应付 【金额】 元，水杯，约在【约定时间】，【金额】',
      missing: ['金额', '约定时间'],
    });
  });

  it('counts an unknown name as missing until the agent has answered it', () => {
    expect(fillScript('颜色是{颜色}', LI)).toMatchObject({ kind: 'incomplete', missing: ['颜色'] });
    expect(fillScript('颜色是{颜色}', { ...LI, 颜色: '白' })).toEqual({ kind: 'ready', text: '颜色是白' });
  });

  it.each(['{constructor}', '{toString}', '{__proto__}'])('does not take %s from the language', (part) => {
    expect(fillScript(part, {}).kind).toBe('incomplete');
  });

  it('counts an empty value as missing', () => {
    expect(fillScript('{商品}到了', { 商品: ' ' })).toMatchObject({ kind: 'incomplete', missing: ['商品'] });
  });

  it.each(['您好{', '您好}', '{客户，您好', '您好｝，{商品}', '{}', '{ }', '{客\n户}'])(
    'never lets a broken brace out: %j',
    (part) => {
      expect(fillScript(part, LI).kind).toBe('incomplete');
      expect(hasBrokenBraces(part)).toBe(true);
    },
  );

  it('does not expand what was inserted', () => {
    expect(fillScript('{商品}', { 商品: '{客户}的水杯 $1 $&', 客户: '小李' })).toEqual({
      kind: 'ready',
      text: '{客户}的水杯 $1 $&',
    });
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
  ])('are not addressed: %s', (part, text) => {
    expect(fillScript(part, {})).toEqual({ kind: 'ready', text });
    expect(requiredVariablesOf([part])).toEqual([]);
  });

  it.each(['补运费-{客户}', '尊敬的{客户}，您好', '{客户}', '{客户}，'])('are asked for in %s', (part) => {
    expect(fillScript(part, {})).toMatchObject({ kind: 'incomplete', missing: ['客户'] });
    expect(requiredVariablesOf([part])).toEqual(['客户']);
  });
});

describe('X3 variables of a script', () => {
  it('lists each once, over all parts', () => {
    expect(variablesOf(['{客户}，{商品}', '{商品}{ 金额 }'])).toEqual(['客户', '商品', '金额']);
  });
});

describe('X3 for any script and any values', () => {
  const names = fc.constantFrom('客户', '商品', '金额', '不认识', '约定时间');
  const plain = fc.string({ maxLength: 8 }).filter((text) => !/[{}｛｝]/u.test(text));
  const pieces = fc.array(
    fc.oneof(
      plain,
      names.map((name) => `{${name}}`),
      fc.constantFrom('{', '}', '｛', '，'),
    ),
  );
  const part = pieces.map((each) => each.join(''));
  const braceless = plain.filter((text) => text.trim() !== '');

  it('a ready text holds no brace that the values did not bring', () => {
    fc.assert(
      fc.property(part, fc.dictionary(names, braceless), (text, values) => {
        const filled = fillScript(text, values);
        expect(filled.kind === 'ready' && /[{}｛｝]/u.test(filled.text)).toBe(false);
      }),
    );
  });

  it('what is missing is wanted by the script and not among the values', () => {
    fc.assert(
      fc.property(part, fc.dictionary(names, braceless), (text, values) => {
        const filled = fillScript(text, values);
        if (filled.kind === 'ready') return;
        expect(variablesOf([text])).toEqual(expect.arrayContaining([...filled.missing]));
        for (const name of filled.missing) expect(Object.hasOwn(values, name)).toBe(false);
      }),
    );
  });

  it('with all values known it is the script with them in place, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, names)), fc.string({ minLength: 1 }), (words, value) => {
        fc.pre(value.trim() !== '');
        const values = { 客户: value, 商品: value, 金额: value, 不认识: value, 约定时间: value };
        const text = words.map(([before, name]) => `${before}{${name}}`).join('');
        const expected = words.map(([before]) => before + value).join('');
        expect(fillScript(text, values)).toEqual({ kind: 'ready', text: expected });
      }),
    );
  });
});
