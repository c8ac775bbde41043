import { dateToMs, fromBeijing } from '../../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/time/durations.ts';
import { foldWidth } from '../columns/header-name.ts';
import { type Parsed, Unreadable } from './unreadable.ts';

const DATE_TIME =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const DEADLINES = /\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+\d{1,2}:\d{1,2}(?::\d{1,2})?/g;
/** Day 25569 of a spreadsheet that counts from 1900 is 1970-01-01. */
const UNIX_EPOCH_SERIAL = 25_569;
/** A workbook that counts from 1904 is this many days behind. */
const DAYS_1904 = 1462;
const BEIJING_OFFSET_MS = 8 * HOUR;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const ZERO = 0x30;
const COLON = 0x3a;
const BLANK = 0x20;

const NO_TIME = '不是时间；应为 2026-06-09 22:10:03 这样的写法，请核对原始文件中的这一格';
const IMPOSSIBLE = '没有这个日期或时间；请核对原始文件中的这一格';

export type TimeOptions = { readonly isDate1904: boolean };

/** Q11. Export times carry no zone and are Beijing time. */
export function parseTime(text: string, options: TimeOptions): Parsed<number> {
  const quick = plainTimeMs(text);
  if (quick !== undefined) return quick;
  const folded = foldWidth(text).replaceAll(/\s+/g, ' ').trim();
  if (SERIAL.test(folded)) return fromSerial(Number(folded), options);
  const match = DATE_TIME.exec(folded);
  return match ? fromParts(match) : new Unreadable(NO_TIME);
}

function fromParts([
  ,
  year,
  month,
  day,
  hour = '0',
  minute = '0',
  second = '0',
  zone,
]: readonly string[]): Parsed<number> {
  const atMs = fromBeijing({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  });
  if (atMs === undefined || !isInRange(Number(year))) return new Unreadable(IMPOSSIBLE);
  return zone === undefined ? atMs : atMs + BEIJING_OFFSET_MS - zoneOffsetMs(zone);
}

/** A file has few days and many times of day, so the days are remembered. */
const dayStarts = new Map<string, number>();
const MAX_DAYS = 10_000;

/** The one shape that nearly all times have, `2026-06-09 22:10:03`; `undefined` for everything else. */
function plainTimeMs(text: string): number | undefined {
  if (text.length !== 19) return undefined;
  const dayMs = dayStarts.get(text.slice(0, 10)) ?? rememberDay(text.slice(0, 10));
  if (dayMs === undefined || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return undefined;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (text.charCodeAt(10) !== BLANK || !(hour < 24 && minute < 60 && second < 60)) return undefined;
  return dayMs + hour * HOUR + minute * MINUTE + second * SECOND;
}

/** `NaN` where one of the two is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function rememberDay(day: string): number | undefined {
  const dayMs = dateToMs(day);
  if (dayMs === undefined || !isInRange(Number(day.slice(0, 4)))) return undefined;
  if (dayStarts.size >= MAX_DAYS) dayStarts.clear();
  dayStarts.set(day, dayMs);
  return dayMs;
}

function isInRange(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function zoneOffsetMs(zone: string): number {
  if (zone.length === 1) return 0;
  const digits = zone.slice(1).replace(':', '');
  const offsetMs = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE;
  return zone.startsWith('-') ? -offsetMs : offsetMs;
}

/** Whole seconds: the fraction of a day is a float and `9:30` would else be a millisecond early. */
export function serialToBeijingMs(serial: number, { isDate1904 }: TimeOptions): number {
  const days = serial + (isDate1904 ? DAYS_1904 : 0) - UNIX_EPOCH_SERIAL;
  return Math.round((days * DAY) / SECOND) * SECOND - BEIJING_OFFSET_MS;
}

function fromSerial(serial: number, options: TimeOptions): Parsed<number> {
  const atMs = serialToBeijingMs(serial, options);
  const year = new Date(atMs).getUTCFullYear();
  return isInRange(year) ? atMs : new Unreadable(NO_TIME);
}

/** `'子订单330…： 2026-06-11 22:17前 ; 子订单…'` → the earliest of the times, or a plain time. */
export function parseDeadline(text: string, options: TimeOptions): Parsed<number> {
  const plain = parseTime(text, options);
  if (!(plain instanceof Unreadable)) return plain;
  let earliest: Parsed<number> = plain;
  for (const [found] of foldWidth(text).matchAll(DEADLINES)) {
    const atMs = parseTime(found, options);
    if (atMs instanceof Unreadable) return atMs;
    earliest = earliest instanceof Unreadable ? atMs : Math.min(earliest, atMs);
  }
  return earliest;
}
