import { fromBeijing, startOfBeijingDay, toBeijing } from '../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { findSpokenMoment } from '../../../shared/time/spoken-moment.ts';

function clockOf(text: string): number | undefined {
  const match = /^(\d{1,2})[:：]?(\d{2})?$/.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * HOUR + minute * MINUTE : undefined;
}

function laterBy(text: string): number | undefined {
  const match = /^\+?(\d{1,4})(分钟?后?|小时后?|天后?)?$/.exec(text);
  if (!match) return undefined;
  // `45` cannot be an hour, so it is minutes; `20` is eight in the evening.
  const isBareClock = match[2] === undefined && !text.startsWith('+') && !/^(2[4-9]|[3-9]\d)$/.test(text);
  if (isBareClock) return undefined;
  const unit = match[2] ?? '分';
  const unitMs = { 分: MINUTE, 小: HOUR, 天: DAY }[unit.slice(0, 1)] ?? MINUTE;
  return Number(match[1]) * unitMs;
}

function onDate(text: string, nowMs: number): number | undefined {
  const match = /^(?:(\d{4})[-/.])?(\d{1,2})[-/.月](\d{1,2})(?:日\s?|\s)(.+)$/.exec(text);
  const clockMs = clockOf(match?.[4] ?? '');
  if (!match || clockMs === undefined) return undefined;
  const now = toBeijing(nowMs);
  const parts = { month: Number(match[2]), day: Number(match[3]), hour: 0, minute: 0, second: 0 };
  const dayOf = (year: number) => fromBeijing({ ...parts, year });
  const midnightMs = dayOf(match[1] === undefined ? now.year : Number(match[1]));
  if (midnightMs === undefined) return undefined;
  // On 30 December `1-2 9:00` means next year.
  if (match[1] === undefined && midnightMs + clockMs <= nowMs) {
    const next = dayOf(now.year + 1);
    return next === undefined ? undefined : next + clockMs;
  }
  return midnightMs + clockMs;
}

/** `2030`, `20`, `9`: a clock time with nothing around it; one that has passed today means tomorrow. */
function bareClock(text: string, nowMs: number): number | undefined {
  const clockMs = clockOf(text);
  if (clockMs === undefined) return undefined;
  const atMs = startOfBeijingDay(nowMs) + clockMs;
  return atMs <= nowMs ? atMs + DAY : atMs;
}

function spokenMoment(text: string, nowMs: number): number | undefined {
  const spoken = findSpokenMoment(text, nowMs);
  return spoken?.start === 0 && spoken.end === text.length ? spoken.atMs : undefined;
}

/** `'20:30'`, `'2030'`, `'明天 9:00'`, `'周五下午'`, `'6-12 20:30'`, `'30分钟'`, `'45'`, `'+90'` → the minute that is meant, in the future. */
export function parseMoment(text: string, nowMs: number): number | undefined {
  const compact = text.replaceAll(/\s/g, '');
  const laterMs = laterBy(compact);
  // A date needs its blank: `1-2 9:00` and `1-29:00` are not the same.
  const dated = text.trim().replaceAll(/\s+/g, ' ');
  const atMs =
    laterMs === undefined
      ? (bareClock(compact, nowMs) ?? spokenMoment(dated, nowMs) ?? onDate(dated, nowMs))
      : nowMs + laterMs;
  return atMs !== undefined && atMs > nowMs ? Math.floor(atMs / MINUTE) * MINUTE : undefined;
}

export type TimeChoice = { readonly label: string; readonly atMs: number };

const at = (dayMs: number, hour: number, minute = 0) => dayMs + hour * HOUR + minute * MINUTE;

/** The times that customers name, those that are still ahead. */
export function timeChoices(nowMs: number): readonly TimeChoice[] {
  const today = startOfBeijingDay(nowMs);
  const minuteMs = Math.ceil(nowMs / MINUTE) * MINUTE;
  const choices = [
    { label: '10 分钟后', atMs: minuteMs + 10 * MINUTE },
    { label: '30 分钟后', atMs: minuteMs + 30 * MINUTE },
    { label: '2 小时后', atMs: minuteMs + 2 * HOUR },
    { label: '今晚 20:00', atMs: at(today, 20) },
    { label: '明早 09:00', atMs: at(today + DAY, 9) },
  ];
  return choices.filter(({ atMs }) => atMs > nowMs);
}
