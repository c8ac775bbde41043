import { Worker } from 'node:worker_threads';
import { DescribedError } from '../../shared/describe-error.ts';
import { AppError, toFailure } from '../../shared/errors.ts';
import { type ScriptFileJob, ScriptFileJobResult } from './script-file-messages.ts';

type Dependencies = {
  /** `script-file-worker.ts`, or what it was built to. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  /** Left out: the system's clock. */
  readonly now?: () => number;
  readonly reportBug: (what: string, error: unknown) => void;
};

type Ended = Exclude<ScriptFileJobResult, { kind: 'failed' }>;
type Running = {
  readonly kind: ScriptFileJob['kind'];
  readonly ended: Promise<unknown>;
  readonly cancel: () => void;
};

export type ScriptFileJobs = ReturnType<typeof createScriptFileJobs>;

/** Each file is read, written or taken back in a thread of its own, so that no click waits for it. */
export function createScriptFileJobs({ workerUrl, databasePath, now, reportBug }: Dependencies) {
  const running = new Set<Running>();

  function start(job: ScriptFileJob): { readonly result: Promise<ScriptFileJobResult> } & Running {
    const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const workerData = { databasePath, startsAtMs: now?.() ?? null, stopFlag, job };
    const worker = new Worker(workerUrl, { workerData });
    const { promise, resolve } = Promise.withResolvers<ScriptFileJobResult>();
    const fail = (error: unknown) => {
      reportBug('script file worker', error);
      resolve({ kind: 'failed', failure: toFailure(error), bug: null });
    };
    worker.on('message', (raw: unknown) => {
      const message = ScriptFileJobResult.safeParse(raw);
      if (message.success) resolve(message.data);
      else fail(message.error);
    });
    worker.on('error', fail);
    // After an answer this changes nothing any more.
    worker.on('exit', (code) => {
      const bug = `The script file worker ended with ${code} and without an answer`;
      resolve({ kind: 'failed', failure: toFailure(undefined), bug });
    });
    return {
      kind: job.kind,
      result: promise,
      ended: promise,
      cancel: () => void Atomics.store(new Int32Array(stopFlag), 0, 1),
    };
  }

  /** The agent has chosen otherwise: nobody waits for the preview of before. */
  function giveUpPreviews(): void {
    for (const one of running) if (one.kind === 'preview') one.cancel();
  }

  async function run(job: ScriptFileJob): Promise<Ended> {
    if (job.kind === 'preview') giveUpPreviews();
    const one = start(job);
    running.add(one);
    const result = await one.result;
    running.delete(one);
    if (result.kind !== 'failed') return result;
    if (result.bug !== null) reportBug('script file', new DescribedError(result.bug));
    throw new AppError(result.failure.code, result.failure.message);
  }

  return {
    run,
    /** What is being read is given up; what is being written is written. */
    async cancelAll(): Promise<void> {
      const all = [...running];
      for (const one of all) one.cancel();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
