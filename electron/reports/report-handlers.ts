import type { Handlers } from '../ipc/answer-calls.ts';
import { valueOf } from '../kernel/jobs/outcome.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import { chaseReportJob, exportChaseReportJob } from './report-jobs.ts';

export function createReportHandlers(ports: SaveAsPorts) {
  const saveAs = createSaveAs(ports);
  return {
    'reports.chase': async (query) => valueOf(await ports.start(chaseReportJob, query).result),
    'reports.exportChase': ({ format, ...query }) =>
      saveAs({
        name: '催付报表',
        format,
        job: exportChaseReportJob,
        inputFor: (path) => ({ path, query }),
      }),
  } satisfies Partial<Handlers>;
}
