import { z } from 'zod';
import { OrderSelection } from '../../shared/domain/orders/order-list.ts';
import type { SaveTable } from '../exports/save-table.ts';
import type { Table } from '../exports/table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';

const Export = OrderSelection.extend({ path: z.string().min(1) });
type Export = z.infer<typeof Export>;
const Saved = z.object({ rows: z.int() });

export const exportOrdersJob: JobSpec<Export, z.infer<typeof Saved>> = {
  name: 'orders.export',
  label: '导出订单',
  input: Export,
  output: Saved,
  writes: false,
};

type Place = {
  readonly core: {
    readonly tables: { readonly listedOrders: (selection: OrderSelection) => Table };
    readonly saveTable: SaveTable;
  };
};

/** The orders that were chosen or that the list shows, or every one, as a file. */
export const orderJobs = [
  job(exportOrdersJob, (work, { core }: Place) => {
    const { path, ...selection } = work.input;
    return core.saveTable(path, core.tables.listedOrders(selection), work);
  }),
];
