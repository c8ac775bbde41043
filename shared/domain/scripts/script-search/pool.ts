import { PAUSE, type Sounds } from './alphabet.ts';
import { advance, goOn, type Steps } from './steps.ts';

/** Many texts one behind the other, so that a word runs through all of them without a detour through memory. */
export type Pool = {
  readonly sounds: Uint16Array;
  /** The start of each text, and the end of the last one. */
  readonly starts: Uint32Array;
};

export function poolOf(texts: readonly Sounds[]): Pool {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] ?? 0) + text.length;
  });
  const sounds = new Uint16Array(starts[texts.length] ?? 0);
  texts.forEach((text, index) => {
    sounds.set(text, starts[index]);
  });
  return { sounds, starts };
}

export const sizeOf = ({ starts }: Pool): number => starts.length - 1;

const startOf = ({ starts }: Pool, text: number): number => starts[text] ?? 0;
const endOf = ({ starts }: Pool, text: number): number => starts[text + 1] ?? 0;

/** Every text of the pool in which the word stands, by its number. */
export function textsWith(steps: Steps, pool: Pool): number[] {
  const { sounds, starts } = pool;
  const { first, goal } = steps;
  const found: number[] = [];
  const last = sizeOf(pool);
  for (let text = 0; text < last; text++) {
    const end = starts[text + 1] ?? 0;
    let offsets = 0;
    for (let at = starts[text] ?? 0; at < end; at++) {
      const sound = sounds[at] ?? PAUSE;
      // Nearly everywhere nothing has begun.
      offsets = (first[sound] ?? 0) | (offsets === 0 ? 0 : goOn(steps, sound, offsets));
      if ((offsets & goal) === 0) continue;
      found.push(text);
      break;
    }
  }
  return found;
}

/** Whether the text ends the word; each of the offsets in `from` may have been reached before it. */
export function endsIn(steps: Steps, pool: Pool, { text, from }: { text: number; from: number }): boolean {
  const end = endOf(pool, text);
  let offsets = 0;
  for (let at = startOf(pool, text); at < end; at++) {
    offsets = goOn(steps, pool.sounds[at] ?? PAUSE, offsets | from);
    if ((offsets & steps.goal) !== 0) return true;
  }
  return false;
}

/** Every offset that the word reaches anywhere in each text. */
export function reaches(steps: Steps, pool: Pool): Uint32Array {
  const reached = new Uint32Array(sizeOf(pool));
  for (let text = 0; text < reached.length; text++) {
    const end = endOf(pool, text);
    let all = 0;
    for (let at = startOf(pool, text), offsets = 0; at < end; at++) {
      offsets = advance(steps, pool.sounds[at] ?? PAUSE, offsets);
      all |= offsets;
    }
    reached[text] = all;
  }
  return reached;
}

/** The place of a word in a text. A phrase is what pauses stand around, as in 议价：请示主管. */
export const NOWHERE = 0;
export const INSIDE = 1;
export const PHRASE_START = 2;
export const WHOLE_PHRASE = 3;
export type Place = typeof NOWHERE | typeof INSIDE | typeof PHRASE_START | typeof WHOLE_PHRASE;

export function placeIn(steps: Steps, pool: Pool, text: number): Place {
  const end = endOf(pool, text);
  let [anywhere, fromStarts, fromHere] = [0, 0, 1];
  let isStart = true;
  let place: Place = NOWHERE;
  for (let at = startOf(pool, text); at < end; at++) {
    const sound = pool.sounds[at] ?? PAUSE;
    if (sound === PAUSE) {
      if ((fromHere & steps.goal) !== 0) return WHOLE_PHRASE;
      fromHere = 1;
      isStart = true;
      continue;
    }
    anywhere = advance(steps, sound, anywhere);
    fromStarts = goOn(steps, sound, isStart ? fromStarts | 1 : fromStarts);
    fromHere = goOn(steps, sound, fromHere);
    isStart = false;
    if ((fromStarts & steps.goal) !== 0) place = PHRASE_START;
    else if (place === NOWHERE && (anywhere & steps.goal) !== 0) place = INSIDE;
  }
  return (fromHere & steps.goal) === 0 ? place : WHOLE_PHRASE;
}

/** Whole syllables, each without a slip or with one. */
export type Slips = { readonly clean: Steps; readonly slipped: Steps };

/** With how few slips, one or two and at most one in a syllable, the word stands in each text; 0: not even so. */
export function fewestSlips(slips: Slips, pool: Pool): Uint8Array {
  const fewest = new Uint8Array(sizeOf(pool));
  for (let text = 0; text < fewest.length; text++) fewest[text] = slipsIn(slips, pool, text);
  return fewest;
}

function slipsIn({ clean, slipped }: Slips, pool: Pool, text: number): number {
  const end = endOf(pool, text);
  let [none, one, two, withTwo] = [0, 0, 0, 0];
  for (let at = startOf(pool, text); at < end; at++) {
    const sound = pool.sounds[at] ?? PAUSE;
    if (sound === PAUSE) continue;
    two = goOn(clean, sound, two) | goOn(slipped, sound, one);
    one = goOn(clean, sound, one) | advance(slipped, sound, none);
    none = advance(clean, sound, none);
    if ((one & clean.goal) !== 0) return 1;
    withTwo |= two & clean.goal;
  }
  return withTwo === 0 ? 0 : 2;
}
