import type { Alphabet } from './alphabet.ts';
import { type Entry, readEntry, wordsOfEntry } from './entry.ts';
import { type Pool, poolOf } from './pool.ts';

/** All entries side by side as one search runs through them. */
export type Shelf = {
  readonly alphabet: Alphabet;
  readonly entries: readonly Entry[];
  readonly titles: Pool;
  readonly contents: Pool;
  /** Keywords, tags and groups, each once. */
  readonly labels: readonly string[];
  readonly labelSounds: Pool;
  /** Which labels each entry has. */
  readonly labelsOfEntry: readonly (readonly number[])[];
};

/** What is not read yet is read now. */
export function shelve(entries: readonly Entry[], alphabet: Alphabet): Shelf {
  const numbers = new Map<string, number>();
  const labelsOfEntry = entries.map((entry) =>
    wordsOfEntry(entry).labels.map((label) => {
      const number = numbers.get(label) ?? numbers.size;
      numbers.set(label, number);
      return number;
    }),
  );
  const labels = [...numbers.keys()];
  const read = entries.map((entry) => readEntry(entry, alphabet));
  return {
    alphabet,
    entries,
    titles: poolOf(read.map(({ title }) => title)),
    contents: poolOf(read.map(({ content }) => content)),
    labels,
    labelSounds: poolOf(labels.map((label) => alphabet.read(label))),
    labelsOfEntry,
  };
}

/** The best that any label of the entry has; `scores` is by label. */
export function bestLabel({ labelsOfEntry }: Shelf, entry: number, scores: Float32Array): number {
  let best = 0;
  for (const label of labelsOfEntry[entry] ?? []) best = Math.max(best, scores[label] ?? 0);
  return best;
}
