import { Worker } from 'node:worker_threads';
import { DescribedError } from '../../shared/describe-error.ts';
import { toFailure } from '../../shared/errors.ts';
import { type ImportJobRequest, type ImportJobResult, ImportWorkerMessage } from './import-messages.ts';
import type { ImportProgress } from './import-progress.ts';

type Dependencies = {
  /** `import-worker.ts`, or what it was built to. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  /** Left out: the system's clock. */
  readonly now?: () => number;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type RunningImport = {
  /** Always answers, and never rejects. */
  readonly result: Promise<ImportJobResult>;
  /** The job ends within a second and leaves nothing behind, unless it was done already. */
  cancel(): void;
};

export type ImportJobs = ReturnType<typeof createImportJobs>;

/** Runs each import in a thread of its own, so that no click waits for it. */
export function createImportJobs({ workerUrl, databasePath, now, reportBug }: Dependencies) {
  const running = new Set<RunningImport>();

  function start(request: ImportJobRequest, onProgress: (progress: ImportProgress) => void): RunningImport {
    const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const workerData = { databasePath, startsAtMs: now?.() ?? null, stopFlag, request };
    const worker = new Worker(workerUrl, { workerData });
    const job = {
      result: answerOf(worker, onProgress),
      cancel: () => void Atomics.store(new Int32Array(stopFlag), 0, 1),
    };
    running.add(job);
    void job.result.then(() => running.delete(job));
    return job;
  }

  async function answerOf(
    worker: Worker,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportJobResult> {
    const { promise, resolve } = Promise.withResolvers<ImportJobResult>();
    const fail = (error: unknown) => {
      reportBug('import worker', error);
      resolve({ kind: 'failed', failure: toFailure(error), bug: null });
    };
    worker.on('message', (raw: unknown) => {
      const message = ImportWorkerMessage.safeParse(raw);
      if (!message.success) fail(message.error);
      else if (message.data.kind === 'ended') resolve(message.data.result);
      else onProgress(message.data);
    });
    worker.on('error', fail);
    // After an answer this changes nothing any more.
    worker.on('exit', (code) => resolve(died(code)));
    const result = await promise;
    if (result.kind === 'failed' && result.bug !== null) reportBug('import', new DescribedError(result.bug));
    return result;
  }

  function died(code: number): ImportJobResult {
    const bug = `The import worker ended with ${code} and without an answer`;
    return { kind: 'failed', failure: toFailure(undefined), bug };
  }

  return {
    start,
    /** Before the program ends: a half-written import would only be rolled back by the next start. */
    async cancelAll(): Promise<void> {
      const jobs = [...running];
      for (const job of jobs) job.cancel();
      await Promise.all(jobs.map((job) => job.result));
    },
  };
}
