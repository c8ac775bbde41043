import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';

export const DURATION_UNITS = { minute: MINUTE, hour: HOUR, day: DAY } as const;
export type DurationUnit = keyof typeof DURATION_UNITS;
export const DURATION_UNIT_LABELS = { minute: '分钟', hour: '小时', day: '天' } as const satisfies Record<
  DurationUnit,
  string
>;

/** `7_200_000` → 2 hours: the largest unit that leaves nothing over. */
export function durationParts(durationMs: number): { readonly amount: number; readonly unit: DurationUnit } {
  if (durationMs > 0 && durationMs % DAY === 0) return { amount: durationMs / DAY, unit: 'day' };
  if (durationMs > 0 && durationMs % HOUR === 0) return { amount: durationMs / HOUR, unit: 'hour' };
  return { amount: Math.round(durationMs / MINUTE), unit: 'minute' };
}
