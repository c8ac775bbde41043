import { describe, expect, it } from 'vitest';
import { createPinyinReader } from '../../../../electron/scripts/library/searching/pinyin-reader.ts';

describe('X3 pinyin', () => {
  const pinyin = createPinyinReader();

  it('has one reading per character, in the sense of the word, without tones', () => {
    expect(pinyin.inContext('重复')).toEqual(['chong', 'fu']);
    expect(pinyin.inContext('重量')).toEqual(['zhong', 'liang']);
    expect(pinyin.inContext('绿旗 7a')).toEqual(['lv', 'qi', ' ', '7', 'a']);
  });

  it.each([
    ['重', ['zhong', 'chong']],
    ['单', ['dan', 'shan', 'chan']],
    ['行', ['xing', 'hang', 'heng']],
    ['还', ['hai', 'huan']],
    ['付', ['fu']],
    ['a', ['a']],
  ])('knows what else %s may be read as', (character, readings) => {
    expect(pinyin.ofCharacter(character)).toEqual(readings);
  });
});
