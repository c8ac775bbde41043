import { beijingDate, dateToMs } from '../../../shared/time/beijing.ts';
import { DAY } from '../../../shared/time/durations.ts';

/** Days that are said from today on. */
export const NAMED_DAYS = ['today', 'yesterday', 'last-7', 'last-30'] as const;
export type NamedDays = (typeof NAMED_DAYS)[number];

/** Both days count. */
export type DateRange = { readonly fromDate: string; readonly toDate: string };

const DAYS_BACK = { today: [0, 0], yesterday: [1, 1], 'last-7': [6, 0], 'last-30': [29, 0] } as const;

export function rangeOf(days: NamedDays, nowMs: number): DateRange {
  const [from, to] = DAYS_BACK[days];
  return { fromDate: beijingDate(nowMs - from * DAY), toDate: beijingDate(nowMs - to * DAY) };
}

export function daysIn({ fromDate, toDate }: DateRange): number {
  const from = dateToMs(fromDate);
  const to = dateToMs(toDate);
  return from === undefined || to === undefined ? 0 : Math.round((to - from) / DAY) + 1;
}
