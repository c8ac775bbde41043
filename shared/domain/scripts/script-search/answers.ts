import type { Alphabet } from './alphabet.ts';
import { type Entry, sentencesOf } from './entry.ts';
import { NAMED } from './exact-score.ts';
import { type Answer, findWords } from './find-words.ts';
import { buildingPools, type SearchPools } from './search-pools.ts';
import { wordsOf } from './search-words.ts';
import type { CustomerReader } from './sentences/customer-reader.ts';
import { answersToSentence, buildingSentences, type SentencePools } from './sentences/sentence-pools.ts';

/** All that a text is looked for in: as words of an agent, and as a sentence of a customer. */
export type LibraryPools = { readonly words: SearchPools; readonly sentences: SentencePools };

export function* buildingLibrary(
  entries: readonly Entry[],
  alphabet: Alphabet,
  reader: CustomerReader,
): Generator<undefined, LibraryPools> {
  const words = yield* buildingPools(entries, alphabet);
  yield;
  const said = entries.map((entry) => sentencesOf(entry, reader));
  yield;
  return { words, sentences: yield* buildingSentences(said, reader) };
}

/** From here on a script is more likely meant than one that only happens to say the same letters. */
const SURE = 0.6;
/** Before everything that was found by words; only where no script is named by them. */
const MEANT = -1;
/** Behind every guess at words. */
const HARDLY_MEANT = 3;
/** So sure is what a customer means as a title that holds what an agent typed. */
const POINTS = 100;
const SHORTEST_SENTENCE = 2;

const isSentence = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= SHORTEST_SENTENCE;

/** Agents type what scripts are called, and paste what customers write: what names no script is read as a sentence. */
export function answersIn({ words: pools, sentences }: LibraryPools, text: string): Answer[] {
  const byWords = findWords(pools, wordsOf(text));
  const isNamed = byWords.some(({ distance, score }) => distance === 0 && score >= NAMED);
  if (isNamed || !isSentence(text)) return byWords;
  const answers = new Map(byWords.map((answer) => [answer.index, answer]));
  for (const { index, sureness } of answersToSentence(sentences, text)) {
    const isBetter = sureness >= SURE || !answers.has(index);
    const distance = sureness >= SURE ? MEANT : HARDLY_MEANT;
    if (isBetter) answers.set(index, { index, distance, score: sureness * POINTS });
  }
  return [...answers.values()];
}
