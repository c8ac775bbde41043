import { Worker } from 'node:worker_threads';
import { DescribedError } from '../../../shared/describe-error.ts';
import type { Growing } from '../../../shared/growing.ts';
import type { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import { errorOfJob, jobFailed } from '../../../shared/job-failed.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { followGrowth } from './follow-growth.ts';
import type { JobSpec } from './job.ts';
import type { JobOutcome } from './outcome.ts';
import { createProgress } from './progress.ts';
import { type ThreadData, ThreadMessage } from './thread-messages.ts';

type Options<Out> = {
  readonly workerUrl: URL;
  readonly spec: Pick<JobSpec<never, Out>, 'name' | 'output'>;
  readonly data: ThreadData;
  readonly clock: Clock;
  readonly onProgress: (progress: JobProgress) => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type Thread<Out> = {
  /** Always answers, and never rejects. */
  readonly result: Promise<JobOutcome<Out>>;
  /** A thread may tidy up behind its answer; what was answered is safe before that. */
  readonly ended: Promise<void>;
  /** Ends the thread wherever it is; SQLite takes back what was not committed. */
  terminate(): void;
};

/** Progress is told in whole numbers. */
const PARTS = 1000;

/** A thread that cannot start or answer has met a bug, not a disk. */
const asItIs = (error: unknown): unknown => error;

/** Starts a thread for one job. */
export function startThread<Out>(options: Options<Out>): Thread<Out> {
  const { workerUrl, spec, data, reportBug } = options;
  try {
    return listenTo(new Worker(workerUrl, { workerData: data }), options);
  } catch (error) {
    // The input cannot be copied, or the system gives no more threads. The next job must not wait for ever.
    reportBug(`job ${spec.name}`, error);
    const failed = jobFailed(error, asItIs);
    return { result: Promise.resolve(failed), ended: Promise.resolve(), terminate() {} };
  }
}

function listenTo<Out>(worker: Worker, options: Options<Out>): Thread<Out> {
  const { spec, clock, onProgress, reportBug } = options;
  const result = Promise.withResolvers<JobOutcome<Out>>();
  const ended = Promise.withResolvers<void>();
  let hasAnswered = false;
  let isTerminated = false;
  let stopFollowing = () => {};

  function answer(outcome: JobOutcome<Out>): void {
    hasAnswered = true;
    result.resolve(outcome);
  }

  function fail(error: unknown): void {
    reportBug(`job ${spec.name}`, error);
    answer(jobFailed(error, asItIs));
  }

  function follow(growing: Growing): void {
    const tell = createProgress({ now: clock.now, tell: onProgress });
    const tellShare = (share: number) => tell(Math.floor(share * PARTS), PARTS);
    tellShare(growing.from);
    stopFollowing = followGrowth(growing, { clock, tell: tellShare });
  }

  function hear(message: ThreadMessage): void {
    stopFollowing();
    if (message.kind === 'growing') return follow(message.growing);
    if (message.kind === 'progress') return onProgress(message.progress);
    const { outcome } = message;
    const error = outcome.kind === 'failed' ? errorOfJob(outcome) : null;
    if (error !== null) reportBug(`job ${spec.name}`, error);
    return answer(
      outcome.kind === 'done' ? { kind: 'done', value: spec.output.parse(outcome.value) } : outcome,
    );
  }

  worker.on('message', (raw: unknown) => {
    try {
      hear(ThreadMessage.parse(raw));
    } catch (error) {
      fail(error);
    }
  });
  worker.on('error', fail);
  worker.on('exit', (code) => {
    stopFollowing();
    if (isTerminated) answer({ kind: 'cancelled' });
    if (!hasAnswered) fail(new DescribedError(`The thread ended with ${code} and without an answer`));
    ended.resolve();
  });

  return {
    result: result.promise,
    ended: ended.promise,
    terminate() {
      isTerminated = true;
      void worker.terminate();
    },
  };
}
