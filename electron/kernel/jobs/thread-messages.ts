import { z } from 'zod';
import { Growing } from '../../../shared/growing.ts';
import { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import { JobFailed } from '../../../shared/job-failed.ts';

/** A thread is started with this; it does this one job and ends. */
export const ThreadData = z.object({
  databasePath: z.string().min(1),
  /** The time to which the app's clock was set; `null`: it tells the real time. */
  startsAtMs: z.int().nullable(),
  /** One 32-bit number; anything but 0 asks the job to stop. */
  stopFlag: z.instanceof(SharedArrayBuffer),
  name: z.string(),
  input: z.unknown(),
});
export type ThreadData = z.infer<typeof ThreadData>;

/** The messages of a thread to main. The spec of the job knows what the value is. */
export const ThreadMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: JobProgress }),
  /** Until the next message. */
  z.object({ kind: z.literal('growing'), growing: Growing }),
  z.object({
    kind: z.literal('ended'),
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('done'), value: z.unknown() }),
      z.object({ kind: z.literal('cancelled') }),
      JobFailed,
    ]),
  }),
]);
export type ThreadMessage = z.infer<typeof ThreadMessage>;
