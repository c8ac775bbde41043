import { z } from 'zod';
import { BACKUP_REASONS, Backup } from '../../shared/domain/backups/backup.ts';
import type { JobSpec } from '../kernel/jobs/job.ts';

const Making = z.object({ reason: z.enum(BACKUP_REASONS), secondFolder: z.string().nullable() });

const Made = z.object({
  backup: Backup,
  /** Why it could not be copied to the second folder; `null`: it was, or there is none. */
  secondFailure: z.string().nullable(),
});
export type Made = z.infer<typeof Made>;

export const backupJob: JobSpec<z.infer<typeof Making>, Made> = {
  name: 'backups.make',
  label: '备份数据',
  input: Making,
  output: Made,
  writes: false,
};
