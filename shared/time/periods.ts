import { assertNever } from '../errors.ts';
import {
  beijingDate,
  beijingDayNumber,
  beijingWeekday,
  dateToMs,
  startOfBeijingDay,
  toBeijing,
} from './beijing.ts';
import type { EpochMs } from './clock.ts';
import { DAY, MINUTE } from './durations.ts';

/** When a recurring duty begins anew, in Beijing time. */
export type Schedule =
  /** On these weekdays, 1 is Monday: an audit on Tuesday and Friday. */
  | { readonly every: 'week'; readonly weekdays: readonly number[]; readonly minute: number }
  /** Every so many days, counted from a first one: a notice every three days. */
  | { readonly every: 'days'; readonly days: number; readonly firstDate: string; readonly minute: number }
  /** On a day of the month; one that the month does not have is its last day. */
  | { readonly every: 'month'; readonly day: number; readonly minute: number };

/** One turn of a recurring duty, `[start, end)`; the next one begins where it ends. */
export type Period = {
  /** `'2026-W23-2'`, `'2026-06-10'`, `'2026-06'`: names the turn for good. */
  readonly key: string;
  readonly startMs: EpochMs;
  readonly endMs: EpochMs;
};

/** Farther than any two beginnings lie apart but those of a duty every so many days. */
const LONGEST_DAYS = 32;

/** The turn that holds the instant. */
export function periodAt(schedule: Schedule, nowMs: EpochMs): Period {
  const reach = schedule.every === 'days' ? schedule.days + 1 : LONGEST_DAYS;
  const today = startOfBeijingDay(nowMs);
  const startOn = (offset: number): EpochMs | undefined => {
    const dayMs = today + offset * DAY;
    return beginsOn(schedule, dayMs) ? dayMs + schedule.minute * MINUTE : undefined;
  };
  let startMs: EpochMs | undefined;
  for (let offset = -reach; offset <= reach; offset++) {
    const atMs = startOn(offset);
    if (atMs === undefined) continue;
    if (atMs > nowMs && startMs !== undefined) return { key: keyOf(schedule, startMs), startMs, endMs: atMs };
    if (atMs <= nowMs) startMs = atMs;
  }
  throw new RangeError('The schedule never begins');
}

/** How many turns went by from the one that holds the first instant to the one that holds the second. */
export function countTurns(schedule: Schedule, fromMs: EpochMs, nowMs: EpochMs): number {
  let count = 0;
  for (let { endMs } = periodAt(schedule, fromMs); endMs <= nowMs; { endMs } = periodAt(schedule, endMs)) {
    count++;
  }
  return count;
}

function beginsOn(schedule: Schedule, dayMs: EpochMs): boolean {
  switch (schedule.every) {
    case 'week':
      return schedule.weekdays.includes(beijingWeekday(dayMs));
    case 'days':
      return (beijingDayNumber(dayMs) - dayNumberOf(schedule.firstDate)) % schedule.days === 0;
    case 'month': {
      const day = toBeijing(dayMs).day;
      const isLast = toBeijing(dayMs + DAY).day === 1;
      return day === schedule.day || (isLast && day < schedule.day);
    }
    default:
      return assertNever(schedule);
  }
}

function keyOf(schedule: Schedule, startMs: EpochMs): string {
  const dayMs = startOfBeijingDay(startMs);
  if (schedule.every === 'month') return beijingDate(dayMs).slice(0, 7);
  if (schedule.every === 'days') return beijingDate(dayMs);
  const { year, week } = isoWeekOf(dayMs);
  const turn = schedule.weekdays.toSorted((a, b) => a - b).indexOf(beijingWeekday(dayMs)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}-${turn}`;
}

function dayNumberOf(date: string): number {
  const atMs = dateToMs(date);
  if (atMs === undefined) throw new RangeError(`No such day: ${date}`);
  return beijingDayNumber(atMs);
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeekOf(dayMs: EpochMs): { year: number; week: number } {
  const thursdayMs = dayMs + (4 - beijingWeekday(dayMs)) * DAY;
  const { year } = toBeijing(thursdayMs);
  const days = beijingDayNumber(thursdayMs) - dayNumberOf(`${year}-01-01`);
  return { year, week: Math.floor(days / 7) + 1 };
}
