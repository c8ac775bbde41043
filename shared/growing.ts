import { z } from 'zod';

/** A file that one statement of a thread writes, which somebody else has to look at meanwhile. */
export const Growing = z.object({
  file: z.string(),
  /** As large as it becomes, about. */
  bytes: z.number(),
  /** The share of all the work before that file, and with it. */
  from: z.number(),
  to: z.number(),
});
export type Growing = z.infer<typeof Growing>;
