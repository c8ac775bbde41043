import type { QuietHours } from '../../../../shared/domain/chase-settings.ts';
import type { QuietRange } from '../../../../shared/domain/quiet-hours.ts';
import type { SettingInput } from '../../../../shared/domain/settings/declaration.ts';
import { assertNever } from '../../../../shared/errors.ts';
import { formatDuration, formatMinuteOfDay } from '../../../lib/format.ts';

function sayNumber(input: SettingInput, value: number): string | undefined {
  switch (input.kind) {
    case 'count':
      return `${value} ${input.unit}`;
    case 'money':
      return `${value / 100} 元`;
    case 'percent':
      return `${value}%`;
    case 'duration':
      return value === 0 ? '0' : formatDuration(value);
    case 'minute-of-day':
      return formatMinuteOfDay(value);
    case 'flag':
    case 'quiet-hours':
    case 'choice':
    case 'own':
      return undefined;
    default:
      return assertNever(input);
  }
}

function sayQuietHours(hours: QuietRange | QuietHours): string {
  const span = `${formatMinuteOfDay(hours.fromMinute)} 至 ${formatMinuteOfDay(hours.toMinute)}`;
  return 'resumeAtMinute' in hours ? `${span}，${formatMinuteOfDay(hours.resumeAtMinute)} 恢复` : span;
}

/** A value as a person says it; `undefined` for what only its own section can show. */
export function sayValue(input: SettingInput, value: unknown): string | undefined {
  if (value === null) return '关闭';
  if (typeof value === 'boolean') return value ? '开启' : '关闭';
  if (typeof value === 'number') return sayNumber(input, value);
  // Quiet hours are declared of quiet hours only: the test over all domains holds it.
  if (input.kind === 'quiet-hours') return sayQuietHours(value as QuietRange | QuietHours);
  return input.kind === 'choice' && typeof value === 'string' ? input.labels[value] : undefined;
}
