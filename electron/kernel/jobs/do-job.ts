import { parentPort, workerData } from 'node:worker_threads';
import { type JobFailed, jobFailed } from '../../../shared/job-failed.ts';
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
  /** Turns what the disk has refused into a sentence. */
  readonly explain: (error: unknown, databasePath: string) => unknown;
};

/** The whole life of a thread: finds the job, does it on a connection of its own, answers and tidies up. */
export async function doJob<Core>({ jobs, open, explain }: Place<Core>): Promise<void> {
  const data = ThreadData.parse(workerData);
  const job = jobs.find(({ name }) => name === data.name);
  if (!job) throw new Error(`No job is called ${data.name}`);
  const failed = (error: unknown) => jobFailed(error, (told) => explain(told, data.databasePath));
  try {
    const place = open(data);
    try {
      const work = workOf(data, place.clock);
      post({ kind: 'ended', outcome: await outcomeOf(() => job.perform(work, place), failed) });
      if (job.writes) place.emptyLog();
    } finally {
      place.db.close();
    }
  } catch (error) {
    // The store cannot be opened, or what the job wrote not be moved into it.
    post({ kind: 'ended', outcome: failed(error) });
  }
}

async function outcomeOf(
  perform: () => Promise<unknown>,
  failed: (error: unknown) => JobFailed,
): Promise<JobOutcome<unknown>> {
  try {
    return { kind: 'done', value: await perform() };
  } catch (error) {
    return error instanceof StoppedError ? { kind: 'cancelled' } : failed(error);
  }
}

function workOf({ stopFlag, input }: ThreadData, { now }: Pick<Clock, 'now'>): JobWork<unknown> {
  const stop = new Int32Array(stopFlag);
  return {
    input,
    onProgress: createProgress({ now, tell: (progress) => post({ kind: 'progress', progress }) }),
    onGrowing: (growing) => post({ kind: 'growing', growing }),
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  };
}

function post(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
