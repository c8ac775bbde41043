import { z } from 'zod';
import { BACKUP_REASONS, Backup, BackupCopying } from '../../shared/domain/backups/backup.ts';
import type { JobSpec } from '../kernel/jobs/job.ts';

const Making = z.object({ reason: z.enum(BACKUP_REASONS) });

export const backupJob: JobSpec<z.infer<typeof Making>, Backup> = {
  name: 'backups.make',
  label: '备份数据',
  input: Making,
  output: Backup,
  writes: false,
};

/** By itself: a share that hangs must hold no backup up. */
export const backupCopyJob: JobSpec<BackupCopying, null> = {
  name: 'backups.copy',
  label: '复制备份到第二个文件夹',
  input: BackupCopying,
  output: z.null(),
  writes: false,
};
