import { spellingsOf } from './pinyin-habits.ts';

/** How Chinese characters are read: pinyin without tones, `ü` as `v`; any other character is its own reading. */
export type PinyinReader = {
  /** One reading per character, each in the sense of its word. */
  readonly inContext: (text: string) => readonly string[];
  /** Every common reading of one character: `chong` and `zhong`. */
  readonly ofCharacter: (character: string) => readonly string[];
};

/** A character as it is read in a text. */
export type Sound = {
  readonly character: string;
  /** The first one is meant, by the sense of its word; the others are what the character may be taken for. */
  readonly readings: readonly string[];
  /** How the one that is meant is spelled, and all of them with what each is taken for: places in `syllables()`. */
  readonly asRead: readonly number[];
  readonly asHeard: readonly number[];
};

/** A text as the numbers of its characters' sounds. */
export type Sounds = readonly number[];

/** Punctuation and spaces: a word runs across them, and a new phrase starts behind. */
export const PAUSE = 0;
const FIRST_SOUND = 1;

const DIGITS = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu'];

export type Alphabet = ReturnType<typeof createAlphabet>;

/** The few thousand sounds that a library is made of; a text is a row of their numbers, quick to compare. */
export function createAlphabet(reader: PinyinReader) {
  const numbers = new Map<string, number>();
  const sounds: Sound[] = [];
  const syllables = new Map<string, number>();

  function syllableOf(spelling: string): number {
    const known = syllables.get(spelling);
    if (known !== undefined) return known;
    syllables.set(spelling, syllables.size);
    return syllables.size - 1;
  }

  /** A digit is also read aloud: `七天` is `7 天`. */
  function readingsOf(character: string): readonly string[] {
    const spoken = /\d/u.test(character) ? DIGITS[Number(character)] : undefined;
    return spoken === undefined ? reader.ofCharacter(character) : [character, spoken];
  }

  function numberOf(character: string, reading: string): number {
    if (!/[a-z0-9]/u.test(reading)) return PAUSE;
    const key = `${character}\n${reading}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = FIRST_SOUND + sounds.length;
    const readings = [...new Set([reading, ...readingsOf(character)])];
    const heard = [...new Set(readings.flatMap(spellingsOf))];
    sounds.push({
      character,
      readings,
      asRead: [syllableOf(reading)],
      asHeard: heard.map(syllableOf),
    });
    numbers.set(key, number);
    return number;
  }

  return {
    readingsOf,
    sounds: (): readonly Sound[] => sounds,
    /** Every spelling of a syllable, once. */
    syllables: (): readonly string[] => [...syllables.keys()],
    read(text: string): Sounds {
      const readings = reader.inContext(text);
      return Array.from(text, (character, index) => numberOf(character, readings[index] ?? ''));
    },
  };
}

/** The number of the sound that stands at this place in `sounds()`. */
export const numberOfIndex = (index: number): number => FIRST_SOUND + index;
