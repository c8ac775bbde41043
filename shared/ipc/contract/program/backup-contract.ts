import { z } from 'zod';
import { Backup } from '../../../domain/backups/backup.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

const Failure = z.object({ atMs: z.int(), reason: z.string() });

export const BackupState = z.object({
  folder: z.string(),
  /** Newest first. */
  backups: z.array(Backup),
  isRunning: z.boolean(),
  /** The last try, where it failed. */
  failure: Failure.nullable(),
  /** Another disk, a stick or a share that each backup is copied to. */
  second: z.object({ folder: z.string(), failure: Failure.nullable() }).nullable(),
});
export type BackupState = z.infer<typeof BackupState>;

export const backupContract = {
  'backups.state': { input: nothing, output: BackupState },
  /** Answers when the backup is made; rejects with what stood in its way. */
  'backups.make': { input: nothing, output: BackupState },
  /** Opens a dialog; the state as it was when the agent thinks better of it. */
  'backups.chooseSecondFolder': { input: nothing, output: BackupState },
  'backups.dropSecondFolder': { input: nothing, output: BackupState },
  'backups.showFolder': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;
