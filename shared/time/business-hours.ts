import { beijingDate, beijingWeekday, startOfBeijingDay } from './beijing.ts';
import type { EpochMs } from './clock.ts';
import { DAY, MINUTE } from './durations.ts';

/** When a shop or a warehouse works, in Beijing time. */
export type BusinessHours = {
  /** 1 is Monday, 7 is Sunday; at least one. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  /** Later than `fromMinute`; 24:00 at most. */
  readonly toMinute: number;
  /** `'YYYY-MM-DD'` of days off that the weekday would make working days. */
  readonly holidays: readonly string[];
};

/** 09:00–18:00, Monday to Saturday. */
export const DEFAULT_BUSINESS_HOURS: BusinessHours = {
  weekdays: [1, 2, 3, 4, 5, 6],
  fromMinute: 9 * 60,
  toMinute: 18 * 60,
  holidays: [],
};

/** The working time of the day, `[start, end)`; `null` on a day off. */
function shiftOf(hours: BusinessHours, dayMs: EpochMs): { startMs: EpochMs; endMs: EpochMs } | null {
  const isDayOff =
    !hours.weekdays.includes(beijingWeekday(dayMs)) || hours.holidays.includes(beijingDate(dayMs));
  if (isDayOff) return null;
  return { startMs: dayMs + hours.fromMinute * MINUTE, endMs: dayMs + hours.toMinute * MINUTE };
}

/**
 * The moment at which that much working time has passed. "Two hours for the warehouse" asked at 17:00 on a Saturday end
 * at 10:00 on Monday. No time at all is the moment itself, or the next opening outside working hours.
 */
export function addBusinessTime(hours: BusinessHours, fromMs: EpochMs, durationMs: number): EpochMs {
  if (durationMs < 0) throw new RangeError('Working time cannot be counted backwards');
  if (hours.weekdays.length === 0 || hours.toMinute <= hours.fromMinute) {
    throw new RangeError('Nobody ever works in these hours');
  }
  let leftMs = durationMs;
  // The days off are listed one by one, so a working day follows behind the last of them.
  for (let dayMs = startOfBeijingDay(fromMs); ; dayMs += DAY) {
    const shift = shiftOf(hours, dayMs);
    if (shift === null || shift.endMs <= fromMs) continue;
    const startMs = Math.max(shift.startMs, fromMs);
    if (leftMs <= shift.endMs - startMs) return startMs + leftMs;
    leftMs -= shift.endMs - startMs;
  }
}
