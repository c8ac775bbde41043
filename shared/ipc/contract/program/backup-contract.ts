import { z } from 'zod';
import { Backup } from '../../../domain/backups/backup.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

const Failure = z.object({ atMs: z.int(), reason: z.string() });

/** Every page of the store is looked at once a week, and after an unclean end. */
export const CheckState = z.object({
  isRunning: z.boolean(),
  last: z
    .object({
      atMs: z.int(),
      /** None: all is well. */
      problems: z.array(z.string()),
      /** Why it could not be checked. */
      failure: z.string().nullable(),
    })
    .nullable(),
});
export type CheckState = z.infer<typeof CheckState>;

export const BackupState = z.object({
  folder: z.string(),
  /** Newest first. */
  backups: z.array(Backup),
  isRunning: z.boolean(),
  /** The last try, where it failed. */
  failure: Failure.nullable(),
  /** Another disk, a stick or a share that each backup is copied to. */
  second: z.object({ folder: z.string(), failure: Failure.nullable(), isCopying: z.boolean() }).nullable(),
  check: CheckState,
});
export type BackupState = z.infer<typeof BackupState>;

export const backupContract = {
  'backups.state': { input: nothing, output: BackupState },
  /** Answers when the backup is made; rejects with what stood in its way. */
  'backups.make': { input: nothing, output: BackupState },
  /** Answers when every page was looked at. */
  'backups.check': { input: nothing, output: BackupState },
  /** Opens a dialog; the state as it was when the agent thinks better of it. */
  'backups.chooseSecondFolder': { input: nothing, output: BackupState },
  'backups.dropSecondFolder': { input: nothing, output: BackupState },
  'backups.showFolder': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;
