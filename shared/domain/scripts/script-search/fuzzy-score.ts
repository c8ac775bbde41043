import type { Alphabet, Sound } from './alphabet.ts';
import { isOneSlipAway } from './pinyin-habits.ts';
import { endsIn, fewestSlips, type Place, placeIn, reaches, type Slips, textsWith } from './pool.ts';
import { raise, raiseOwners, type Scores, type SearchPools } from './search-pools.ts';
import type { SearchWord } from './search-words.ts';
import { anyCut, asRead, lettersOf, type Steps, stepsOf, wholeSyllables } from './steps.ts';

const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO = 7;
const SHORTEST_PIECE = 2;

const TITLE_ALIKE = [66, 66, 70, 76] as const satisfies Record<Place, number>;
const LABEL_ALIKE = [46, 46, 50, 56] as const satisfies Record<Place, number>;
const IN_PIECES = 55;
/** By the number of slips. */
const TITLE_SLIPPED = [0, 60, 24];
const LABEL_SLIPPED = [0, 50, 20];

/** A word that is found nowhere as it was typed. */
type FuzzyWord = {
  /** Other readings, sounds that are not told apart, characters that sound alike. */
  readonly alike: Steps;
  /** `null` where the word is too short to be guessed. */
  readonly slips: Slips | null;
  readonly mostSlips: number;
};

const asHeard = (sound: Sound): readonly number[] => sound.asHeard;

/** A character of the word that sounds like the one in the text: the wrong one was chosen, or it is traditional. */
function createSoundsAlike(alphabet: Alphabet) {
  const known = new Map<string, ReadonlySet<string>>();
  return (sound: Sound, letter: string): boolean => {
    const readings = known.get(letter) ?? new Set(alphabet.readingsOf(letter));
    known.set(letter, readings);
    return sound.readings.some((reading) => readings.has(reading));
  };
}

export function fuzzyWord(word: SearchWord, { alphabet }: SearchPools): FuzzyWord | null {
  const letters = lettersOf(word);
  if (letters === null) return null;
  const ways = { syllablesOf: asHeard, isCharacter: createSoundsAlike(alphabet) };
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

/** Finds texts that sound like the word to people who do not tell its sounds apart. */
export function alikeScores(pools: SearchPools, { alike }: FuzzyWord): Scores {
  const { titleSounds, labelSounds, labels } = pools;
  const scores = new Float32Array(pools.entries.length);
  for (const index of textsWith(alike, titleSounds)) {
    raise(scores, index, TITLE_ALIKE[placeIn(alike, titleSounds, index)]);
  }
  for (const label of textsWith(alike, labelSounds)) {
    raiseOwners(scores, labels[label], LABEL_ALIKE[placeIn(alike, labelSounds, label)]);
  }
  return scores;
}

/** `hddz` is 核对…地址: what stands between is left out when people think of a title. */
export function piecesScores({ titleSounds }: SearchPools, { alike }: FuzzyWord): Scores {
  const begun = reaches(alike, titleSounds);
  const scores = new Float32Array(begun.length);
  const length = alike.width - 1;
  if (length < 2 * SHORTEST_PIECE) return scores;
  const cuts = (1 << (length - SHORTEST_PIECE + 1)) - (1 << SHORTEST_PIECE);
  begun.forEach((reached, index) => {
    const from = reached & cuts;
    if (from !== 0 && endsIn(alike, titleSounds, { text: index, from })) scores[index] = IN_PIECES;
  });
  return scores;
}

/** The word with a slip; with two it is no more than a guess and counts as a mention. */
export function slippedScores(pools: SearchPools, { slips, mostSlips }: FuzzyWord): Scores {
  const scores = new Float32Array(pools.entries.length);
  if (slips === null) return scores;
  fewestSlips(slips, pools.titleSounds).forEach((fewest, index) => {
    if (fewest <= mostSlips) raise(scores, index, TITLE_SLIPPED[fewest] ?? 0);
  });
  fewestSlips(slips, pools.labelSounds).forEach((fewest, label) => {
    if (fewest <= mostSlips) raiseOwners(scores, pools.labels[label], LABEL_SLIPPED[fewest] ?? 0);
  });
  return scores;
}
