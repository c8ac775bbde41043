import type { Alphabet } from './alphabet.ts';
import { type Entry, readEntry, wordsOfEntry } from './entry.ts';
import { type Pool, poolOf } from './pool.ts';
import { type TextPool, textPoolOf } from './text-pool.ts';

/** How well every entry, or every label, answers to a word, by its number; 0: not at all. */
export type Scores = Float32Array;

/** All entries side by side as one search runs through them, by number: how they are written and how they sound. */
export type SearchPools = {
  readonly alphabet: Alphabet;
  readonly entries: readonly Entry[];
  readonly codes: TextPool;
  readonly titles: TextPool;
  readonly contents: TextPool;
  readonly titleSounds: Pool;
  readonly contentSounds: Pool;
  /** Keywords, tags and groups, each once, and who has it. */
  readonly labels: readonly Label[];
  readonly labelSounds: Pool;
};

export type Label = { readonly text: string; readonly entries: readonly number[] };

function labelsOf(entries: readonly Entry[]): Label[] {
  const owners = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const text of wordsOfEntry(entry).labels) {
      const known = owners.get(text);
      if (known) known.push(index);
      else owners.set(text, [index]);
    }
  });
  return Array.from(owners, ([text, owned]) => ({ text, entries: owned }));
}

/**
 * A step for each of its parts, so that the page stays quick between them. Entries that are not read yet are read now.
 */
export function* buildingPools(
  entries: readonly Entry[],
  alphabet: Alphabet,
): Generator<undefined, SearchPools> {
  const words = entries.map(wordsOfEntry);
  const read = entries.map((entry) => readEntry(entry, alphabet));
  yield;
  const codes = textPoolOf(entries.map(({ code }) => code));
  const titles = textPoolOf(words.map(({ title }) => title));
  yield;
  const contents = textPoolOf(words.map(({ content }) => content));
  yield;
  const titleSounds = poolOf(read.map(({ title }) => title));
  yield;
  const contentSounds = poolOf(read.map(({ content }) => content));
  yield;
  const labels = labelsOf(entries);
  const labelSounds = poolOf(labels.map(({ text }) => alphabet.read(text)));
  return { alphabet, entries, codes, titles, contents, titleSounds, contentSounds, labels, labelSounds };
}

export function raise(scores: Scores, index: number, score: number): void {
  if ((scores[index] ?? 0) < score) scores[index] = score;
}

/** A label finds every entry that has it. */
export function raiseOwners(scores: Scores, label: Label | undefined, score: number): void {
  if (score > 0) for (const index of label?.entries ?? []) raise(scores, index, score);
}
