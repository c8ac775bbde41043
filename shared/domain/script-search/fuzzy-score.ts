import type { Alphabet, Sound } from './alphabet.ts';
import type { Scores } from './exact-score.ts';
import { isOneSlipAway, spellingsOf } from './pinyin-habits.ts';
import {
  INSIDE,
  NOWHERE,
  PHRASE_START,
  type Pool,
  placeIn,
  reachIn,
  type Slips,
  sizeOf,
  slipsIn,
  standsIn,
  WHOLE_PHRASE,
} from './pool.ts';
import type { SearchWord } from './search-words.ts';
import { bestLabel, type Shelf } from './shelf.ts';
import { anyCut, asRead, lettersOf, type Steps, stepsOf, wholeSyllables } from './steps.ts';

const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO = 7;
const SHORTEST_PIECE = 2;

const TITLE_ALIKE = { [NOWHERE]: 0, [INSIDE]: 66, [PHRASE_START]: 70, [WHOLE_PHRASE]: 76 } as Readonly<
  Record<number, number>
>;
const LABEL_ALIKE = { [NOWHERE]: 0, [INSIDE]: 46, [PHRASE_START]: 50, [WHOLE_PHRASE]: 56 } as Readonly<
  Record<number, number>
>;
const IN_PIECES = 55;
const TITLE_SLIPPED = 60;
const LABEL_SLIPPED = 50;

/** A word that is found nowhere as it was typed. */
type FuzzyWord = {
  /** Other readings, sounds that are not told apart, characters that sound alike. */
  readonly alike: Steps;
  /** `null` where the word is too short to be guessed. */
  readonly slips: Slips | null;
  readonly mostSlips: number;
};

/** Each sound with all its readings, each reading with the spellings that are taken for it. */
function createSpellings() {
  const known = new Map<string, readonly string[]>();
  return (sound: Sound): readonly string[] => {
    const key = sound.readings.join();
    const found = known.get(key) ?? [...new Set(sound.readings.flatMap(spellingsOf))];
    known.set(key, found);
    return found;
  };
}

/** A character of the word that sounds like the one in the text: the wrong one was chosen, or it is traditional. */
function createSoundsAlike(alphabet: Alphabet) {
  const known = new Map<string, ReadonlySet<string>>();
  return (sound: Sound, letter: string): boolean => {
    const readings = known.get(letter) ?? new Set(alphabet.readingsOf(letter));
    known.set(letter, readings);
    return sound.readings.some((reading) => readings.has(reading));
  };
}

export function fuzzyWord(word: SearchWord, { alphabet }: Shelf): FuzzyWord | null {
  const letters = lettersOf(word);
  if (letters === null) return null;
  const ways = { syllablesOf: createSpellings(), isCharacter: createSoundsAlike(alphabet) };
  const mostSlips = slipsAllowed(word);
  return {
    alike: stepsOf(letters, alphabet, { ...ways, rule: anyCut }),
    slips:
      mostSlips === 0
        ? null
        : {
            clean: stepsOf(letters, alphabet, { ...ways, rule: wholeSyllables }),
            slipped: stepsOf(letters, alphabet, asRead(withSlip)),
          },
    mostSlips,
  };
}

function slipsAllowed({ text, mayBePinyin }: SearchWord): number {
  if (!mayBePinyin || text.length < SHORTEST_WITH_SLIP) return 0;
  return text.length < SHORTEST_WITH_TWO ? 1 : 2;
}

function withSlip(syllable: string, letters: readonly string[], offset: number): number {
  let next = 0;
  for (let taken = Math.max(1, syllable.length - 1); taken <= syllable.length + 1; taken++) {
    const end = offset + taken;
    if (end > letters.length) break;
    if (isOneSlipAway(letters.slice(offset, end).join(''), syllable)) next |= 1 << end;
  }
  return next;
}

/** What sounds like the word to whoever typed it. */
export function alikeScores(shelf: Shelf, { alike }: FuzzyWord): Scores {
  const byLabel = scoresOf(shelf.labelSounds, (pool, text) => LABEL_ALIKE[placeIn(alike, pool, text)] ?? 0);
  return scoresOf(shelf.titles, (pool, text) =>
    Math.max(TITLE_ALIKE[placeIn(alike, pool, text)] ?? 0, bestLabel(shelf, text, byLabel)),
  );
}

/** `hddz` is 核对…地址: what stands between is left out when people think of a title. */
export function piecesScores(shelf: Shelf, { alike }: FuzzyWord): Scores {
  const { labelSounds, labelsOfEntry, titles } = shelf;
  const length = alike.width - 1;
  if (length < 2 * SHORTEST_PIECE) return new Float32Array(sizeOf(titles));
  const cuts = (1 << (length - SHORTEST_PIECE + 1)) - (1 << SHORTEST_PIECE);
  const begunInLabel = Uint32Array.from({ length: sizeOf(labelSounds) }, (_, label) =>
    reachIn(alike, labelSounds, label),
  );
  return scoresOf(titles, (pool, text) => {
    const labels = labelsOfEntry[text] ?? [];
    const begun = labels.reduce((all, label) => all | (begunInLabel[label] ?? 0), reachIn(alike, pool, text));
    const from = begun & cuts;
    if (from === 0) return 0;
    const isEnded =
      standsIn(alike, pool, { text, from }) ||
      labels.some((label) => standsIn(alike, labelSounds, { text: label, from }));
    return isEnded ? IN_PIECES : 0;
  });
}

/** The word with one slip or with two. */
export function slippedScores(shelf: Shelf, { slips, mostSlips }: FuzzyWord, count: number): Scores {
  if (slips === null || mostSlips < count) return new Float32Array(sizeOf(shelf.titles));
  const byLabel = scoresOf(shelf.labelSounds, (pool, text) =>
    slipsIn(slips, pool, text) === count ? LABEL_SLIPPED : 0,
  );
  return scoresOf(shelf.titles, (pool, text) =>
    slipsIn(slips, pool, text) === count ? TITLE_SLIPPED : bestLabel(shelf, text, byLabel),
  );
}

function scoresOf(pool: Pool, scoreOf: (pool: Pool, text: number) => number): Scores {
  const scores = new Float32Array(sizeOf(pool));
  for (let text = 0; text < scores.length; text++) scores[text] = scoreOf(pool, text);
  return scores;
}
