import { startOfBeijingDay, toBeijing } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';

const DAY_NAMES: ReadonlyMap<number, string> = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);

const twoDigits = (value: number) => value.toString().padStart(2, '0');

/** `4100` → `'41.00'`, without grouping, as the platform's payment page shows it. */
export function sayYuan(fen: number | null): string | null {
  if (fen === null || fen < 0) return null;
  return `${Math.floor(fen / 100)}.${(fen % 100).toString().padStart(2, '0')}`;
}

/** As one says it to a customer: `'今天20:30'`, `'6月10日08:00'`, with the year when it is another one; as chats are written, without blanks. */
export function sayTime(atMs: EpochMs, nowMs: EpochMs): string {
  const time = toBeijing(atMs);
  const clock = `${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
  const daysAway = Math.round((startOfBeijingDay(atMs) - startOfBeijingDay(nowMs)) / DAY);
  const dayName = DAY_NAMES.get(daysAway);
  if (dayName !== undefined) return `${dayName}${clock}`;
  const year = time.year === toBeijing(nowMs).year ? '' : `${time.year}年`;
  return `${year}${time.month}月${time.day}日${clock}`;
}

/** `'1小时20分钟'`, two units at most and always rounded down: a customer must not be told of time that is not there. */
export function sayDuration(durationMs: number): string {
  const days = Math.floor(durationMs / DAY);
  const hours = Math.floor((durationMs % DAY) / HOUR);
  const minutes = Math.floor((durationMs % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return minutes > 0 ? `${hours}小时${minutes}分钟` : `${hours}小时`;
  return minutes > 0 ? `${minutes}分钟` : '不到1分钟';
}
