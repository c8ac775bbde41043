import { z } from 'zod';

export const BACKUP_REASONS = [
  'day-start',
  'day-end',
  'quit',
  'import',
  'migration',
  'manual',
  'rescued',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const BACKUP_REASON_LABELS: Readonly<Record<BackupReason, string>> = {
  'day-start': '每天第一次启动',
  'day-end': '一天结束',
  quit: '退出程序',
  import: '大批导入之前',
  migration: '升级数据之前',
  manual: '手动',
  rescued: '数据文件被替换或删除时',
};

/** A backup on its way to another disk, a stick or a share. */
export const BackupCopying = z.object({ file: z.string(), secondFolder: z.string() });
export type BackupCopying = z.infer<typeof BackupCopying>;

/** The content of a backup, counted in the copy itself. */
export const BackupContent = z.object({
  schemaVersion: z.int(),
  orders: z.int(),
  customers: z.int(),
  openTasks: z.int(),
});
export type BackupContent = z.infer<typeof BackupContent>;

/** Stands beside every backup, so that a list of them opens none. */
export const BackupManifest = BackupContent.extend({
  atMs: z.int(),
  reason: z.enum(BACKUP_REASONS),
  bytes: z.int(),
  sha256: z.string(),
  /** Pictures and evidence that could not be copied along. */
  filesLeftOut: z.int(),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const Backup = z.object({
  /** The whole path. */
  file: z.string(),
  atMs: z.int(),
  /** `null` where the note beside the backup is gone. */
  reason: z.enum(BACKUP_REASONS).nullable(),
  bytes: z.int(),
  /** `null`: it cannot be read, or is shorter than it was. */
  content: BackupContent.nullable(),
  filesLeftOut: z.int(),
});
export type Backup = z.infer<typeof Backup>;
