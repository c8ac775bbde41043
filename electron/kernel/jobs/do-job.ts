import { parentPort, workerData } from 'node:worker_threads';
import { jobFailed } from '../../../shared/job-failed.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Job, JobWork, Workplace } from './job.ts';
import type { JobOutcome } from './outcome.ts';
import { createProgress } from './progress.ts';
import { StoppedError } from './stopped-error.ts';
import { ThreadData, type ThreadMessage } from './thread-messages.ts';

type OpenedWorkplace<Core> = Workplace<Core> & {
  /** Moves what the job wrote from SQLite's log into the store: otherwise the next click of the agent does it. */
  readonly emptyLog: () => void;
};

type Place<Core> = {
  readonly jobs: readonly Job<Core>[];
  readonly open: (data: Pick<ThreadData, 'databasePath' | 'startsAtMs'>) => OpenedWorkplace<Core>;
};

/** The whole life of a thread: finds the job, does it on a connection of its own, answers and tidies up. */
export async function doJob<Core>({ jobs, open }: Place<Core>): Promise<void> {
  const data = ThreadData.parse(workerData);
  const job = jobs.find(({ name }) => name === data.name);
  if (!job) throw new Error(`No job is called ${data.name}`);
  const place = open(data);
  try {
    post({ kind: 'ended', outcome: await outcomeOf(job, workOf(data, place.clock), place) });
    if (job.writes) place.emptyLog();
  } finally {
    place.db.close();
  }
}

function workOf({ stopFlag, input }: ThreadData, { now }: Pick<Clock, 'now'>): JobWork<unknown> {
  const stop = new Int32Array(stopFlag);
  return {
    input,
    onProgress: createProgress({ now, tell: (progress) => post({ kind: 'progress', progress }) }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  };
}

async function outcomeOf<Core>(
  job: Job<Core>,
  work: JobWork<unknown>,
  place: Workplace<Core>,
): Promise<JobOutcome<unknown>> {
  try {
    return { kind: 'done', value: await job.perform(work, place) };
  } catch (error) {
    return error instanceof StoppedError ? { kind: 'cancelled' } : jobFailed(error);
  }
}

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
