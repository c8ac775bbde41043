import { z } from 'zod';
import { AgentId, type ShopId, ShopId as ShopIdSchema } from '../../shared/domain/ids.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { SaveTable } from './save-table.ts';
import type { Table } from './table.ts';

export const EXPORTED = ['orders', 'tasks', 'scripts', 'wording'] as const;
type Exported = (typeof EXPORTED)[number];

const Export = z.object({
  path: z.string().min(1),
  what: z.enum(EXPORTED),
  shopId: ShopIdSchema.nullable(),
  /** The agent who exports: other agents' personal scripts stay out. */
  agentId: AgentId.nullable(),
});
type Export = z.infer<typeof Export>;

export const Saved = z.object({ rows: z.int() });
export type Saved = z.infer<typeof Saved>;

export const exportJob: JobSpec<Export, Saved> = {
  name: 'exports.save',
  label: '导出表格',
  input: Export,
  output: Saved,
  writes: false,
};

/** `shopId` narrows a table to one shop. */
export type ExportTables = {
  readonly [What in Exported]: (shopId: ShopId | null, agentId: AgentId | null) => Table;
};
type Place = {
  readonly core: { readonly tables: ExportTables; readonly saveTable: SaveTable };
};

/** Orders, tasks, scripts and their wording, as a file. */
export const exportJobs = [
  job(exportJob, (work, { core }: Place) => {
    const { what, path, shopId, agentId } = work.input;
    return core.saveTable(path, core.tables[what](shopId, agentId), work);
  }),
];
