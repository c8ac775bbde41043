import { createJobRunner, type JobRunner } from '../../electron/kernel/jobs/job-runner.ts';
import type { JobOutcome } from '../../electron/kernel/jobs/outcome.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';

const JOB_WORKER = new URL('../../electron/job-worker.ts', import.meta.url);

type Options = {
  readonly databasePath: string;
  readonly reportBug: (what: string, error: unknown) => void;
  /** Left out: the thread of the app, with every job of the app. */
  readonly workerUrl?: URL;
  /** Left out: the PC's time. */
  readonly nowMs?: number;
  readonly changed?: () => void;
};

/** The runner as the app has it, with real threads. */
export function startJobs({ databasePath, reportBug, nowMs, ...options }: Options): JobRunner {
  return createJobRunner({
    workerUrl: options.workerUrl ?? JOB_WORKER,
    databasePath,
    clock: createSystemClock(nowMs),
    isClockSet: nowMs !== undefined,
    changed: options.changed ?? (() => {}),
    reportBug,
  });
}

/** A job's own answer where it has one, else how it ended. */
export async function answerOf<Out>({ result }: { readonly result: Promise<JobOutcome<Out>> }) {
  const outcome = await result;
  return outcome.kind === 'done' ? outcome.value : outcome;
}
