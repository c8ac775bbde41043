import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/time/durations.ts';
import { countTurns, periodAt, type Schedule } from '../../../shared/time/periods.ts';
import { beijing } from '../../support/records/an-order.ts';

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    minute: minutes,
  }),
  fc.record({
    every: fc.constant('days' as const),
    days: fc.integer({ min: 1, max: 40 }),
    firstDate: fc.constantFrom('2026-01-01', '2026-06-10', '2027-03-31'),
    minute: minutes,
  }),
  fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), minute: minutes }),
);
const moments = fc.integer({ min: beijing('2025-12-01 00:00'), max: beijing('2028-03-01 00:00') });

describe('the turns of a recurring duty', () => {
  const audit: Schedule = { every: 'week', weekdays: [2, 5], minute: 15 * 60 };

  it.each([
    ['2026-06-02 14:59', '2026-W22-2', '2026-05-29 15:00', '2026-06-02 15:00'],
    ['2026-06-02 15:00', '2026-W23-1', '2026-06-02 15:00', '2026-06-05 15:00'],
    ['2026-06-08 00:00', '2026-W23-2', '2026-06-05 15:00', '2026-06-09 15:00'],
    // 1 January 2027 is a Friday, and its week the last of 2026.
    ['2027-01-01 15:00', '2026-W53-2', '2027-01-01 15:00', '2027-01-05 15:00'],
  ])('names the turn twice a week at %s', (...[now, key, start, end]) => {
    expect(periodAt(audit, beijing(now))).toEqual({ key, startMs: beijing(start), endMs: beijing(end) });
  });

  it('counts every three days from the first', () => {
    const notice: Schedule = { every: 'days', days: 3, firstDate: '2026-06-10', minute: 0 };
    expect(periodAt(notice, beijing('2026-06-15 23:59')).key).toBe('2026-06-13');
    expect(periodAt(notice, beijing('2026-06-09 12:00')).key).toBe('2026-06-07');
  });

  it('takes the last day where the month is too short', () => {
    const plan: Schedule = { every: 'month', day: 31, minute: 0 };
    expect(periodAt(plan, beijing('2026-02-28 00:00'))).toEqual({
      key: '2026-02',
      startMs: beijing('2026-02-28 00:00'),
      endMs: beijing('2026-03-31 00:00'),
    });
  });

  it('holds the instant, and is the same turn from its beginning to its end', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, nowMs) => {
        const period = periodAt(schedule, nowMs);
        expect(period.startMs).toBeLessThanOrEqual(nowMs);
        expect(period.endMs).toBeGreaterThan(nowMs);
        expect(periodAt(schedule, period.startMs)).toEqual(period);
        expect(periodAt(schedule, period.endMs - 1)).toEqual(period);
      }),
    );
  });

  it('gives way to the next turn without a gap, under another name', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, nowMs) => {
        const period = periodAt(schedule, nowMs);
        const next = periodAt(schedule, period.endMs);
        expect(next.startMs).toBe(period.endMs);
        expect(next.key).not.toBe(period.key);
        expect(next.endMs - next.startMs).toBeLessThanOrEqual(41 * DAY);
      }),
    );
  });

  it('is counted by the schedule alone, from one turn to another', () => {
    expect(countTurns(audit, beijing('2026-06-02 15:00'), beijing('2026-06-05 14:59'))).toBe(0);
    expect(countTurns(audit, beijing('2026-06-02 15:00'), beijing('2026-06-05 15:00'))).toBe(1);
    expect(countTurns(audit, beijing('2026-06-05 15:00'), beijing('2026-06-02 15:00'))).toBe(0);
    fc.assert(
      fc.property(schedules, moments, fc.integer({ min: 0, max: 20 }), (schedule, nowMs, turns) => {
        let later = periodAt(schedule, nowMs);
        for (let turn = 0; turn < turns; turn++) later = periodAt(schedule, later.endMs);
        expect(countTurns(schedule, nowMs, later.startMs)).toBe(turns);
        expect(countTurns(schedule, nowMs, later.endMs - 1)).toBe(turns);
      }),
    );
  });
});
