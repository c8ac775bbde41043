import { beijingDate, dateToMs } from '../../../shared/time/beijing.ts';
import { DAY } from '../../../shared/time/durations.ts';

export const RANGE_PRESETS = ['today', 'yesterday', 'last-7', 'last-30', 'custom'] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

export const RANGE_LABELS = {
  today: '今天',
  yesterday: '昨天',
  'last-7': '近 7 天',
  'last-30': '近 30 天',
  custom: '自选',
} as const satisfies Record<RangePreset, string>;

/** Both days count. */
export type DateRange = { readonly fromDate: string; readonly toDate: string };

export function rangeOf(preset: Exclude<RangePreset, 'custom'>, nowMs: number): DateRange {
  const daysBack = { today: [0, 0], yesterday: [1, 1], 'last-7': [6, 0], 'last-30': [29, 0] } as const;
  const [from, to] = daysBack[preset];
  return { fromDate: beijingDate(nowMs - from * DAY), toDate: beijingDate(nowMs - to * DAY) };
}

export function daysIn({ fromDate, toDate }: DateRange): number {
  const from = dateToMs(fromDate);
  const to = dateToMs(toDate);
  return from === undefined || to === undefined ? 0 : Math.round((to - from) / DAY) + 1;
}
