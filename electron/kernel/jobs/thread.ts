import { Worker } from 'node:worker_threads';
import { DescribedError } from '../../../shared/describe-error.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import type { JobSpec } from './job.ts';
import type { JobOutcome } from './outcome.ts';
import { type ThreadData, ThreadMessage } from './thread-messages.ts';

type Options<Out> = {
  readonly workerUrl: URL;
  readonly spec: Pick<JobSpec<never, Out>, 'name' | 'output'>;
  readonly data: ThreadData;
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

/** Starts a thread for one job. */
export function startThread<Out>(options: Options<Out>): Thread<Out> {
  const { workerUrl, spec, data, reportBug } = options;
  try {
    return listenTo(new Worker(workerUrl, { workerData: data }), options);
  } catch (error) {
    // The input cannot be copied, or the system gives no more threads. The next job must not wait for ever.
    reportBug(`job ${spec.name}`, error);
    const failed = { kind: 'failed', failure: toFailure(error), bug: null } as const;
    return { result: Promise.resolve(failed), ended: Promise.resolve(), terminate() {} };
  }
}

function listenTo<Out>(worker: Worker, { spec, onProgress, reportBug }: Options<Out>): Thread<Out> {
  const result = Promise.withResolvers<JobOutcome<Out>>();
  const ended = Promise.withResolvers<void>();
  let hasAnswered = false;
  let isTerminated = false;

  function answer(outcome: JobOutcome<Out>): void {
    hasAnswered = true;
    result.resolve(outcome);
  }

  function fail(error: unknown): void {
    reportBug(`job ${spec.name}`, error);
    answer({ kind: 'failed', failure: toFailure(error), bug: null });
  }

  function hear(message: ThreadMessage): void {
    if (message.kind === 'progress') return onProgress(message.progress);
    const { outcome } = message;
    if (outcome.kind === 'failed' && outcome.bug !== null)
      reportBug(`job ${spec.name}`, new DescribedError(outcome.bug));
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
