import { PAUSE, type Sounds } from './alphabet.ts';
import { advance, type Steps } from './steps.ts';

/** Many texts one behind the other, so that a word runs through all of them without a detour through memory. */
export type Pool = {
  readonly sounds: Uint16Array;
  /** Where each text starts, and where the last one ends. */
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

/** Whether the word stands in the text, from any of the offsets in `from` on. */
export function standsIn(
  steps: Steps,
  pool: Pool,
  { text, from = 1 }: { text: number; from?: number },
): boolean {
  const end = endOf(pool, text);
  let offsets = 0;
  for (let at = startOf(pool, text); at < end; at++) {
    offsets = advance(steps, pool.sounds[at] ?? PAUSE, offsets | from);
    if ((offsets & steps.goal) !== 0) return true;
  }
  return false;
}

/** Every offset that the word reaches anywhere in the text. */
export function reachIn(steps: Steps, pool: Pool, text: number): number {
  const end = endOf(pool, text);
  let offsets = 0;
  let all = 0;
  for (let at = startOf(pool, text); at < end; at++) {
    offsets = advance(steps, pool.sounds[at] ?? PAUSE, offsets | 1);
    all |= offsets;
  }
  return all;
}

/** Where in a text a word stands. A phrase is what pauses stand around, as in 议价：请示主管. */
export const NOWHERE = 0;
export const INSIDE = 1;
export const PHRASE_START = 2;
export const WHOLE_PHRASE = 3;

export function placeIn(steps: Steps, pool: Pool, text: number): number {
  const end = endOf(pool, text);
  let [anywhere, fromStarts, fromHere] = [0, 0, 1];
  let isStart = true;
  let place = NOWHERE;
  for (let at = startOf(pool, text); at < end; at++) {
    const sound = pool.sounds[at] ?? PAUSE;
    if (sound === PAUSE) {
      if ((fromHere & steps.goal) !== 0) return WHOLE_PHRASE;
      fromHere = 1;
      isStart = true;
      continue;
    }
    anywhere = advance(steps, sound, anywhere | 1);
    fromStarts = advance(steps, sound, isStart ? fromStarts | 1 : fromStarts);
    fromHere = advance(steps, sound, fromHere);
    isStart = false;
    place = Math.max(place, placeOf(steps.goal, anywhere, fromStarts));
  }
  return (fromHere & steps.goal) === 0 ? place : WHOLE_PHRASE;
}

function placeOf(goal: number, anywhere: number, fromStarts: number): number {
  if ((fromStarts & goal) !== 0) return PHRASE_START;
  return (anywhere & goal) === 0 ? NOWHERE : INSIDE;
}

/** Whole syllables, each without a slip or with one. */
export type Slips = { readonly clean: Steps; readonly slipped: Steps };

/** With how few slips, one or two and at most one in a syllable, the word stands in the text; 0 if not even so. */
export function slipsIn({ clean, slipped }: Slips, pool: Pool, text: number): number {
  const end = endOf(pool, text);
  let [none, one, two] = [0, 0, 0];
  let isWithTwo = false;
  for (let at = startOf(pool, text); at < end; at++) {
    const sound = pool.sounds[at] ?? PAUSE;
    if (sound === PAUSE) continue;
    two = advance(clean, sound, two) | advance(slipped, sound, one);
    one = advance(clean, sound, one) | advance(slipped, sound, none | 1);
    none = advance(clean, sound, none | 1);
    if ((one & clean.goal) !== 0) return 1;
    if ((two & clean.goal) !== 0) isWithTwo = true;
  }
  return isWithTwo ? 2 : 0;
}
