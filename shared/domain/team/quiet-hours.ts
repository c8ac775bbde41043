import { startOfBeijingDay } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { DAY, MINUTE } from '../../time/durations.ts';
import type { QuietHours } from '../chasing/chase-settings.ts';

const MINUTES_PER_DAY = 24 * 60;

export type QuietRange = Pick<QuietHours, 'fromMinute' | 'toMinute'>;
export type QuietPeriod = { readonly startMs: EpochMs; readonly endMs: EpochMs };

/** The quiet period that holds the instant, `[start, end)`; it may wrap midnight. `from = to` is no quiet at all. */
export function quietPeriodAt(range: QuietRange, atMs: EpochMs): QuietPeriod | undefined {
  const minutes = (range.toMinute - range.fromMinute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const today = startOfBeijingDay(atMs);
  return [today - DAY, today]
    .map((dayMs) => dayMs + range.fromMinute * MINUTE)
    .map((startMs) => ({ startMs, endMs: startMs + minutes * MINUTE }))
    .find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
}

/** When work goes on after the period. A `resumeAt` that is quiet itself is no use, so the end of the period counts. */
export function resumeAfter(quiet: QuietHours, period: QuietPeriod): EpochMs {
  const resumeMs = startOfBeijingDay(period.endMs) + quiet.resumeAtMinute * MINUTE;
  return resumeMs < period.endMs || quietPeriodAt(quiet, resumeMs) ? period.endMs : resumeMs;
}
