import { AppError } from '../errors.ts';
import { dateToMs } from '../time/beijing.ts';
import type { EpochMs } from '../time/clock.ts';
import { DAY } from '../time/durations.ts';
import type { ShopId } from './ids.ts';

/** `[fromMs, toMs)` */
export type ReportPeriod = {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  readonly shopId: ShopId | null;
};

type Days = { readonly fromDate: string; readonly toDate: string; readonly shopId: ShopId | null };

/** A report is over whole days, both ends included. */
export function reportPeriodOf({ fromDate, toDate, shopId }: Days): ReportPeriod {
  const [fromMs, lastDayMs] = [dateToMs(fromDate), dateToMs(toDate)];
  if (fromMs === undefined || lastDayMs === undefined || fromMs > lastDayMs) {
    throw new AppError('invalid-input', '日期范围有误');
  }
  return { fromMs, toMs: lastDayMs + DAY, shopId };
}
