import type { QuietHours } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { SettingInput } from '../../../../shared/domain/settings/declaring/declaration.ts';
import type { QuietRange } from '../../../../shared/domain/team/quiet-hours.ts';
import { formatDuration, formatMinuteOfDay } from '../../../lib/time/format.ts';

const WEEKDAYS = '一二三四五六日';

export const weekdayLabel = (weekday: number): string => `周${WEEKDAYS[weekday - 1] ?? ''}`;

const NUMBER_WORDS: { readonly [Kind in SettingInput['kind']]?: (value: number) => string } = {
  money: (fen) => `${fen / 100} 元`,
  percent: (value) => `${value}%`,
  duration: (durationMs) => (durationMs === 0 ? '0' : formatDuration(durationMs)),
  'minute-of-day': formatMinuteOfDay,
};

function sayNumber(input: SettingInput, value: number): string | undefined {
  return input.kind === 'count' ? `${value} ${input.unit}` : NUMBER_WORDS[input.kind]?.(value);
}

function sayQuietHours(hours: QuietRange | QuietHours): string {
  const span = `${formatMinuteOfDay(hours.fromMinute)} 至 ${formatMinuteOfDay(hours.toMinute)}`;
  return 'resumeAtMinute' in hours ? `${span}，${formatMinuteOfDay(hours.resumeAtMinute)} 恢复` : span;
}

function sayList(input: SettingInput, values: readonly unknown[]): string | undefined {
  if (input.kind === 'dates' || input.kind === 'words') return values.length === 0 ? '无' : values.join('、');
  return input.kind === 'weekdays' ? values.map((day) => weekdayLabel(Number(day))).join('、') : undefined;
}

/** A value as a person says it; `undefined` for what only its own section can show. */
export function sayValue(input: SettingInput, value: unknown): string | undefined {
  if (value === null) return '关闭';
  if (typeof value === 'boolean') return value ? '开启' : '关闭';
  if (typeof value === 'number') return sayNumber(input, value);
  // Quiet hours are declared of quiet hours only: the test over all domains holds it.
  if (input.kind === 'quiet-hours') return sayQuietHours(value as QuietRange | QuietHours);
  if (Array.isArray(value)) return sayList(input, value);
  return input.kind === 'choice' && typeof value === 'string' ? input.labels[value] : undefined;
}
