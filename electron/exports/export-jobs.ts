import { z } from 'zod';
import { AgentId, type ShopId, ShopId as ShopIdSchema } from '../../shared/domain/ids.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { type JobSpec, type JobWork, job } from '../kernel/jobs/job.ts';
import { createProgress } from '../kernel/jobs/progress.ts';
import type { SaveTable, Watch } from './save-table.ts';
import type { Table } from './table.ts';

export const EXPORTED = ['orders', 'tasks', 'scripts', 'wording'] as const;
type Exported = (typeof EXPORTED)[number];

const Export = z.object({
  path: z.string().min(1),
  what: z.enum(EXPORTED),
  shopId: ShopIdSchema.nullable(),
  /** Who exports: the scripts of others stay out. */
  agentId: AgentId.nullable(),
});
type Export = z.infer<typeof Export>;

export const Saved = z.object({ rows: z.int() });
export type Saved = z.infer<typeof Saved>;

export const exportJob: JobSpec<Export, Saved> = {
  name: 'exports.save',
  input: Export,
  output: Saved,
  writes: false,
};

/** `shopId` narrows a table to one shop. */
export type ExportTables = {
  readonly [What in Exported]: (shopId: ShopId | null, agentId: AgentId | null) => Table;
};
type Place = {
  readonly clock: { now(): EpochMs };
  readonly core: { readonly tables: ExportTables; readonly saveTable: SaveTable };
};

/** How a table is written as part of a job. */
export function watchOf({ tell, shouldStop }: JobWork<unknown>, { clock }: Pick<Place, 'clock'>): Watch {
  return { shouldStop, onProgress: createProgress({ now: clock.now, onProgress: tell }) };
}

/** Orders, tasks, scripts and their wording, as a file. */
export const exportJobs = [
  job(exportJob, (work, place: Place) => {
    const { what, path, shopId, agentId } = work.input;
    const { tables, saveTable } = place.core;
    return saveTable(path, tables[what](shopId, agentId), watchOf(work, place));
  }),
];
