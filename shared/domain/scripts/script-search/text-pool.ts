/** Many texts as one string, each with its line: one look for a word goes through all of them. */
export type TextPool = { readonly text: string; readonly starts: Uint32Array };

const BREAK = '\n';

/** No text holds a line break. */
export function textPoolOf(texts: readonly string[]): TextPool {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] ?? 0) + text.length + BREAK.length;
  });
  return { text: texts.join(BREAK), starts };
}

/** Every text that holds the word, by its number, and where in it the word stands first. */
export function forEachWith(
  { text, starts }: TextPool,
  word: string,
  visit: (index: number, at: number) => void,
): void {
  let index = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, starts[index + 1])) {
    while ((starts[index + 1] ?? 0) <= at) index++;
    visit(index, at - (starts[index] ?? 0));
  }
}
