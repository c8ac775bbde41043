import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupsToDrop,
  DAYS_KEPT,
  NEWEST_KEPT,
  WEEKS_KEPT,
} from '../../../../electron/store/backups/keep-backups.ts';
import { BACKUP_REASONS } from '../../../../shared/domain/backups/backup.ts';
import { beijingDayNumber, beijingWeekday } from '../../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';

const START = Date.parse('2026-06-01T09:00:00+08:00');

const aBackup = fc.record({
  atMs: fc.integer({ min: START, max: START + 400 * DAY }),
  reason: fc.constantFrom(...BACKUP_REASONS),
});
const someBackups = fc.uniqueArray(aBackup, { maxLength: 80, selector: ({ atMs }) => atMs });

type Dated = { readonly atMs: number };
const dayOf = ({ atMs }: Dated) => beijingDayNumber(atMs);
const weekOf = (one: Dated) => dayOf(one) - beijingWeekday(one.atMs);

function kept<T extends { atMs: number; reason: (typeof BACKUP_REASONS)[number] }>(
  backups: readonly T[],
): T[] {
  const dropped = new Set(backupsToDrop(backups));
  return backups.filter((one) => !dropped.has(one));
}

/** The newest days or weeks that have a backup at all. */
function newestGroups(backups: readonly Dated[], keyOf: (one: Dated) => number, count: number): number[] {
  return [...new Set(backups.map(keyOf))].toSorted((a, b) => b - a).slice(0, count);
}

describe('X6: backups of seven days and four weeks are kept', () => {
  it('keeps the newest of each of the newest days and weeks that have one, in whatever order they come', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const left = new Set(kept(backups));
        for (const [keyOf, count] of [[dayOf, DAYS_KEPT] as const, [weekOf, WEEKS_KEPT] as const]) {
          for (const group of newestGroups(backups, keyOf, count)) {
            const ofGroup = backups.filter((one) => keyOf(one) === group);
            const newest = ofGroup.reduce((a, b) => (a.atMs > b.atMs ? a : b));
            expect(left.has(newest)).toBe(true);
          }
        }
        expect(left.size).toBeLessThanOrEqual(NEWEST_KEPT + DAYS_KEPT + WEEKS_KEPT + 2);
        expect(left).toEqual(new Set(kept(backups.toReversed())));
      }),
    );
  });

  it('drops nothing more when it looks again', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        expect(backupsToDrop(kept(backups))).toEqual([]);
      }),
    );
  });

  it('reaches back three weeks at least, whichever day it is, when there is one every day', () => {
    let backups: { atMs: number; reason: 'day-start' }[] = [];
    for (let day = 0; day < 200; day += 1) {
      backups = kept([...backups, { atMs: START + day * DAY, reason: 'day-start' }]);
      const oldest = Math.min(...backups.map(({ atMs }) => atMs));
      expect(START + day * DAY - oldest).toBeGreaterThanOrEqual((day < 28 ? Math.min(day, 6) : 21) * DAY);
      const lastWeek = backups.filter(({ atMs }) => atMs > START + (day - DAYS_KEPT) * DAY);
      expect(lastWeek).toHaveLength(Math.min(day + 1, DAYS_KEPT));
    }
  });

  it('keeps all old ones through a pause, and through a day under a wrong clock', () => {
    const week = Array.from({ length: 7 }, (_, day) => ({
      atMs: START + day * DAY,
      reason: 'day-start' as const,
    }));
    expect(kept([...week, { atMs: START + 90 * DAY, reason: 'day-start' }])).toHaveLength(7);
    expect(kept([...week, { atMs: START + 3650 * DAY, reason: 'day-start' }])).toHaveLength(7);
  });

  it('keeps the last one from before a migration, and several of one day', () => {
    const before = { atMs: START, reason: 'migration' as const };
    const later = Array.from({ length: 60 }, (_, day) => ({
      atMs: START + HOUR + day * DAY,
      reason: 'day-end' as const,
    }));
    expect(kept([before, ...later])).toContain(before);
    const sameDay = [1, 2, 3, 4, 5].map((hour) => ({ atMs: START + hour * HOUR, reason: 'import' as const }));
    expect(kept(sameDay)).toEqual(sameDay.slice(2));
  });
});
