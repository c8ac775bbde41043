import { beijingWeekday, fromBeijing, startOfBeijingDay, toBeijing } from './beijing.ts';
import type { EpochMs } from './clock.ts';
import { DAY, HOUR, MINUTE } from './durations.ts';

/** A moment named within a sentence, and where its words stand there. */
export type SpokenMoment = { readonly atMs: EpochMs; readonly start: number; readonly end: number };

const NUMBER = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})';
const DATE = [
  '(?<name>大后天|今天|今日|今晚|今早|明天|明日|明早|明晚|后天)',
  '(?<which>下下|下|本|这)?(?:个)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])',
  '(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]?',
  '(?<dayOnly>\\d{1,2})[日号](?![色码链楼线店款仓])',
  '(?<monthEnd>月底)',
].join('|');
const PART = '凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里';
const CLOCK = `(?<hour>\\d{1,2}|${NUMBER})(?:[:：](?<digits>\\d{2})|(?<spoken>[点时])(?:(?<half>半)|(?<quarters>[一三])刻|(?<minute>${NUMBER})分?)?[钟整]?)`;
/** `前` is swallowed with its moment: what is promised is the rest of the sentence. */
const END = '(?:之前|以前|前|左右)?';

/** `便宜一点` and `第三点` are no times. */
const REAL_CLOCK = `(?<![\\d:：第])(?!一点(?![半钟整一三\\d]))${CLOCK}`;

/** Each may begin anywhere; of those that begin first, the longest is meant. */
const SHAPES = [
  `(?:${DATE})\\s*的?(?<part>${PART}|[早晚](?!点))?\\s*(?:${CLOCK})?${END}`,
  `(?<part>${PART})\\s*${CLOCK}${END}`,
  `(?<part>[早晚])\\s*${REAL_CLOCK}${END}`,
  `(?<part>${PART})${END}`,
  `${REAL_CLOCK}${END}`,
  `(?<count>${NUMBER}|半)个?(?<unit>分钟|小时|钟头|天|周|星期)(?:之?后|以后|之?内|以内)`,
].map((shape) => new RegExp(shape, 'u'));

type Words = Readonly<Record<string, string | undefined>>;

const DIGITS = '零一二三四五六七八九';

/** `'十二'` and `'12'` are twelve. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.replaceAll('两', '二').split('十');
  if (ones === undefined) return DIGITS.indexOf(tens ?? '');
  return (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const DAYS_AHEAD = { 今: 0, 明: 1, 后: 2, 大: 3 } as const;

function weekdayOf({ which, weekday = '' }: Words, todayMs: EpochMs): EpochMs | undefined {
  const wanted = '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1;
  const ahead = wanted - beijingWeekday(todayMs);
  if (which === '下' || which === '下下') return todayMs + (ahead + (which === '下' ? 7 : 14)) * DAY;
  if (which !== undefined) return ahead < 0 ? undefined : todayMs + ahead * DAY;
  return todayMs + (ahead < 0 ? ahead + 7 : ahead) * DAY;
}

/** Midnight of a day of the calendar; without a year, or a month, the next one that there is. */
function calendarDay(words: Words, todayMs: EpochMs): EpochMs | undefined {
  const today = toBeijing(todayMs);
  const day = numberOf(words['day'] ?? words['dayOnly'] ?? '');
  const midnight = { day, hour: 0, minute: 0, second: 0 };
  const inMonth = (year: number, month: number) => fromBeijing({ ...midnight, year, month });
  if (words['year'] !== undefined) return inMonth(Number(words['year']), numberOf(words['month'] ?? ''));
  const candidates =
    words['month'] === undefined
      ? [
          inMonth(today.year, today.month),
          inMonth(today.year + Math.floor(today.month / 12), (today.month % 12) + 1),
        ]
      : [0, 1].map((later) => inMonth(today.year + later, numberOf(words['month'] ?? '')));
  return candidates.find((atMs) => atMs !== undefined && atMs >= todayMs);
}

function monthEnd(todayMs: EpochMs): EpochMs | undefined {
  const { year, month } = toBeijing(todayMs);
  const first = { day: 1, hour: 0, minute: 0, second: 0 };
  const next = fromBeijing({ ...first, year: year + Math.floor(month / 12), month: (month % 12) + 1 });
  return next === undefined ? undefined : next - DAY;
}

/** `null`: no day is named. `undefined`: the one that is named is none, or has gone by. */
function dayOf(words: Words, todayMs: EpochMs): EpochMs | null | undefined {
  const { name, weekday, monthEnd: isMonthEnd } = words;
  // The shape lets only these names through.
  if (name !== undefined) return todayMs + DAYS_AHEAD[name.slice(0, 1) as keyof typeof DAYS_AHEAD] * DAY;
  if (weekday !== undefined) return weekdayOf(words, todayMs);
  if (isMonthEnd !== undefined) return monthEnd(todayMs);
  return words['day'] === undefined && words['dayOnly'] === undefined ? null : calendarDay(words, todayMs);
}

