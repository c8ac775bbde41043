import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import { isDone, valueOf } from '../kernel/jobs/outcome.ts';
import { chaseReportJob, exportChaseReportJob } from './report-jobs.ts';

type Dependencies = {
  readonly start: StartJob;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly clock: Clock;
};

export function createReportHandlers({ start, chooseTarget, clock }: Dependencies) {
  return {
    'reports.chase': async (query) => valueOf(await start(chaseReportJob, query).result),
    'reports.exportChase': async ({ format, ...query }) => {
      const path = await chooseTarget(`催付报表-${beijingDate(clock.now())}.${format}`);
      if (path === null) return null;
      const job = start(exportChaseReportJob, { path, query }, { title: exportChaseReportJob.label });
      return isDone(await job.result) ? path : null;
    },
  } satisfies Partial<Handlers>;
}
