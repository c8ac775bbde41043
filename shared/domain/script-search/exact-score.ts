import { wordsOfEntry } from './entry.ts';
import { INSIDE, NOWHERE, PHRASE_START, type Pool, placeIn, standsIn, WHOLE_PHRASE } from './pool.ts';
import type { SearchWord } from './search-words.ts';
import { bestLabel, type Shelf } from './shelf.ts';
import { anyCut, asRead, initialsOnly, lettersOf, type Steps, stepsOf, wholeSyllables } from './steps.ts';

/** How well every entry of the shelf answers to a word; 0: not at all. */
export type Scores = Float32Array;

/** From here on a word stands in what a script is found by, not only in what it says. */
export const NAMED = 40;

const CODE = { whole: 98, start: 80, inside: 55 } as const;
const TITLE = { whole: 104, phrase: 96, start: 90, inside: 84 } as const;
const LABEL = { whole: 82, start: 60, inside: 50 } as const;
const CONTENT = 30;
/** By place; a word that is cut as nobody cuts it counts as nowhere and is more often chance. */
const TITLE_READ = { [NOWHERE]: 62, [INSIDE]: 72, [PHRASE_START]: 80, [WHOLE_PHRASE]: 88 };
const LABEL_READ = { [NOWHERE]: NAMED, [INSIDE]: 46, [PHRASE_START]: 56, [WHOLE_PHRASE]: 70 };
const CONTENT_READ = 12;
/** Of two titles that hold a word, the shorter is more about it. */
const COVERAGE = 4;
/** Two letters can hardly be cut in a way that nobody means. */
const SHORT = 2;

/** A word as it sounds: cut in any way, and as people cut it, all syllables or all initials. */
type Sounding = { readonly any: Steps; readonly neat: readonly Steps[] };

function soundingOf(word: SearchWord, { alphabet }: Shelf): Sounding | null {
  const letters = word.mayBePinyin ? lettersOf(word) : null;
  if (letters === null) return null;
  const any = stepsOf(letters, alphabet, asRead(anyCut));
  if (letters.length <= SHORT) return { any, neat: [any] };
  return {
    any,
    neat: [wholeSyllables, initialsOnly].map((rule) => stepsOf(letters, alphabet, asRead(rule))),
  };
}

type ByPlace = Readonly<Record<number, number>>;

function readScore(
  { any, neat }: Sounding,
  { pool, text }: { pool: Pool; text: number },
  byPlace: ByPlace,
): number {
  if (!standsIn(any, pool, { text })) return 0;
  return Math.max(...neat.map((steps) => byPlace[placeIn(steps, pool, text)] ?? 0));
}

function codeScore(code: string, text: string): number {
  const at = code.indexOf(text);
  if (at === -1) return 0;
  if (at > 0) return CODE.inside;
  return code === text ? CODE.whole : CODE.start;
}

const isPause = (character: string | undefined): boolean =>
  character === undefined || /[^\p{Letter}\p{Number}]/u.test(character);

function titleScore(title: string, text: string): number {
  const at = title.indexOf(text);
  if (at === -1) return 0;
  if (title === text) return TITLE.whole;
  const coverage = (COVERAGE * text.length) / title.length;
  if (!isPause(title[at - 1])) return TITLE.inside + coverage;
  return (isPause(title[at + text.length]) ? TITLE.phrase : TITLE.start) + coverage;
}

function labelScore(label: string, text: string): number {
  const at = label.indexOf(text);
  if (at === -1) return 0;
  if (label === text) return LABEL.whole;
  return at === 0 ? LABEL.start : LABEL.inside;
}

export function exactScores(shelf: Shelf, word: SearchWord): Scores {
  const { entries, titles, labels, labelSounds, contents } = shelf;
  const { text } = word;
  const sounding = soundingOf(word, shelf);
  const byLabel = Float32Array.from(labels, (label, index) => {
    const read = sounding && readScore(sounding, { pool: labelSounds, text: index }, LABEL_READ);
    return Math.max(labelScore(label, text), read ?? 0);
  });
  return Float32Array.from(entries, (entry, index) => {
    const { title, content } = wordsOfEntry(entry);
    const named = Math.max(
      titleScore(title, text),
      codeScore(entry.code, text),
      bestLabel(shelf, index, byLabel),
    );
    const read =
      sounding && named < TITLE_READ[WHOLE_PHRASE]
        ? readScore(sounding, { pool: titles, text: index }, TITLE_READ)
        : 0;
    if (named > 0 || read > 0) return Math.max(named, read);
    if (content.includes(text)) return CONTENT;
    return sounding && standsIn(sounding.any, contents, { text: index }) ? CONTENT_READ : 0;
  });
}
