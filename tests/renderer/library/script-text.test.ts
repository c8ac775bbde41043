import { describe, expect, it } from 'vitest';
import {
  hasStrayBrace,
  insertVariable,
  segmentsOf,
  unknownVariables,
} from '../../../renderer/features/library/script-text.ts';

describe('R1 variables of a script', () => {
  it('tells a known variable, an unknown one and plain text apart', () => {
    expect(segmentsOf('您好{客户}，{优惠卷}还在')).toEqual([
      { kind: 'text', text: '您好' },
      { kind: 'variable', name: '客户', example: '山间一壶茶' },
      { kind: 'text', text: '，' },
      { kind: 'unknown', name: '优惠卷' },
      { kind: 'text', text: '还在' },
    ]);
  });

  it('names every unknown variable once, over all parts', () => {
    expect(unknownVariables(['{优惠卷}{客户}', '{优惠卷}{尾款}'])).toEqual(['优惠卷', '尾款']);
  });

  it.each([
    ['您好{客户', true],
    ['您好客户}', true],
    ['您好{客户}', false],
    ['您好', false],
  ])('sees the lone brace in %s: %s', (part, isStray) => {
    expect(hasStrayBrace(part)).toBe(isStray);
  });

  it('puts a variable where the cursor stands and the cursor behind it', () => {
    expect(insertVariable('您好，在吗', { start: 2, end: 2 }, '客户')).toEqual({
      text: '您好{客户}，在吗',
      cursor: 6,
    });
  });
});
