import { SCRIPT_STAGE_LABELS, type Script } from '../../script.ts';
import { plainWords } from '../../script-template/template-words.ts';
import type { CustomerReader } from './customer-reader.ts';
import type { Numbered } from './feature-book.ts';
import { buildingPostings, type Postings } from './postings.ts';

/** A script as sentences are held against it. */
export type EntrySentences = {
  readonly title: Numbered;
  /** The words that it is found by: title, keywords, tags, group and the moments that it is written for. */
  readonly names: Numbered;
  readonly content: Numbered;
};

export type SentencePools = {
  readonly reader: CustomerReader;
  readonly names: Postings;
  readonly contents: Postings;
  /** The scripts whose title says what the kept answer's says, by the number of the answer. */
  readonly titled: (answer: number) => readonly Titled[];
};

type Titled = { readonly index: number; readonly share: number };

/** Of two titles that have less in common, one is no answer where the other is. */
const ALIKE_FROM = 0.4;
const NAMES = 0.5;
const CONTENT = 0.3;
/** A script that has less in common than this was found by chance. */
const FOUND_FROM = 0.3;

export function readSentences(
  script: Script,
  groupName: string | null,
  { book }: CustomerReader,
): EntrySentences {
  const { title, keywords, tags, fit, parts } = script;
  const moments = fit.stages.map((stage) => SCRIPT_STAGE_LABELS[stage]);
  return {
    title: book.once(title),
    names: book.once([title, keywords, ...tags, groupName ?? '', ...moments].join(' ')),
    content: book.once(plainWords(parts)),
  };
}

export function* buildingSentences(
  entries: readonly EntrySentences[],
  reader: CustomerReader,
): Generator<undefined, SentencePools> {
  const { book } = reader;
  const titles = yield* buildingPostings(
    entries.map(({ title }) => title),
    book,
  );
  const names = yield* buildingPostings(
    entries.map((entry) => entry.names),
    book,
  );
  const contents = yield* buildingPostings(
    entries.map(({ content }) => content),
    book,
  );
  const known = new Map<number, readonly Titled[]>();

  function titledLike(answer: number): readonly Titled[] {
    const likeness = titles.likeness(book.once(reader.titles[answer] ?? ''));
    const found: Titled[] = [];
    likeness.forEach((like, index) => {
      if (like >= ALIKE_FROM) found.push({ index, share: like ** 2 });
    });
    return found;
  }

  return {
    reader,
    names,
    contents,
    titled(answer) {
      const titled = known.get(answer) ?? titledLike(answer);
      known.set(answer, titled);
      return titled;
    },
  };
}

/** The entries that may answer the sentence, with what speaks for each. */
export function answersToSentence(
  { reader, names, contents, titled }: SentencePools,
  sentence: string,
): { readonly index: number; readonly sureness: number }[] {
  const asked = reader.book.once(sentence);
  const byNames = names.likeness(asked);
  const byContent = contents.likeness(asked);
  const byQuestion = new Float32Array(byNames.length);
  for (const { answer, sureness } of reader.meant(asked)) {
    for (const { index, share } of titled(answer)) {
      byQuestion[index] = Math.max(byQuestion[index] ?? 0, sureness * share);
    }
  }
  const found: { index: number; sureness: number }[] = [];
  byQuestion.forEach((kept, index) => {
    const sureness = kept + NAMES * (byNames[index] ?? 0) + CONTENT * (byContent[index] ?? 0);
    if (sureness >= FOUND_FROM) found.push({ index, sureness });
  });
  return found;
}
