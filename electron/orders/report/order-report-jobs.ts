import { z } from 'zod';
import { OrderId } from '../../../shared/domain/ids.ts';
import { OrderDrillQuery, OrderReport } from '../../../shared/ipc/contract/order-report-contract.ts';
import { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { SaveTable } from '../../exports/save-table.ts';
import type { Table } from '../../exports/table.ts';
import { type JobSpec, job } from '../../kernel/jobs/job.ts';
import type { OrderReports } from './create-order-report.ts';

const Export = z.object({ path: z.string().min(1), query: ReportQuery });

/** A report over years reads every paid order of them. */
export const orderReportJob: JobSpec<ReportQuery, OrderReport> = {
  name: 'reports.orders',
  label: '统计订单报表',
  input: ReportQuery,
  output: OrderReport,
  writes: false,
};

export const orderDrillJob: JobSpec<OrderDrillQuery, readonly OrderId[]> = {
  name: 'reports.orderRows',
  label: '查找报表中的订单',
  input: OrderDrillQuery,
  output: z.array(OrderId).readonly(),
  writes: false,
};

export const exportOrderReportJob: JobSpec<z.infer<typeof Export>, { rows: number }> = {
  name: 'reports.exportOrders',
  label: '导出订单报表',
  input: Export,
  output: z.object({ rows: z.int() }),
  writes: false,
};

type Place = {
  readonly core: {
    readonly orderReports: OrderReports;
    readonly tables: { readonly orderReport: (report: OrderReport) => Table };
    readonly saveTable: SaveTable;
  };
};

export const orderReportJobs = [
  job(orderReportJob, ({ input }, { core }: Place) => core.orderReports.report(input)),
  job(orderDrillJob, ({ input }, { core }: Place) => core.orderReports.idsBehind(input)),
  job(exportOrderReportJob, (work, { core }: Place) => {
    const { path, query } = work.input;
    return core.saveTable(path, core.tables.orderReport(core.orderReports.report(query)), work);
  }),
];
