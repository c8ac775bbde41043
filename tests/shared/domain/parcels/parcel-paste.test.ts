import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParcelPaste } from '../../../../shared/domain/parcels/parcel-paste.ts';

const read = (text: string) => readParcelPaste(text).map(({ kind, text: word }) => `${kind} ${word}`);

describe('O13: a text that parcels are looked for by', () => {
  it.each<[string, string, string[]]>([
    ['a whole number', 'YT0000000000001', ['number YT0000000000001']],
    ['a tail', '尾号 0001', ['tail 0001']],
    ['a phone', '13900000002', ['number 13900000002']],
    ['a name', '林小满', ['name 林小满']],
    ['a name with its label', '收件人：林小满', ['name 林小满']],
    [
      'a column of numbers',
      'YT0000000000001\nsf1234567890123\r\n773000000000001',
      ['number YT0000000000001', 'number SF1234567890123', 'number 773000000000001'],
    ],
    [
      'lines of a chat',
      '快递小王 2026-06-12 20:00:05\n帮查下YT0000000000001和尾号0002的件，运费39.90元\n6月13日前回复',
      ['number YT0000000000001', 'tail 0002'],
    ],
    ['the same number twice', 'YT0000000000001，yt0000000000001', ['number YT0000000000001']],
    ['a sentence without a number', '我的快递到哪里了呀请帮忙看一下好吗谢谢', []],
    ['the children of one label', 'JD0000000000001-1-1', ['number JD0000000000001-1-1']],
  ])('%s', (_what, text, words) => {
    expect(read(text)).toEqual(words);
  });

  it('takes no more words than a person would paste', () => {
    const many = Array.from({ length: 500 }, (_, index) => `YT${String(index).padStart(13, '0')}`);
    expect(readParcelPaste(many.join('\n'))).toHaveLength(200);
  });

  it('reads whatever is pasted, each word once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = readParcelPaste(text).map((word) => word.text);
        expect(new Set(words).size).toBe(words.length);
      }),
    );
  });
});
