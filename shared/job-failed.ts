import { z } from 'zod';
import { DescribedError, describeError } from './describe-error.ts';
import { storageErrorIn } from './domain/storage/storage-trouble.ts';
import { AppError, ERROR_CODES, toFailure } from './errors.ts';

/** How a job in a thread of its own says that it did not get through. */
export const JobFailed = z.object({
  kind: z.literal('failed'),
  failure: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
  /** For the log only: where it happened, without what it was about. */
  bug: z.string().nullable(),
  /** The code of SQLite or of the system, where the disk is to blame. */
  storageCode: z.string().nullable(),
});
export type JobFailed = z.infer<typeof JobFailed>;

/** `explain` turns what the disk has refused into a sentence. */
export function jobFailed(error: unknown, explain: (error: unknown) => unknown): JobFailed {
  const storageCode = storageErrorIn(error)?.code ?? null;
  // A refusal that hides something else says that it is in the log; one of what was asked for says all there is.
  const isExpected =
    error instanceof AppError && (error.code === 'invalid-input' || error.cause === undefined);
  return {
    kind: 'failed',
    failure: toFailure(explain(error)),
    bug: isExpected ? null : describeError(error),
    storageCode,
  };
}

/** The error that the thread met, for the log and the guard of the store; `null` where it was expected. */
export function errorOfJob({ bug, storageCode }: JobFailed): Error | null {
  if (bug === null) return null;
  const error = new DescribedError(bug);
  return storageCode === null ? error : Object.assign(error, { code: storageCode });
}
