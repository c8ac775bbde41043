import type { SettingInput } from '../../../../shared/domain/settings/declaration.ts';
import { assertNever } from '../../../../shared/errors.ts';
import { formatDuration } from '../../../lib/format.ts';

const twoDigits = (part: number): string => String(part).padStart(2, '0');

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
      return `${twoDigits(Math.floor(value / 60))}:${twoDigits(value % 60)}`;
    case 'flag':
    case 'choice':
    case 'own':
      return undefined;
    default:
      return assertNever(input);
  }
}

/** A value as a person says it; `undefined` for what only its own section can show. */
export function sayValue(input: SettingInput, value: unknown): string | undefined {
  if (value === null) return '关闭';
  if (typeof value === 'boolean') return value ? '开启' : '关闭';
  if (typeof value === 'number') return sayNumber(input, value);
  return input.kind === 'choice' && typeof value === 'string' ? input.labels[value] : undefined;
}
