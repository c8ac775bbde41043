import { describe, expect, it } from 'vitest';
import { createPinyinReader } from '../../../electron/scripts/pinyin-reader.ts';

describe('X3 pinyin', () => {
  it('has one reading per character, in the sense of the word, without tones', () => {
    const read = createPinyinReader();
    expect(read('重复')).toEqual(['chong', 'fu']);
    expect(read('重量')).toEqual(['zhong', 'liang']);
    expect(read('绿旗 7a')).toEqual(['lv', 'qi', ' ', '7', 'a']);
  });
});
