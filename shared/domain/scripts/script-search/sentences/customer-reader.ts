import { createFeatureBook, type Numbered } from './feature-book.ts';
import { type Postings, postingsOf } from './postings.ts';
import type { TradeWords } from './trade-words.ts';

/** A question of customers, many ways of asking it, and the title of a script that answers it. */
export type KeptQuestions = readonly { readonly answer: string; readonly asked: readonly string[] }[];

/** The field's knowledge of its customers: its words, and questions with their answers. */
export type CustomerWords = { readonly words: TradeWords; readonly questions: KeptQuestions };

/** An answer, by its number among the kept ones, and how sure it is that it was asked for. */
export type Meant = { readonly answer: number; readonly sureness: number };

/** An answer behind these is there by chance. */
const MEANT_AT_MOST = 12;
/** A second and a third way of saying it that is also like the asked one makes it more likely to be meant. */
const LIKE_SINGLE = [1, 0.25, 0.12];
/** All ways of saying it together know more words of the matter than any one of them. */
const LIKE_ALL = 2;

type Kept = { readonly answers: readonly number[]; readonly single: Postings; readonly all: Postings };

export type CustomerReader = ReturnType<typeof createCustomerReader>;

/** Reads what customers write; the kept questions are weighed when the first sentence is asked for. */
export function createCustomerReader({ words, questions }: CustomerWords) {
  const book = createFeatureBook(words);
  let kept: Kept | null = null;

  const keptQuestions = (): Kept => ({
    answers: questions.flatMap(({ asked }, answer) => asked.map(() => answer)),
    single: postingsOf(
      questions.flatMap(({ asked }) => asked.map(book.once)),
      book,
    ),
    all: postingsOf(
      questions.map(({ answer, asked }) => book.together([answer, ...asked])),
      book,
    ),
  });

  return {
    book,
    titles: questions.map(({ answer }) => answer),
    /** The answers that questions like this one have, the likeliest first. */
    meant(asked: Numbered): Meant[] {
      kept ??= keptQuestions();
      const { answers, single, all } = kept;
      const likes = questions.map((): number[] => []);
      single.likeness(asked).forEach((like, index) => {
        if (like > 0) likes[answers[index] ?? 0]?.push(like);
      });
      return Array.from(all.likeness(asked), (like, answer) => ({
        answer,
        sureness: LIKE_ALL * like + likeBest(likes[answer] ?? []),
      }))
        .filter(({ sureness }) => sureness > 0)
        .toSorted((one, other) => other.sureness - one.sureness)
        .slice(0, MEANT_AT_MOST);
    },
  };
}

function likeBest(likes: readonly number[]): number {
  const sorted = likes.toSorted((one, other) => other - one);
  return LIKE_SINGLE.reduce((sum, share, place) => sum + share * (sorted[place] ?? 0), 0);
}