/** `今晚`, `明早` name a part of the day with the day. */
const partOf = ({ part, name = '' }: Words): string | undefined => part ?? /[早晚]$/.exec(name)?.[0];

const LATE = new Set(['下午', '傍晚', '晚上', '晚', '夜里']);
/** When nothing but the part of the day was said. */
const USUAL_HOURS: Readonly<Record<string, number>> = {
  凌晨: 6,
  早上: 9,
  早晨: 9,
  早: 9,
  上午: 10,
  中午: 12,
  下午: 15,
  傍晚: 18,
  晚上: 20,
  晚: 20,
  夜里: 22,
};
const MORNING = 10;
const EVENING = 18;
const LAST_HOUR = 23;

function minutesOf({ digits, half, quarters, minute }: Words): number {
  if (half !== undefined) return 30;
  if (quarters !== undefined) return numberOf(quarters) * 15;
  return numberOf(digits ?? minute ?? '0');
}

/** `晚上八点` is 20, `晚上12点` is midnight, `中午一点` is 13, `下午12点` is noon. */
function hourInPart(part: string, hour: number): number {
  if (part === '中午') return hour < 3 ? hour + 12 : hour;
  if (!LATE.has(part) || hour === 0 || hour > 12) return hour;
  return part === '下午' && hour === 12 ? hour : hour + 12;
}

/** The hours of a day that may be meant, the likelier first: eight o'clock is in the morning or in the evening. */
function hoursOf(words: Words, hasDay: boolean): readonly number[] {
  const hour = numberOf(words['hour'] ?? '');
  const part = partOf(words);
  if (part !== undefined) return [hourInPart(part, hour)];
  const isOfHalfDay = words['spoken'] !== undefined && hour > 0 && hour <= 12;
  if (!isOfHalfDay) return [hour];
  return hasDay && hour < 6 ? [hour + 12, hour] : [hour, hour + 12];
}

function withClock(words: Words, dayMs: EpochMs | null, nowMs: EpochMs): EpochMs | undefined {
  const minute = minutesOf(words);
  if (minute >= 60) return undefined;
  const hours = hoursOf(words, dayMs !== null).filter((hour) => hour <= 24);
  const todayMs = startOfBeijingDay(nowMs);
  const on = (startMs: EpochMs) => hours.map((hour) => startMs + hour * HOUR + minute * MINUTE);
  if (dayMs !== null) return on(dayMs).find((atMs) => atMs > nowMs);
  // A bare clock time that has passed today means tomorrow.
  return [...on(todayMs), ...on(todayMs + DAY)].toSorted((a, b) => a - b).find((atMs) => atMs > nowMs);
}

function withoutClock(words: Words, dayMs: EpochMs | null, nowMs: EpochMs): EpochMs | undefined {
  const todayMs = startOfBeijingDay(nowMs);
  const part = partOf(words);
  const startMs = dayMs ?? todayMs;
  const usual = part === undefined ? undefined : USUAL_HOURS[part];
  const ofDay = startMs === todayMs ? [EVENING, LAST_HOUR] : [MORNING];
  const atMs = (usual === undefined ? ofDay : [usual])
    .map((hour) => startMs + hour * HOUR)
    .find((moment) => moment > nowMs);
  return atMs ?? (dayMs === null && usual !== undefined ? todayMs + DAY + usual * HOUR : undefined);
}

const UNITS: Readonly<Record<string, number>> = {
  分钟: MINUTE,
  小时: HOUR,
  钟头: HOUR,
  天: DAY,
  周: 7 * DAY,
  星期: 7 * DAY,
};

function meantBy(words: Words, nowMs: EpochMs): EpochMs | undefined {
  const { count, unit = '', hour } = words;
  if (count !== undefined) {
    const laterMs = (count === '半' ? 0.5 : numberOf(count)) * (UNITS[unit] ?? 0);
    return Math.floor((nowMs + laterMs) / MINUTE) * MINUTE;
  }
  const dayMs = dayOf(words, startOfBeijingDay(nowMs));
  if (dayMs === undefined) return undefined;
  return hour === undefined ? withoutClock(words, dayMs, nowMs) : withClock(words, dayMs, nowMs);
}

/**
 * The first moment that a sentence names, as customers and agents say it: `周五前`, `明天下午三点半`, `20:30`, `两小时后`.
 * Always in the future and on a full minute; `undefined` where none is named or the one that is named has gone by.
 * A day without a clock time means its morning, today its evening: rather too early than too late.
 */
export function findSpokenMoment(text: string, nowMs: EpochMs): SpokenMoment | undefined {
  const [first] = SHAPES.map((shape) => shape.exec(text))
    .filter((match) => match !== null)
    .toSorted((a, b) => a.index - b.index || b[0].length - a[0].length);
  if (!first) return undefined;
  const atMs = meantBy(first.groups ?? {}, nowMs);
  if (atMs === undefined || atMs <= nowMs) return undefined;
  return { atMs, start: first.index, end: first.index + first[0].length };
}
