import type { EpochMs } from './clock.ts';
import { DAY, HOUR } from './durations.ts';

/** China has had one zone and no daylight saving since 1991, so a fixed offset is exact for every export. */
const OFFSET_MS = 8 * HOUR;

/** Wall-clock parts in Beijing; `month` and `day` count from 1. */
export type BeijingTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

export function toBeijing(atMs: EpochMs): BeijingTime {
  const shifted = new Date(atMs + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** `undefined` when the parts name no real moment, such as 30 February or 24:00. */
export function fromBeijing(time: BeijingTime): EpochMs | undefined {
  const utcMs = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const back = toBeijing(utcMs - OFFSET_MS);
  const isReal =
    back.year === time.year &&
    back.month === time.month &&
    back.day === time.day &&
    back.hour === time.hour &&
    back.minute === time.minute &&
    back.second === time.second;
  return isReal ? utcMs - OFFSET_MS : undefined;
}

/** `'2026-06-10'` of the Beijing day that holds the instant. */
export function beijingDate(atMs: EpochMs): string {
  return new Date(atMs + OFFSET_MS).toISOString().slice(0, 10);
}

/** Midnight in Beijing of the day that holds the instant. */
export function startOfBeijingDay(atMs: EpochMs): EpochMs {
  return Math.floor((atMs + OFFSET_MS) / DAY) * DAY - OFFSET_MS;
}

/** Counts the days; the difference of two is how many days lie between them. */
export const beijingDayNumber = (atMs: EpochMs): number => Math.floor((atMs + OFFSET_MS) / DAY);

/** 1 is Monday, 7 is Sunday. The first day of the epoch was a Thursday. */
export function beijingWeekday(atMs: EpochMs): number {
  return ((((beijingDayNumber(atMs) + 3) % 7) + 7) % 7) + 1;
}

/** Midnight in Beijing of `'YYYY-MM-DD'`; `undefined` when that is no date. */
export function dateToMs(date: string): EpochMs | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return fromBeijing({ year, month, day, hour: 0, minute: 0, second: 0 });
}

/** ISO 8601 with the offset written out: `'2026-06-10T08:00:00+08:00'`. */
export function toBeijingIso(atMs: EpochMs): string {
  return `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** As a person writes it: `'2026-06-10 08:00:00'`. */
export function formatBeijing(atMs: EpochMs): string {
  return new Date(atMs + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * As messages and tasks name it: `'06-17 09:00'`, with the year where it is another than that of `seenFromMs`. They are
 * read long after they were written, so they name the moment and not what is left until then.
 */
export function momentText(atMs: EpochMs, seenFromMs: EpochMs): string {
  const isSameYear = toBeijing(atMs).year === toBeijing(seenFromMs).year;
  return formatBeijing(atMs).slice(isSameYear ? 5 : 0, 16);
}
