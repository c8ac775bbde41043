import { z } from 'zod';
import { dateToMs } from '../../../shared/time/beijing.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { CalendarDate } from '../../../shared/time/moment.ts';
import { NAMED_DAYS, type NamedDays, rangeOf } from '../../lib/time/day-range.ts';

const CHOICES = ['any', ...NAMED_DAYS] as const;

/** Days of placing, said from today on, so that a view that was saved yesterday still means today. */
export const OrderDays = z.union([
  z.enum(CHOICES),
  /** Both days count. */
  z.object({ fromDate: CalendarDate, toDate: CalendarDate }),
]);
export type OrderDays = z.infer<typeof OrderDays>;

export const DAYS_LABELS = {
  any: '全部日期',
  today: '今天下单',
  yesterday: '昨天下单',
  'last-7': '近 7 天',
  'last-30': '近 30 天',
} as const satisfies Record<'any' | NamedDays, string>;

/** The first moment, and the first moment behind the last; `null` where there is no such end. */
export function spanOf(days: OrderDays, nowMs: number): { fromMs: number | null; untilMs: number | null } {
  if (days === 'any') return { fromMs: null, untilMs: null };
  const { fromDate, toDate } = typeof days === 'object' ? days : rangeOf(days, nowMs);
  const lastMs = dateToMs(toDate);
  return { fromMs: dateToMs(fromDate) ?? null, untilMs: lastMs === undefined ? null : lastMs + DAY };
}
