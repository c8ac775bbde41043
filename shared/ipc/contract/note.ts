import { z } from 'zod';

/** An agent's own words as they were typed; blank ones are none. */
export const optionalText = (mostChars: number) =>
  z
    .string()
    .trim()
    .max(mostChars)
    .transform((text) => (text === '' ? null : text))
    .nullable();

/** The same where it may be left out. */
export const wordsOrNone = (mostChars: number) => optionalText(mostChars).default(null);

export const NOTE_MOST_CHARS = 500;

/** A note that the agent may add to a record. */
export const OptionalNote = wordsOrNone(NOTE_MOST_CHARS);
