import { reportPeriodOf } from '../../../shared/domain/report-period.ts';
import type { ChaseReport, ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { ChaseReportStore } from '../../store/chasing/chase-report-store.ts';
import { buildChaseReport } from './chase-report.ts';

/** P10: the report over whole days, both ends included. */
export function readChaseReport(store: Pick<ChaseReportStore, 'read'>, query: ReportQuery): ChaseReport {
  const { chases, recoveries } = store.read(reportPeriodOf(query));
  return buildChaseReport(chases, recoveries);
}
