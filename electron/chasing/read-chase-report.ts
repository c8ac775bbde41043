import { AppError } from '../../shared/errors.ts';
import type { ChaseReport, ReportQuery } from '../../shared/ipc/contract/program/report-contract.ts';
import { dateToMs } from '../../shared/time/beijing.ts';
import { DAY } from '../../shared/time/durations.ts';
import type { ChaseReportStore } from '../store/chasing/chase-report-store.ts';
import { buildChaseReport } from './chase-report.ts';

/** P10: the report over whole days, both ends included. */
export function readChaseReport(
  store: Pick<ChaseReportStore, 'read'>,
  { fromDate, toDate, shopId }: ReportQuery,
): ChaseReport {
  const [fromMs, lastDayMs] = [dateToMs(fromDate), dateToMs(toDate)];
  if (fromMs === undefined || lastDayMs === undefined || fromMs > lastDayMs) {
    throw new AppError('invalid-input', '日期范围有误');
  }
  const { chases, recoveries } = store.read({ fromMs, toMs: lastDayMs + DAY, shopId });
  return buildChaseReport(chases, recoveries);
}
