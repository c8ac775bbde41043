import type { BackupReason } from '../../shared/domain/backups/backup.ts';
import { beijingDate, startOfBeijingDay } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { HOUR } from '../../shared/time/durations.ts';

/** Most of the day's work is done by then, and the PC is still on. */
const DAY_ENDS_AT_HOUR = 21;
const TRY_AGAIN_AFTER_MS = HOUR;

type Past = { readonly lastAtMs: EpochMs | null; readonly failedAtMs: EpochMs | null };

/** The backup that the time of day asks for; `null` where the last one will do. */
export function backupDue({ lastAtMs, failedAtMs }: Past, nowMs: EpochMs): BackupReason | null {
  // A clock that was set back must not put the next try off by a year.
  if (failedAtMs !== null && Math.abs(nowMs - failedAtMs) < TRY_AGAIN_AFTER_MS) return null;
  if (lastAtMs === null || beijingDate(lastAtMs) !== beijingDate(nowMs)) return 'day-start';
  const dayEndsAtMs = startOfBeijingDay(nowMs) + DAY_ENDS_AT_HOUR * HOUR;
  return nowMs >= dayEndsAtMs && lastAtMs < dayEndsAtMs ? 'day-end' : null;
}
