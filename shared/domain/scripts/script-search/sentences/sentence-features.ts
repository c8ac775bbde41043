import { fold } from '../search-words.ts';

/** How much two texts have in common with one feature, before it is known how rare that is. */
export const WEIGHT = { word: 1.6, pair: 1, character: 0.4 } as const;

/** Said for politeness or out of habit; with them every question resembles every other. */
const FILLERS = /[亲哈呀啊呢吧嘛哦噢喔呗啦诶欸额嗯呃哎唉]|请问|麻烦|的话|一下/gu;

export type FeatureKind = keyof typeof WEIGHT;

/**
 * The words of the trade in a text, its pairs of characters and its characters: of a sentence with a slip in it, most
 * are left.
 */
export function* featuresOf(
  text: string,
  wordsIn: (text: string) => ReadonlySet<string>,
): Generator<readonly [FeatureKind, string]> {
  for (const run of fold(text).split(/[^\p{Letter}\p{Number}]+/u)) {
    for (const word of wordsIn(run)) yield ['word', word];
    const characters = Array.from(run.replaceAll(FILLERS, ''));
    for (const [index, character] of characters.entries()) {
      yield ['character', character];
      const next = characters[index + 1];
      if (next !== undefined) yield ['pair', character + next];
    }
  }
}
