import { z } from 'zod';
import { RefundSelection } from '../../shared/ipc/contract/refunds/refund-list-contract.ts';
import type { SaveTable } from '../exports/save-table.ts';
import type { Table } from '../exports/table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';

const Export = RefundSelection.extend({ path: z.string().min(1) });
const Saved = z.object({ rows: z.int() });

export const exportRefundsJob: JobSpec<z.infer<typeof Export>, z.infer<typeof Saved>> = {
  name: 'refunds.export',
  label: '导出退款',
  input: Export,
  output: Saved,
  writes: false,
};

type Place = {
  readonly core: {
    readonly tables: { readonly listedRefunds: (selection: RefundSelection) => Table };
    readonly saveTable: SaveTable;
  };
};

/** The refunds that the list shows, or every one, as a file. */
export const refundJobs = [
  job(exportRefundsJob, (work, { core }: Place) => {
    const { path, ...selection } = work.input;
    return core.saveTable(path, core.tables.listedRefunds(selection), work);
  }),
];
