import { z } from 'zod';
import { Backup } from '../../shared/domain/backups/backup.ts';
import { JobFailed } from '../../shared/job-failed.ts';

/** Work on a store that the program cannot open, in a thread of its own: both copy as much as there is. */
export const RescueTask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('restore'),
    from: z.string(),
    databasePath: z.string(),
    nowMs: z.int(),
  }),
  z.object({ kind: z.literal('save-readable'), databasePath: z.string(), target: z.string() }),
  /** A share may keep the thread that looks into it waiting for minutes. */
  z.object({ kind: z.literal('list'), databasePath: z.string(), folder: z.string() }),
]);
export type RescueTask = z.infer<typeof RescueTask>;

export const RescueOutcome = z.discriminatedUnion('kind', [
  /** Orders that came back, or rows that were saved. */
  z.object({ kind: z.literal('done'), value: z.int() }),
  z.object({ kind: z.literal('listed'), backups: z.array(Backup) }),
  JobFailed,
]);
export type RescueOutcome = z.infer<typeof RescueOutcome>;
