import { z } from 'zod';
import { ParcelsAsked } from '../../shared/ipc/contract/parcel-contract.ts';
import type { SaveTable } from '../exports/save-table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { ParcelList } from './parcel-list.ts';

const Export = ParcelsAsked.extend({ path: z.string().min(1) });
const Saved = z.object({ rows: z.int() });

export const exportParcelsJob: JobSpec<z.infer<typeof Export>, z.infer<typeof Saved>> = {
  name: 'parcels.export',
  label: '导出包裹',
  input: Export,
  output: Saved,
  writes: false,
};

type Place = {
  readonly core: { readonly parcelList: Pick<ParcelList, 'table'>; readonly saveTable: SaveTable };
};

/** The parcels that the list shows, as a file. */
export const parcelJobs = [
  job(exportParcelsJob, (work, { core }: Place) => {
    const { path, ...asked } = work.input;
    return core.saveTable(path, core.parcelList.table(asked), work);
  }),
];
