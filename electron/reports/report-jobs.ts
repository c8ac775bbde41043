import { z } from 'zod';
import { ChaseReport, ReportQuery } from '../../shared/ipc/contract/program/report-contract.ts';
import type { SaveTable } from '../exports/save-table.ts';
import type { Table } from '../exports/table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';

const Export = z.object({ path: z.string().min(1), query: ReportQuery });

/** P10. A report over years reads every order that was chased in them. */
export const chaseReportJob: JobSpec<ReportQuery, ChaseReport> = {
  name: 'reports.chase',
  label: '统计催付报表',
  input: ReportQuery,
  output: ChaseReport,
  writes: false,
};

export const exportChaseReportJob: JobSpec<z.infer<typeof Export>, { rows: number }> = {
  name: 'reports.exportChase',
  label: '导出催付报表',
  input: Export,
  output: z.object({ rows: z.int() }),
  writes: false,
};

type Place = {
  readonly core: {
    readonly chaseReport: (query: ReportQuery) => ChaseReport;
    readonly tables: { readonly chaseReport: (report: ChaseReport) => Table };
    readonly saveTable: SaveTable;
  };
};

export const reportJobs = [
  job(chaseReportJob, ({ input }, { core }: Place) => core.chaseReport(input)),
  job(exportChaseReportJob, (work, { core }: Place) => {
    const { path, query } = work.input;
    return core.saveTable(path, core.tables.chaseReport(core.chaseReport(query)), work);
  }),
];
