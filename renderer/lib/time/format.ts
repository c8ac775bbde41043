import type { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import { beijingDate, toBeijing } from '../../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';

/** Two units at most: `'2 天 3 小时'`, `'1 小时 20 分'`, `'45 秒'`. */
export function formatDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : `${Math.floor(ms / 1000)} 秒`;
}

/** The share of a job that is done; `null` where the job cannot tell it. */
export function percentOf({ done, total }: JobProgress): number | null {
  return total === null || total === 0 ? null : Math.floor((done / total) * 100);
}

const pad = (value: number) => value.toString().padStart(2, '0');

/** `485` → `'08:05'`: a time of day by its minutes since midnight. */
export function formatMinuteOfDay(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** `'20:30'` today, `'明天 08:30'`, `'6-10 08:00'` in this year, else with the year. */
export function formatMoment(atMs: number, nowMs: number): string {
  const time = toBeijing(atMs);
  const clock = formatMinuteOfDay(time.hour * 60 + time.minute);
  const dayNames = new Map([
    [beijingDate(nowMs), ''],
    [beijingDate(nowMs + DAY), '明天 '],
    [beijingDate(nowMs - DAY), '昨天 '],
  ]);
  const name = dayNames.get(beijingDate(atMs));
  if (name !== undefined) return `${name}${clock}`;
  const year = toBeijing(nowMs).year === time.year ? '' : `${time.year}-`;
  return `${year}${time.month}-${time.day} ${clock}`;
}

/** `0.4567` → `'45.7%'`; nothing to divide by → `'—'`. */
export function formatRate(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`;
}
