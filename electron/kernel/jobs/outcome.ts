import { AppError } from '../../../shared/errors.ts';
import type { JobFailed } from '../../../shared/job-failed.ts';
import { StoppedError } from './stopped-error.ts';

/** How a job ended. A failure is data, because no error crosses from a thread to main as it is. */
export type JobOutcome<Out> =
  | { readonly kind: 'done'; readonly value: Out }
  | { readonly kind: 'cancelled' }
  | JobFailed;

/** For a handler whose channel has no other answer: throws what stood in the way, and `StoppedError` when cancelled. */
export function valueOf<Out>(outcome: JobOutcome<Out>): Out {
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'cancelled') throw new StoppedError();
  throw new AppError(outcome.failure.code, outcome.failure.message);
}

/** `false` when the agent cancelled the job; throws what stood in its way. */
export function isDone(outcome: JobOutcome<unknown>): boolean {
  if (outcome.kind === 'cancelled') return false;
  valueOf(outcome);
  return true;
}
