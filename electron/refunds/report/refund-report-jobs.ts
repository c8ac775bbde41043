import { z } from 'zod';
import { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import {
  RefundDrillQuery,
  RefundReport,
} from '../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import type { SaveTable } from '../../exports/save-table.ts';
import type { Table } from '../../exports/table.ts';
import { type JobSpec, job } from '../../kernel/jobs/job.ts';
import type { RefundReports } from './create-refund-report.ts';

const Export = z.object({ path: z.string().min(1), query: ReportQuery });

/** A report over years reads every refund of them. */
export const refundReportJob: JobSpec<ReportQuery, RefundReport> = {
  name: 'reports.refunds',
  label: '统计退款报表',
  input: ReportQuery,
  output: RefundReport,
  writes: false,
};

export const refundDrillJob: JobSpec<RefundDrillQuery, readonly RefundId[]> = {
  name: 'reports.refundRows',
  label: '查找报表中的退款',
  input: RefundDrillQuery,
  output: z.array(RefundId).readonly(),
  writes: false,
};

export const exportRefundReportJob: JobSpec<z.infer<typeof Export>, { rows: number }> = {
  name: 'reports.exportRefunds',
  label: '导出退款报表',
  input: Export,
  output: z.object({ rows: z.int() }),
  writes: false,
};

type Place = {
  readonly core: {
    readonly refundReports: RefundReports;
    readonly tables: { readonly refundReport: (report: RefundReport) => Table };
    readonly saveTable: SaveTable;
  };
};

export const refundReportJobs = [
  job(refundReportJob, ({ input }, { core }: Place) => core.refundReports.report(input)),
  job(refundDrillJob, ({ input }, { core }: Place) => core.refundReports.idsBehind(input)),
  job(exportRefundReportJob, (work, { core }: Place) => {
    const { path, query } = work.input;
    return core.saveTable(path, core.tables.refundReport(core.refundReports.report(query)), work);
  }),
];
