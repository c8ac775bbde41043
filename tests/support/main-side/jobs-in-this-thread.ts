import type { Core } from '../../../electron/core.ts';
import { jobs } from '../../../electron/jobs.ts';
import type { JobSpec } from '../../../electron/kernel/jobs/job.ts';
import type { JobRunner, RunningJob, StartOptions } from '../../../electron/kernel/jobs/job-runner.ts';
import type { JobOutcome } from '../../../electron/kernel/jobs/outcome.ts';
import { createProgress } from '../../../electron/kernel/jobs/progress.ts';
import { StoppedError } from '../../../electron/kernel/jobs/stopped-error.ts';
import { explainStorage } from '../../../electron/store/state/storage-failure.ts';
import { jobFailed } from '../../../shared/job-failed.ts';

type ReportBug = (what: string, error: unknown) => void;

/** The program's own jobs without its threads: a store in memory has one connection only. */
export function jobsInThisThread(core: Core, reportBug: ReportBug): JobRunner {
  const { db, clock } = core;

  async function outcomeOf<In, Out>(
    { name, output }: JobSpec<In, Out>,
    work: { readonly input: In; readonly shouldStop: () => boolean; readonly options: StartOptions },
  ): Promise<JobOutcome<Out>> {
    const { input, shouldStop, options } = work;
    const job = jobs.find((one) => one.name === name);
    if (!job) throw new Error(`No job is called ${name}`);
    try {
      const onProgress = createProgress({ now: clock.now, tell: options.onProgress ?? (() => {}) });
      const value = await job.perform(
        { input, onProgress, onGrowing: () => {}, shouldStop },
        { db, clock, core },
      );
      return { kind: 'done', value: output.parse(value) };
    } catch (error) {
      if (error instanceof StoppedError) return { kind: 'cancelled' };
      const failed = jobFailed(error, (told) => explainStorage(told, db.name));
      if (failed.bug !== null) reportBug(`job ${name}`, error);
      return failed;
    }
  }

  return {
    start<In, Out>(spec: JobSpec<In, Out>, input: In, options: StartOptions = {}): RunningJob<Out> {
      let isCancelled = false;
      const shouldStop = () => isCancelled;
      // A thread answers later as well: the caller that started the job knows of it before it ends.
      const result = Promise.resolve().then(() => outcomeOf(spec, { input, shouldStop, options }));
      return {
        result,
        ended: result.then(() => undefined),
        cancel() {
          isCancelled = true;
        },
      };
    },
    list: () => [],
    cancel: () => {},
    underWay: () => [],
    end: async () => true,
  };
}
