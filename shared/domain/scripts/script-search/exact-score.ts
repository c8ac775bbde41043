import { NOWHERE, type Place, type Pool, placeIn, textsWith, WHOLE_PHRASE } from './pool.ts';
import { raise, raiseOwners, type Scores, type SearchPools } from './search-pools.ts';
import type { SearchWord } from './search-words.ts';
import { anyCut, asRead, initialsOnly, lettersOf, type Steps, stepsOf, wholeSyllables } from './steps.ts';
import { forEachWith } from './text-pool.ts';

/** From here on a word stands in what a script is found by, not only in what it says. */
export const NAMED = 40;

const CODE = { whole: 98, start: 80, inside: 55 } as const;
const TITLE = { whole: 104, phrase: 96, start: 90, inside: 84 } as const;
const LABEL = { whole: 82, start: 60, inside: 50 } as const;
const CONTENT = 30;
/** If a word matches only by cutting it as no person would, it counts as nowhere, and is more often chance. */
const TITLE_READ = [62, 72, 80, 88] as const satisfies Record<Place, number>;
const LABEL_READ = [NAMED, 46, 56, 70] as const satisfies Record<Place, number>;
const CONTENT_READ = 12;
/** Of two titles that hold a word, the shorter is more about it. */
const COVERAGE = 4;
/** Two letters can hardly be cut in a way that no person means. */
const SHORT = 2;

/** A word as it sounds: cut in any way, and as people cut it, all syllables or all initials. */
type Sounding = { readonly any: Steps; readonly neat: () => readonly Steps[] };

function soundingOf(word: SearchWord, { alphabet }: SearchPools): Sounding | null {
  const letters = word.mayBePinyin ? lettersOf(word) : null;
  if (letters === null) return null;
  const any = stepsOf(letters, alphabet, asRead(anyCut));
  const rules = letters.length <= SHORT ? [] : [wholeSyllables, initialsOnly];
  return {
    any,
    neat: () => (rules.length === 0 ? [any] : rules.map((rule) => stepsOf(letters, alphabet, asRead(rule)))),
  };
}

function bestPlace(neat: readonly Steps[], pool: Pool, text: number): Place {
  let best: Place = NOWHERE;
  for (const steps of neat) {
    const place = placeIn(steps, pool, text);
    if (place > best) best = place;
  }
  return best;
}

const isPause = (character: string | undefined): boolean =>
  character === undefined || /[^\p{Letter}\p{Number}]/u.test(character);

function titleScore(title: string, text: string, at: number): number {
  if (title === text) return TITLE.whole;
  const coverage = (COVERAGE * text.length) / title.length;
  if (!isPause(title[at - 1])) return TITLE.inside + coverage;
  return (isPause(title[at + text.length]) ? TITLE.phrase : TITLE.start) + coverage;
}

function codeScore(code: string, text: string, at: number): number {
  if (at > 0) return CODE.inside;
  return code === text ? CODE.whole : CODE.start;
}

function labelScore(label: string, text: string): number {
  const at = label.indexOf(text);
  if (at === -1) return 0;
  if (label === text) return LABEL.whole;
  return at === 0 ? LABEL.start : LABEL.inside;
}

function scoreNames(pools: SearchPools, text: string, scores: Scores): void {
  const { codes, titles, labels, entries } = pools;
  forEachWith(titles, text, (index, at) => {
    raise(scores, index, titleScore(entries[index]?.words?.title ?? '', text, at));
  });
  forEachWith(codes, text, (index, at) => {
    raise(scores, index, codeScore(entries[index]?.code ?? '', text, at));
  });
  for (const label of labels) raiseOwners(scores, label, labelScore(label.text, text));
}

function scoreSounds(pools: SearchPools, { any, neat }: Sounding, scores: Scores): void {
  const { titleSounds, labelSounds, labels } = pools;
  const inTitles = textsWith(any, titleSounds);
  const inLabels = textsWith(any, labelSounds);
  // Most keystrokes of a long word find nothing, and need not know how it may be cut.
  const cuts = inTitles.length + inLabels.length === 0 ? [] : neat();
  for (const index of inTitles) {
    if ((scores[index] ?? 0) < TITLE_READ[WHOLE_PHRASE])
      raise(scores, index, TITLE_READ[bestPlace(cuts, titleSounds, index)]);
  }
  for (const label of inLabels) {
    raiseOwners(scores, labels[label], LABEL_READ[bestPlace(cuts, labelSounds, label)]);
  }
}

/** How the word is written, and how it sounds if it may be pinyin, in what names a script and in what it says. */
export function exactScores(pools: SearchPools, word: SearchWord): Scores {
  const scores = new Float32Array(pools.entries.length);
  const sounding = soundingOf(word, pools);
  scoreNames(pools, word.text, scores);
  if (sounding) scoreSounds(pools, sounding, scores);
  forEachWith(pools.contents, word.text, (index) => {
    raise(scores, index, CONTENT);
  });
  if (sounding)
    for (const index of textsWith(sounding.any, pools.contentSounds)) raise(scores, index, CONTENT_READ);
  return scores;
}
