import { describe, expect, it } from 'vitest';
import { codeFor, titleFor } from '../../../../shared/domain/scripts/suggest-names.ts';

describe('R1, B13: names for a script that a sentence becomes', () => {
  it.each([
    ['亲，您好，快递这边已经帮您催了，请耐心等待', '快递这边已经帮您催了'],
    ['您好！这款支持七天无理由退换。', '这款支持七天无理由退换'],
    ['在的', '在的'],
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六'],
  ])('the first clause that says something: %s', (text, title) => {
    expect(titleFor(text)).toBe(title);
  });

  it('the next free number beside the script that is most like it, or by the sound of the title', () => {
    const taken = new Set(['kd1', 'kd2']);
    expect(codeFor('催快递', 'kd1', (code) => taken.has(code))).toBe('kd3');
    expect(codeFor('催快递', null, () => false)).toBe('ck1');
    expect(codeFor('123', null, () => false)).toBe('xz1');
  });
});
