import type { FeatureBook, Numbered } from './feature-book.ts';

/** How much each text has in common with the one that is asked for, from 0 to 1, by the number of the text. */
export type Likeness = Float32Array;

/** A feature of many texts says little about any of them, and a long text is not like everything. */
export type Postings = { readonly likeness: (asked: Numbered) => Likeness };

/** A feature of so large a share of the texts tells nothing, and would cost most of the time. */
const TOO_COMMON = 0.2;
const COMMON_FROM = 400;
const TEXTS_AT_ONCE = 1000;

type Posting = { filled: number; readonly texts: Uint32Array; readonly weights: Float32Array };

/** In how many texts each feature stands. */
function* counting(texts: readonly Numbered[]): Generator<undefined, ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const [index, text] of texts.entries()) {
    for (const feature of new Set(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    if (index % TEXTS_AT_ONCE === TEXTS_AT_ONCE - 1) yield;
  }
  return counts;
}

/** A step for so many texts, so that the page stays quick between them. */
export function* buildingPostings(
  texts: readonly Numbered[],
  { weightOf }: FeatureBook,
): Generator<undefined, Postings> {
  const counts = yield* counting(texts);
  const rarity = (feature: number): number => Math.log(1 + texts.length / ((counts.get(feature) ?? 0) + 0.5));
  const mostOf = Math.max(COMMON_FROM, texts.length * TOO_COMMON);
  const postings = new Map<number, Posting>();

  function weigh(text: Numbered): { readonly weights: Map<number, number>; readonly length: number } {
    const weights = new Map<number, number>();
    for (const feature of text) weights.set(feature, (weights.get(feature) ?? 0) + 1);
    let sum = 0;
    for (const [feature, times] of weights) {
      const weight = weightOf(feature) * Math.sqrt(times) * rarity(feature);
      weights.set(feature, weight);
      sum += weight * weight;
    }
    return { weights, length: Math.sqrt(sum) };
  }

  for (const [index, text] of texts.entries()) {
    const { weights, length } = weigh(text);
    for (const [feature, weight] of weights) {
      const count = counts.get(feature) ?? 0;
      if (count > mostOf) continue;
      const posting = postings.get(feature) ?? postingFor(count);
      postings.set(feature, posting);
      posting.texts[posting.filled] = index;
      posting.weights[posting.filled] = weight / length;
      posting.filled += 1;
    }
    if (index % TEXTS_AT_ONCE === TEXTS_AT_ONCE - 1) yield;
  }
  return {
    likeness(asked) {
      const likeness = new Float32Array(texts.length);
      const { weights, length } = weigh(asked);
      for (const [feature, weight] of weights) {
        const posting = postings.get(feature);
        if (!posting) continue;
        for (let place = 0; place < posting.filled; place++) {
          const text = posting.texts[place] ?? 0;
          likeness[text] = (likeness[text] ?? 0) + (weight / length) * (posting.weights[place] ?? 0);
        }
      }
      return likeness;
    },
  };
}

const postingFor = (count: number): Posting => ({
  filled: 0,
  texts: new Uint32Array(count),
  weights: new Float32Array(count),
});

/** All at once, for what is small. */
export function postingsOf(texts: readonly Numbered[], book: FeatureBook): Postings {
  const building = buildingPostings(texts, book);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
}
