import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  hasFragment,
  normalisedMemo,
  showsMemo,
  withFragments,
} from '../../../../shared/domain/memos/memo-text.ts';

const shows = (
  memo: string | null,
  fragment: string,
  { fullText = fragment, memoBefore = null }: { fullText?: string; memoBefore?: string | null } = {},
) => showsMemo({ memo, memoBefore }, { fragment, fullText });

describe('O1: the bytes of a memo', () => {
  it('are those of UTF-8, as the platform counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(bytesOf(text)).toBe(Buffer.byteLength(text));
      }),
    );
    expect(bytesOf('不要了+小满/6.10')).toBe(21);
  });
});

describe('O1: the platform replaces the memo, so the old one goes first', () => {
  it.each([
    [null, ['小满'], '小满'],
    ['', ['小满'], '小满'],
    ['送袜子', ['小满'], '送袜子；小满'],
    ['送袜子；', ['小满'], '送袜子；小满'],
    ['送袜子', ['小满', '不要了+小满/6.10'], '送袜子；小满；不要了+小满/6.10'],
    // It is there already.
    ['送袜子；小满', ['小满'], '送袜子；小满'],
    ['送袜子;小满 ', ['小满'], '送袜子;小满 '],
  ])('%j with %j', (memo, fragments, text) => {
    expect(withFragments(memo, fragments)).toBe(text);
  });

  it('loses nothing of it', () => {
    const words = fc.string({ unit: fc.constantFrom('小', '满', '+', '/', '；', ' ', '6'), minLength: 1 });
    fc.assert(
      fc.property(words, words, (memo, fragment) => {
        const text = withFragments(memo, [fragment]);
        expect(normalisedMemo(text)).toContain(normalisedMemo(memo).replace(/[;；]$/, ''));
        expect(hasFragment(text, fragment)).toBe(true);
      }),
    );
  });
});

describe('O1, X4: whether the memo of an import is the one that was written', () => {
  it.each([
    ['不要了+小满/6.10', '不要了+小满/6.10'],
    ['送袜子；不要了+小满/6.10', '不要了+小满/6.10'],
    // Width, blanks, and what 拼多多 adds by itself make no difference.
    ['不要了＋小满／6.10', '不要了+小满/6.10'],
    ['不要了 + 小满 / 6.10', '不要了+小满/6.10'],
    ['不要了+小满/6.10 [示例旗舰店:小满 06/10 10:20]', '不要了+小满/6.10'],
    ['6.10 不要了+小满/6.10 已通知仓库', '不要了+小满/6.10'],
    ['送袜子\n不要了+小满/6.10', '不要了+小满/6.10'],
  ])('%j shows %j', (memo, fragment) => {
    expect(shows(memo, fragment)).toBe(true);
  });

  it.each([
    [null, '不要了+小满/6.10'],
    ['', '不要了+小满/6.10'],
    ['送袜子一双', '不要了+小满/6.10'],
    ['不要了+小满/6.11', '不要了+小满/6.10'],
    // As long as the words themselves, so it is not cut.
    ['小红', '小满'],
  ])('%j does not show %j', (memo, fragment) => {
    expect(shows(memo, fragment)).toBe(false);
  });

  it('does not take a name in an older memo for the one that was added', () => {
    const old = '退款+小满/6.1';
    const whole = withFragments(old, ['小满']);
    expect(shows(old, '小满', { fullText: whole, memoBefore: old })).toBe(false);
    expect(shows(whole, '小满', { fullText: whole, memoBefore: old })).toBe(true);
  });

  it('says nothing where the cell is masked or cut', () => {
    expect(shows('不**', '不要了+小满/6.10')).toBeNull();
    expect(shows('送袜子一双，不要…', '不要了+小满/6.10')).toBeNull();
    // A memo that was as short before has only not been written to.
    expect(
      shows('送袜子', '不要了+小满/6.10', { fullText: '送袜子；不要了+小满/6.10', memoBefore: '送袜子' }),
    ).toBe(false);
  });
});
