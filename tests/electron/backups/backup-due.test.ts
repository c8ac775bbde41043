import { describe, expect, it } from 'vitest';
import { backupDue } from '../../../electron/backups/backup-due.ts';
import { MINUTE } from '../../../shared/time/durations.ts';

const at = (text: string) => Date.parse(`2026-06-${text}:00+08:00`);

describe('X6: the time of day asks for a backup', () => {
  it.each([
    { when: 'there never was one', last: null, now: '10T09:00', reason: 'day-start' },
    { when: 'the last is of yesterday', last: '09T21:05', now: '10T09:00', reason: 'day-start' },
    { when: 'the last is of this morning', last: '10T09:01', now: '10T18:00', reason: null },
    { when: 'the day ends', last: '10T09:01', now: '10T21:00', reason: 'day-end' },
    { when: 'the day has ended and was backed up', last: '10T21:04', now: '10T23:00', reason: null },
    { when: 'the program runs over midnight', last: '10T21:04', now: '11T00:05', reason: 'day-start' },
    { when: 'the clock was ahead', last: '10T09:00', now: '10T08:00', reason: null },
  ])('$when', ({ last, now, reason }) => {
    const past = { lastAtMs: last === null ? null : at(last), failedAtMs: null };
    expect(backupDue(past, at(now))).toBe(reason);
  });

  it('tries again after an hour when it failed, and whenever the clock was set', () => {
    const past = { lastAtMs: null, failedAtMs: at('10T09:00') };
    expect(backupDue(past, at('10T09:59'))).toBeNull();
    expect(backupDue(past, at('10T10:00'))).toBe('day-start');
    expect(backupDue(past, at('09T09:00') - MINUTE)).toBe('day-start');
  });
});
