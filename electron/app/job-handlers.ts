import type { Handlers } from '../ipc/answer-calls.ts';
import type { JobRunner } from '../kernel/jobs/job-runner.ts';

type Dependencies = { readonly jobs: Pick<JobRunner, 'list' | 'cancel'> };

export function createJobHandlers({ jobs }: Dependencies) {
  return {
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ id }) => {
      jobs.cancel(id);
    },
  } satisfies Partial<Handlers>;
}
