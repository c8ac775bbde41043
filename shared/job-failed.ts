import { z } from 'zod';
import { describeError } from './describe-error.ts';
import { AppError, ERROR_CODES, toFailure } from './errors.ts';

/** How a job in a thread of its own says that it did not get through. */
export const JobFailed = z.object({
  kind: z.literal('failed'),
  failure: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
  /** For the log only: where it happened, without what it was about. */
  bug: z.string().nullable(),
});
export type JobFailed = z.infer<typeof JobFailed>;

export function jobFailed(error: unknown): JobFailed {
  const bug = error instanceof AppError ? null : describeError(error);
  return { kind: 'failed', failure: toFailure(error), bug };
}
