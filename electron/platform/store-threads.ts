import { Worker } from 'node:worker_threads';
import { DescribedError } from '../../shared/describe-error.ts';
import { toFailure } from '../../shared/errors.ts';
import type { JobFailed } from '../../shared/job-failed.ts';

type Dependencies = {
  /** For the log: `import`, `script file`. */
  readonly what: string;
  /** A `…-worker.ts`, or what it was built to. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  /** Left out: the system's clock. */
  readonly now?: () => number;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type StoreThread<Answer> = {
  /** Always answers, and never rejects. */
  readonly result: Promise<Answer | JobFailed>;
  /** A thread may tidy up behind its answer; what was answered is safe before that. */
  readonly ended: Promise<void>;
  /** The job ends within a second and leaves nothing behind, unless it was done already. */
  cancel(): void;
};

export type StoreThreads = ReturnType<typeof createStoreThreads>;

/** Bulk work on the store, each job in a thread of its own, so that no click waits for it. */
export function createStoreThreads({ what, workerUrl, databasePath, now, reportBug }: Dependencies) {
  const running = new Set<StoreThread<unknown>>();

  async function answerOf<Answer extends { readonly kind: string }>(
    worker: Worker,
    hear: (raw: unknown) => Answer | undefined,
  ): Promise<Answer | JobFailed> {
    const { promise, resolve } = Promise.withResolvers<Answer | JobFailed>();
    const fail = (error: unknown) => {
      reportBug(`${what} worker`, error);
      resolve({ kind: 'failed', failure: toFailure(error), bug: null });
    };
    worker.on('message', (raw: unknown) => {
      try {
        const answer = hear(raw);
        if (answer !== undefined) resolve(answer);
      } catch (error) {
        fail(error);
      }
    });
    worker.on('error', fail);
    // After an answer this changes nothing any more.
    worker.on('exit', (code) => {
      const bug = `The ${what} worker ended with ${code} and without an answer`;
      resolve({ kind: 'failed', failure: toFailure(undefined), bug });
    });
    const result = await promise;
    if (isFailed(result) && result.bug !== null) reportBug(what, new DescribedError(result.bug));
    return result;
  }

  return {
    /** `hear` reads what the thread says: its answer, or `undefined` for news on the way. It throws at nonsense. */
    start<Answer extends { readonly kind: string }>(
      job: Readonly<Record<string, unknown>>,
      hear: (raw: unknown) => Answer | undefined,
    ): StoreThread<Answer> {
      const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      const workerData = { databasePath, startsAtMs: now?.() ?? null, stopFlag, ...job };
      const worker = new Worker(workerUrl, { workerData });
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      worker.on('exit', () => end());
      const thread = {
        result: answerOf(worker, hear),
        ended,
        cancel: () => void Atomics.store(new Int32Array(stopFlag), 0, 1),
      };
      running.add(thread);
      void ended.then(() => running.delete(thread));
      return thread;
    },
    /** Before the program ends: half-written work would only be rolled back by the next start. */
    async cancelAll(): Promise<void> {
      const threads = [...running];
      for (const thread of threads) thread.cancel();
      await Promise.all(threads.map(({ ended }) => ended));
    },
  };
}

function isFailed(answer: { readonly kind: string }): answer is JobFailed {
  return answer.kind === 'failed';
}
