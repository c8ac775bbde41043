import { z } from 'zod';

/** An agent's own words as they were typed; blank ones are none. */
export const optionalText = (mostChars: number) =>
  z
    .string()
    .trim()
    .max(mostChars)
    .transform((text) => (text === '' ? null : text))
    .nullable();

export const NOTE_MOST_CHARS = 500;

/** A note that the agent may add to a record. */
export const OptionalNote = optionalText(NOTE_MOST_CHARS).default(null);
