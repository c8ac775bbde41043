import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingDate, beijingWeekday, startOfBeijingDay } from '../../../shared/time/beijing.ts';
import {
  addBusinessTime,
  type BusinessHours,
  DEFAULT_BUSINESS_HOURS,
} from '../../../shared/time/business-hours.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { beijing } from '../../support/records/an-order.ts';

const moments = fc.integer({ min: beijing('2026-01-01 00:00'), max: beijing('2026-12-31 00:00') });
const durations = fc.integer({ min: 0, max: 60 * HOUR });
const hoursOf: fc.Arbitrary<BusinessHours> = fc
  .record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    fromMinute: fc.integer({ min: 0, max: 20 * 60 }),
    minutes: fc.integer({ min: 1, max: 4 * 60 }),
    holidays: fc.subarray([
      '2026-05-01',
      '2026-05-02',
      '2026-05-04',
      '2026-10-01',
      '2026-10-02',
      '2026-10-05',
    ]),
  })
  .map(({ minutes, ...hours }) => ({ ...hours, toMinute: hours.fromMinute + minutes }));

/** Counted day by day, which is slow and plain. */
function businessTimeBetween(hours: BusinessHours, fromMs: number, toMs: number): number {
  let sumMs = 0;
  for (let dayMs = startOfBeijingDay(fromMs); dayMs < toMs; dayMs += DAY) {
    if (!isWorkingDay(hours, dayMs)) continue;
    const [startMs, endMs] = [dayMs + hours.fromMinute * MINUTE, dayMs + hours.toMinute * MINUTE];
    sumMs += Math.max(0, Math.min(endMs, toMs) - Math.max(startMs, fromMs));
  }
  return sumMs;
}

const isWorkingDay = ({ weekdays, holidays }: BusinessHours, dayMs: number): boolean =>
  weekdays.includes(beijingWeekday(dayMs)) && !holidays.includes(beijingDate(dayMs));

function isBusinessTime(hours: BusinessHours, atMs: number): boolean {
  const minute = (atMs - startOfBeijingDay(atMs)) / MINUTE;
  return isWorkingDay(hours, atMs) && hours.fromMinute <= minute && minute < hours.toMinute;
}

describe('working hours', () => {
  it.each([
    ['within a day', '2026-06-10 10:00', 2 * HOUR, '2026-06-10 12:00'],
    ['over the night', '2026-06-10 17:00', 2 * HOUR, '2026-06-11 10:00'],
    ['over the Sunday', '2026-06-13 17:00', 2 * HOUR, '2026-06-15 10:00'],
    ['from before the opening', '2026-06-10 03:00', HOUR, '2026-06-10 10:00'],
    ['just to the end of the day', '2026-06-10 16:00', 2 * HOUR, '2026-06-10 18:00'],
    ['from the end of the day', '2026-06-10 18:00', 0, '2026-06-11 09:00'],
    ['over several days', '2026-06-10 09:00', 20 * HOUR, '2026-06-12 11:00'],
  ])('counts %s', (...[, from, durationMs, to]) => {
    expect(addBusinessTime(DEFAULT_BUSINESS_HOURS, beijing(from), durationMs)).toBe(beijing(to));
  });

  it('passes over holidays', () => {
    const hours = { ...DEFAULT_BUSINESS_HOURS, holidays: ['2026-06-11', '2026-06-12'] };
    expect(addBusinessTime(hours, beijing('2026-06-10 17:00'), 2 * HOUR)).toBe(beijing('2026-06-13 10:00'));
  });

  it('refuses hours in which nobody ever works', () => {
    const never = { ...DEFAULT_BUSINESS_HOURS, weekdays: [] };
    expect(() => addBusinessTime(never, beijing('2026-06-10 10:00'), HOUR)).toThrow(RangeError);
  });

  it('lets exactly that much working time pass', () => {
    fc.assert(
      fc.property(hoursOf, moments, durations, (hours, fromMs, durationMs) => {
        const toMs = addBusinessTime(hours, fromMs, durationMs);
        expect(businessTimeBetween(hours, fromMs, toMs)).toBe(durationMs);
      }),
    );
  });

  it('ends in working time, and never before it began', () => {
    fc.assert(
      fc.property(hoursOf, moments, durations, (hours, fromMs, durationMs) => {
        const toMs = addBusinessTime(hours, fromMs, durationMs);
        expect(toMs).toBeGreaterThanOrEqual(fromMs + durationMs);
        expect(isBusinessTime(hours, durationMs === 0 ? toMs : toMs - 1)).toBe(true);
      }),
    );
  });

  it('adds up: one part after the other is both at once', () => {
    fc.assert(
      fc.property(hoursOf, moments, fc.tuple(durations, durations), (hours, fromMs, [first, second]) => {
        const inTwo = addBusinessTime(hours, addBusinessTime(hours, fromMs, first), second + 1);
        expect(inTwo).toBe(addBusinessTime(hours, fromMs, first + second + 1));
      }),
    );
  });

  it('never ends earlier for having begun later', () => {
    fc.assert(
      fc.property(hoursOf, fc.tuple(moments, moments), durations, (hours, [a, b], durationMs) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const first = addBusinessTime(hours, early, durationMs);
        expect(addBusinessTime(hours, late, durationMs)).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});
