/** One reading per character: pinyin of a Chinese one, the character itself of any other. */
export type ReadPinyin = (text: string) => readonly string[];

/** Letters as people mean them: `Ａ` is `a`, and case does not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type SearchWord = {
  readonly text: string;
  /** Letters without an input method, so it may be pinyin. */
  readonly mayBePinyin: boolean;
};

/** An input method leaves apostrophes between syllables that it has not turned into characters yet (`cui'fu`). */
export function wordsOf(text: string): SearchWord[] {
  return fold(text)
    .replaceAll(/['’‘`´]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, mayBePinyin: /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word) }));
}

/** `' cui fu'`: every reading after a space, so that a search for `' c'` finds syllables only at their start. */
export function readingsOf(text: string, readPinyin: ReadPinyin): string {
  return readPinyin(fold(text))
    .filter((reading) => /[a-z0-9]/.test(reading))
    .map((reading) => ` ${reading}`)
    .join('');
}

/** Stands between two texts; no word holds it, so no match runs from one into the other. */
export const READINGS_BORDER = ' |';

/** Full pinyin, initials, or any mixture: `cuifu`, `cf`, `cuif` and `cfu` all find 催付. */
export function matchesPinyin(readings: string, word: string): boolean {
  const start = ` ${word.charAt(0)}`;
  for (let at = readings.indexOf(start); at !== -1; at = readings.indexOf(start, at + 1)) {
    if (matchesFrom(readings, at + 1, word)) return true;
  }
  return false;
}

/** `at` is where a syllable starts; each syllable of the match gives at least its first letter. */
function matchesFrom(readings: string, at: number, word: string): boolean {
  let shared = 0;
  while (shared < word.length && readings[at + shared] === word[shared]) shared += 1;
  if (shared === word.length) return true;
  const next = readings.indexOf(' ', at) + 1;
  if (next === 0) return false;
  for (let taken = shared; taken > 0; taken -= 1) {
    if (matchesFrom(readings, next, word.slice(taken))) return true;
  }
  return false;
}
