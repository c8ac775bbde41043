import { type FeatureKind, featuresOf, WEIGHT } from './sentence-features.ts';
import { createWordFinder, type TradeWords } from './trade-words.ts';

/** A text as the numbers of its features, each as often as it occurs. */
export type Numbered = Uint32Array;

export type FeatureBook = ReturnType<typeof createFeatureBook>;

/** Gives every feature a number: ten thousand scripts hold a million of some hundred thousand kinds. */
export function createFeatureBook(words: TradeWords) {
  const wordsIn = createWordFinder(words);
  const numbers: Record<FeatureKind, Map<string, number>> = {
    word: new Map(),
    pair: new Map(),
    character: new Map(),
  };
  const weights: number[] = [];

  function numberOf(kind: FeatureKind, feature: string): number {
    const known = numbers[kind].get(feature);
    if (known !== undefined) return known;
    numbers[kind].set(feature, weights.length);
    weights.push(WEIGHT[kind]);
    return weights.length - 1;
  }

  const numbersIn = (text: string): number[] =>
    Array.from(featuresOf(text, wordsIn), ([kind, feature]) => numberOf(kind, feature));

  return {
    weightOf: (number: number): number => weights[number] ?? 0,
    /** Each feature once. */
    once: (text: string): Numbered => Uint32Array.from(new Set(numbersIn(text))),
    /** Of several texts in one, each feature as often as it occurs in them. */
    together: (texts: readonly string[]): Numbered =>
      Uint32Array.from(texts.flatMap((text) => [...new Set(numbersIn(text))])),
  };
}
