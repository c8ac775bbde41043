/** Letters as people mean them: `Ａ` is `a`, and case does not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type SearchWord = {
  readonly text: string;
  /** Holds letters without an input method, so it may be pinyin, whole or between characters (`催fu`). */
  readonly mayBePinyin: boolean;
  readonly isChinese: boolean;
};

/**
 * An input method leaves apostrophes between syllables that it has not turned into characters yet (`cui'fu`); lists
 * are typed with commas as well as with spaces.
 */
export function wordsOf(text: string): SearchWord[] {
  return fold(text)
    .replaceAll(/['’‘`´]/gu, '')
    .split(/[\s,、]+/u)
    .filter((word) => word !== '')
    .map((word) => ({
      text: word,
      mayBePinyin: /[a-z]/.test(word),
      isChinese: /\p{Script=Han}/u.test(word),
    }));
}

/** Titles are typed without the spaces that make them easy to read (`7 天未付`). */
export const squeeze = (text: string): string => fold(text).replaceAll(/\s+/gu, '');
