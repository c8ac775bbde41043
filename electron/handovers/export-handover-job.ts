import { z } from 'zod';
import { HandoverId } from '../../shared/domain/handovers/handover.ts';
import type { SaveTable } from '../exports/save-table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { HandoverView } from './handover-view.ts';

const Export = z.object({ id: HandoverId, path: z.string().min(1) });
const Saved = z.object({ rows: z.int() });

export const exportHandoverJob: JobSpec<z.infer<typeof Export>, z.infer<typeof Saved>> = {
  name: 'handovers.export',
  label: '导出交接单',
  input: Export,
  output: Saved,
  writes: false,
};

type Place = {
  readonly core: { readonly handoverView: Pick<HandoverView, 'table'>; readonly saveTable: SaveTable };
};

/** One hand-over sheet as a file. */
export const handoverJobs = [
  job(exportHandoverJob, (work, { core }: Place) =>
    core.saveTable(work.input.path, core.handoverView.table(work.input.id), work),
  ),
];
