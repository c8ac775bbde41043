import type { BackupReason } from '../../../shared/domain/backups/backup.ts';
import { beijingDayNumber, beijingWeekday } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

export const DAYS_KEPT = 7;
export const WEEKS_KEPT = 4;
/** Of one day there may be several; who finds a mistake at noon wants the morning's. */
export const NEWEST_KEPT = 3;

type Dated = { readonly atMs: EpochMs; readonly reason: BackupReason | null };

const dayOf = ({ atMs }: Dated): number => beijingDayNumber(atMs);
/** The number of the day on which its week began. */
const weekOf = (backup: Dated): number => dayOf(backup) - beijingWeekday(backup.atMs);

/** The newest of each of the newest `count` groups. */
function newestOfEach<T extends Dated>(
  newestFirst: readonly T[],
  keyOf: (one: T) => number,
  count: number,
): T[] {
  const newest = new Map<number, T>();
  for (const one of newestFirst) if (!newest.has(keyOf(one))) newest.set(keyOf(one), one);
  return [...newest.values()].slice(0, count);
}

/**
 * The backups that are no longer kept. Days and weeks count only if they have a backup: after a month of holidays the
 * last week's are still there, and a day under a wrong clock takes the place of one day, not of all.
 */
export function backupsToDrop<T extends Dated>(backups: readonly T[]): T[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs);
  const beforeMigration = newestFirst.find(({ reason }) => reason === 'migration');
  const kept = new Set([
    ...newestFirst.slice(0, NEWEST_KEPT),
    ...newestOfEach(newestFirst, dayOf, DAYS_KEPT),
    // The week that has just begun is none yet.
    ...newestOfEach(newestFirst, weekOf, WEEKS_KEPT + 1),
    // The only one from which an older version of the program can go on.
    ...(beforeMigration ? [beforeMigration] : []),
  ]);
  return backups.filter((one) => !kept.has(one));
}
