import { fromBeijing } from '../shared/time/beijing.ts';
import { UsageError, type Values } from './command.ts';

/** A text option that must be there. */
export function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`缺少选项 --${name}`);
  return value.trim();
}

/** A command that takes no words besides its options. */
export function refuseWords(words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`多余的参数：${words.join(' ')}`);
}

export function optional(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

const OFFSET = /(Z|[+-]\d{2}:?\d{2})$/i;
const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

function beijingInstant(text: string): number | undefined {
  const parts = WALL_CLOCK.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  return fromBeijing({ year, month, day, hour, minute, second });
}

function zonedInstant(text: string): number | undefined {
  // Date.parse makes 2 March of 30 February.
  if (beijingInstant(text.replace(OFFSET, '')) === undefined) return undefined;
  const atMs = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** ISO 8601; a time without an offset is Beijing time. */
export function instant(text: string, name: string): number {
  const atMs = OFFSET.test(text) ? zonedInstant(text) : beijingInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError(`--${name} 不是 ISO 8601 时间：${text}（示例：2026-06-10T08:00:00+08:00）`);
}

/** One of a closed set. */
export function oneOf<T extends string>(text: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((candidate) => candidate === text);
  if (found === undefined) throw new UsageError(`${name} 只能是 ${allowed.join('、')}，不是「${text}」`);
  return found;
}
