import { z } from 'zod';
import { Backup } from '../../shared/domain/backups/backup.ts';
import { STORE_TROUBLES } from '../../shared/domain/backups/store-trouble.ts';
import { JobFailed } from '../../shared/job-failed.ts';

/** Work for a store that the program cannot open, in a thread of its own: it may take minutes. */
export const RescueTask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('restore'),
    from: z.string(),
    databasePath: z.string(),
    nowMs: z.int(),
  }),
  z.object({ kind: z.literal('save-readable'), databasePath: z.string(), target: z.string() }),
  /** Finishes a restore that was cut off, and looks what lies there then. */
  z.object({
    kind: z.literal('look'),
    databasePath: z.string(),
    nowMs: z.int(),
    busyTimeoutMs: z.int(),
    isThorough: z.boolean(),
  }),
  /** A share may keep the thread that looks into it waiting for minutes. */
  z.object({ kind: z.literal('list'), databasePath: z.string(), folder: z.string() }),
]);
export type RescueTask = z.infer<typeof RescueTask>;

/** Sent while a restore is under way: the share of it that is done. */
export const RescueProgress = z.object({ kind: z.literal('progress'), share: z.number() });
export type RescueProgress = z.infer<typeof RescueProgress>;

const StoreState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fresh') }),
  z.object({ kind: z.literal('ok'), schemaVersion: z.int() }),
  z.object({ kind: z.enum(STORE_TROUBLES), detail: z.string() }),
]);

export const RescueOutcome = z.discriminatedUnion('kind', [
  /** Orders that came back, or rows that were saved. */
  z.object({ kind: z.literal('done'), value: z.int() }),
  z.object({ kind: z.literal('listed'), backups: z.array(Backup) }),
  z.object({ kind: z.literal('looked'), state: StoreState }),
  JobFailed,
]);
export type RescueOutcome = z.infer<typeof RescueOutcome>;
