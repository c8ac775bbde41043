import { ownCopy } from './cells/own-copy.ts';

/** A word of the platform that stands in no list, and what it was taken for. */
export type NewWord = { readonly column: string; readonly word: string; readonly readAs: string };

/** A broken file may have any number of them; these are enough to see what is wrong. */
const MOST_WORDS = 20;

export type NewWords = ReturnType<typeof createNewWords>;

/** The words of one file that are new, each with the number of its rows. */
export function createNewWords() {
  const rowsOf = new Map<string, { readonly found: NewWord; rows: number }>();
  return {
    note({ column, word, readAs }: NewWord): void {
      const key = `${word}\n${readAs}\n${column}`;
      const known = rowsOf.get(key);
      if (known) known.rows++;
      else if (rowsOf.size < MOST_WORDS)
        rowsOf.set(ownCopy(key), { found: { column, word: ownCopy(word), readAs }, rows: 1 });
    },
    forget: (): void => rowsOf.clear(),
    sentences: (): string[] =>
      [...rowsOf.values()].map(
        ({ found: { column, word, readAs }, rows }) =>
          `${column}出现新的写法「${word}」，${rows} 行，按「${readAs}」导入；如不正确请反馈`,
      ),
  };
}
