import { NAMED_DAYS } from '../../lib/time/day-range.ts';

export const RANGE_PRESETS = [...NAMED_DAYS, 'custom'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

export const RANGE_LABELS = {
  today: '今天',
  yesterday: '昨天',
  'last-7': '近 7 天',
  'last-30': '近 30 天',
  custom: '自选',
} as const satisfies Record<RangePreset, string>;
