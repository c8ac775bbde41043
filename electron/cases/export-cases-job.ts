import { z } from 'zod';
import { AgentId } from '../../shared/domain/ids.ts';
import { CaseFilter } from '../../shared/ipc/contract/case-contract.ts';
import type { SaveTable } from '../exports/save-table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { CaseList } from './case-list.ts';

const Export = CaseFilter.extend({ path: z.string().min(1), agentId: AgentId.nullable() });
const Saved = z.object({ rows: z.int() });

export const exportCasesJob: JobSpec<z.infer<typeof Export>, z.infer<typeof Saved>> = {
  name: 'cases.export',
  label: '导出事务',
  input: Export,
  output: Saved,
  writes: false,
};

type Place = {
  readonly core: { readonly caseList: Pick<CaseList, 'table'>; readonly saveTable: SaveTable };
};

/** The cases that the list shows, as a file. */
export const caseJobs = [
  job(exportCasesJob, (work, { core }: Place) => {
    const { path, agentId, ...filter } = work.input;
    return core.saveTable(path, core.caseList.table(filter, agentId), work);
  }),
];
