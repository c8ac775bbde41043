import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

export const JobId = z.string().min(1).max(64).brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

export const JobProgress = z.object({
  /** In what the job counts: bytes of a file, rows, orders. */
  done: z.int(),
  /** `null` until the job can tell it; some jobs never can. */
  total: z.int().nullable(),
  /** `null` until it can be told. */
  timeLeftMs: z.int().nullable(),
});
export type JobProgress = z.infer<typeof JobProgress>;

/** Work that goes on behind the screens, as the header shows it. */
export const ListedJob = JobProgress.extend({
  id: JobId,
  title: z.string(),
  /** Another job is writing; this one begins after it. */
  isWaiting: z.boolean(),
  /** Tells the agent who stops the job what becomes of the rest; `null` where there is nothing to say. */
  stopNote: z.string().nullable(),
});
export type ListedJob = z.infer<typeof ListedJob>;

export const jobContract = {
  /** In the order in which they were started; jobs that a screen of their own shows are left out. */
  'jobs.list': { input: nothing, output: z.array(ListedJob) },
  /** A job that has ended meanwhile is none to cancel, and no error. */
  'jobs.cancel': { input: z.object({ id: JobId }), output: nothing },
} as const satisfies Record<string, Endpoint>;
