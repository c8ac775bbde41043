import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffParts, diffText, type TextPiece } from '../../../../shared/domain/scripts/text-diff.ts';

const text = fc.string({ unit: fc.constantFrom('您', '好', '亲', '，', '😊', 'a'), maxLength: 30 });
const without = (kind: TextPiece['kind'], pieces: readonly TextPiece[]) =>
  pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join('');

describe('K9: what changed between two versions of a script', () => {
  it('gives both versions back, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffText(before, after);
        expect(without('added', pieces)).toBe(before);
        expect(without('removed', pieces)).toBe(after);
      }),
    );
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffText(same, same)).toEqual(same === '' ? [] : [{ kind: 'same', text: same }]);
      }),
    );
  });

  it('is the words that changed', () => {
    expect(diffText('亲，您的订单还没有付款哦', '您好，您的订单还没有付款')).toEqual([
      { kind: 'removed', text: '亲' },
      { kind: 'added', text: '您好' },
      { kind: 'same', text: '，您的订单还没有付款' },
      { kind: 'removed', text: '哦' },
    ]);
  });

  it('is read message by message: kept, rewritten, new and gone', () => {
    expect(diffParts(['一', '二二二', '三'], ['一', '二二三', '三', '四'])).toEqual([
      { kind: 'same', pieces: [{ kind: 'same', text: '一' }] },
      {
        kind: 'changed',
        pieces: [
          { kind: 'same', text: '二二' },
          { kind: 'removed', text: '二' },
          { kind: 'added', text: '三' },
        ],
      },
      { kind: 'same', pieces: [{ kind: 'same', text: '三' }] },
      { kind: 'added', pieces: [{ kind: 'added', text: '四' }] },
    ]);
    expect(diffParts(['一', '二'], ['二']).map(({ kind }) => kind)).toEqual(['removed', 'same']);
  });

  it('gives all messages of both versions back', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (before, after) => {
        const parts = diffParts(before, after);
        const texts = (kind: TextPiece['kind'], gone: string) =>
          parts.filter((part) => part.kind !== gone).map(({ pieces }) => without(kind, pieces));
        expect(texts('added', 'added')).toEqual(before);
        expect(texts('removed', 'removed')).toEqual(after);
      }),
    );
  });

  it('takes a text of many pages as written anew rather than hold the page up', () => {
    const [before, after] = ['旧'.repeat(3000), '新'.repeat(3000)];
    expect(diffText(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
