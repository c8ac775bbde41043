import type { ChaseReportRow } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { beijingDate, dateToMs } from '../../../../shared/time/beijing.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { type DateRange, daysIn } from '../../../lib/time/day-range.ts';

/** Below this many chased orders a rate says little and is marked. */
export const SMALL_SAMPLE = 30;

export function isSmallSample(chased: number): boolean {
  return chased > 0 && chased < SMALL_SAMPLE;
}

const CHART_DAYS = 366;

/** One row for every day of the range, so that a day without a chase is seen as a gap. */
export function fillDays(rows: readonly ChaseReportRow[], range: DateRange): readonly ChaseReportRow[] {
  const fromMs = dateToMs(range.fromDate);
  const days = daysIn(range);
  if (fromMs === undefined || days > CHART_DAYS) return rows;
  const byDate = new Map(rows.map((row) => [row.key, row]));
  return Array.from({ length: days }, (_, index) => {
    const date = beijingDate(fromMs + index * DAY);
    const empty = { key: date, label: date, chased: 0, recovered: 0, rate: null, recoveredFen: 0 };
    return byDate.get(date) ?? empty;
  });
}
