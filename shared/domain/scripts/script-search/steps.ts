import { type Alphabet, numberOfIndex, PAUSE, type Sound } from './alphabet.ts';
import type { SearchWord } from './search-words.ts';

/** A longer word is no pinyin that a person typed; offsets into a word are the bits of one number. */
const LONGEST = 30;

/**
 * How far a word gets with one sound: `masks[sound * width + offset]` has a bit for every offset that the sound may
 * lead to, and `goal` is the one behind the last letter. Running a word through a text is then a few operations per
 * character, however it may be cut.
 */
export type Steps = {
  readonly width: number;
  readonly masks: Uint32Array;
  /** The column of the first letter once more: most characters of a library begin nothing. */
  readonly first: Uint32Array;
  readonly goal: number;
};

/** The word that is searched for, letter by letter; a Chinese character is one letter. */
type Letters = readonly string[];

export function lettersOf({ text }: SearchWord): Letters | null {
  const letters = Array.from(text);
  return letters.length <= LONGEST ? letters : null;
}

/** The offsets that a syllable, spelled so, leads to from `offset`. */
type StepRule = (syllable: string, letters: Letters, offset: number) => number;

type Ways = {
  /** How a sound may be spelled here, as places in the alphabet's syllables. */
  readonly syllablesOf: (sound: Sound) => readonly number[];
  readonly rule: StepRule;
  /** Whether the letter is meant for the character itself. */
  readonly isCharacter?: (sound: Sound, letter: string) => boolean;
};

const isItself = (sound: Sound, letter: string): boolean => sound.character === letter;

/** The offsets that every syllable leads to, row by row: thousands of sounds share a few hundred of them. */
function rowsOf(letters: Letters, alphabet: Alphabet, rule: StepRule): Uint32Array {
  const { length } = letters;
  const syllables = alphabet.syllables();
  const rows = new Uint32Array(syllables.length * length);
  syllables.forEach((syllable, index) => {
    for (let offset = 0; offset < length; offset++)
      rows[index * length + offset] = rule(syllable, letters, offset);
  });
  return rows;
}

export function stepsOf(letters: Letters, alphabet: Alphabet, ways: Ways): Steps {
  const { length } = letters;
  const width = length + 1;
  const { syllablesOf, rule, isCharacter = isItself } = ways;
  const rows = rowsOf(letters, alphabet, rule);
  const masks = new Uint32Array(numberOfIndex(alphabet.sounds().length) * width);
  // A pause leads to where one is.
  for (let offset = 0; offset < width; offset++) masks[PAUSE * width + offset] = 1 << offset;
  const characters = letters.flatMap((letter, offset) => (isLatin(letter) ? [] : [{ letter, offset }]));
  const add = (at: number, offsets: number): void => {
    masks[at] = (masks[at] ?? 0) | offsets;
  };
  alphabet.sounds().forEach((sound, index) => {
    const base = numberOfIndex(index) * width;
    for (const syllable of syllablesOf(sound)) {
      for (let offset = 0; offset < length; offset++)
        add(base + offset, rows[syllable * length + offset] ?? 0);
    }
    for (const { letter, offset } of characters) {
      if (isCharacter(sound, letter)) add(base + offset, 1 << (offset + 1));
    }
  });
  const first = new Uint32Array(masks.length / width);
  for (let sound = 0; sound < first.length; sound++) first[sound] = masks[sound * width] ?? 0;
  first[PAUSE] = 0;
  return { width, masks, first, goal: 1 << length };
}

const isLatin = (letter: string): boolean => /[a-z]/u.test(letter);

/** How many letters of the syllable the word goes on with. */
function sharedLetters(syllable: string, letters: Letters, offset: number): number {
  let shared = 0;
  while (shared < syllable.length && syllable[shared] === letters[offset + shared]) shared++;
  return shared;
}

/** Whole pinyin, initials, or any mixture: each syllable gives at least its first letter. */
export const anyCut: StepRule = (syllable, letters, offset) =>
  ((1 << sharedLetters(syllable, letters, offset)) - 1) << (offset + 1);

/** Whole syllables; only the last one may still be being typed. */
export const wholeSyllables: StepRule = (syllable, letters, offset) => {
  const shared = sharedLetters(syllable, letters, offset);
  const isWhole = shared === syllable.length || offset + shared === letters.length;
  return isWhole && shared > 0 ? 1 << (offset + shared) : 0;
};

/** One letter per syllable. */
export const initialsOnly: StepRule = (syllable, letters, offset) =>
  syllable[0] === letters[offset] ? 1 << (offset + 1) : 0;

/** Whole syllables as they are read in this text. */
export const asRead = (rule: StepRule): Ways => ({ syllablesOf: (sound) => sound.asRead, rule });

/** The offsets that the next sound leads to from any of these. */
export function goOn({ width, masks }: Steps, sound: number, offsets: number): number {
  const base = sound * width;
  let next = 0;
  for (let left = offsets; left !== 0; left &= left - 1) {
    next |= masks[base + 31 - Math.clz32(left & -left)] ?? 0;
  }
  return next;
}

/** As `goOn`, and the word may also begin here. */
export const advance = (steps: Steps, sound: number, offsets: number): number =>
  (steps.first[sound] ?? 0) | (offsets === 0 ? 0 : goOn(steps, sound, offsets));
