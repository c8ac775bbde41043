import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMOTICONS,
  emoticonHint,
  emoticonPieces,
  OFFERED_EMOTICONS,
} from '../../../../shared/domain/scripts/media/emoticons.ts';

describe('X3 emoticon codes of the platform', () => {
  it('are read by the longest, and shown by their name', () => {
    expect(emoticonPieces('谢谢/:^_^，/:O=O/:O!')).toEqual([
      { kind: 'text', text: '谢谢' },
      { kind: 'emoticon', code: '/:^_^', name: '微笑' },
      { kind: 'text', text: '，' },
      { kind: 'emoticon', code: '/:O=O', name: '老大' },
      { kind: 'emoticon', code: '/:O', name: '惊愕' },
      { kind: 'text', text: '!' },
    ]);
  });

  it('have one meaning each, and those that are offered are all different', () => {
    expect(new Set(EMOTICONS.map(([code]) => code)).size).toBe(EMOTICONS.length);
    const names = OFFERED_EMOTICONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(25);
  });

  it('lose nothing of any text', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...EMOTICONS.map(([code]) => code)), fc.string({ maxLength: 5 })))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (said) => {
        const pieces = emoticonPieces(said).map((piece) => (piece.kind === 'text' ? piece.text : piece.code));
        expect(pieces.join('')).toBe(said);
      }),
    );
  });

  it('are minded where another platform shows them as they are written', () => {
    expect(emoticonHint(['您好', '好的/:Y'], 'douyin')).toBe('含千牛表情代码，抖店不会显示成表情');
    expect(emoticonHint(['好的/:Y'], 'tmall')).toBeNull();
    expect(emoticonHint(['好的'], 'douyin')).toBeNull();
    expect(emoticonHint(['好的/:Y'], null)).toBeNull();
  });
});
