import { AppError } from '../../shared/errors.ts';
import type { JobFailed } from '../../shared/job-failed.ts';
import type { StoreThread, StoreThreads } from '../platform/store-threads.ts';
import { type ScriptFileJob, ScriptFileJobResult } from './script-file-messages.ts';

type Ended = Exclude<ScriptFileJobResult, JobFailed>;

export type ScriptFileJobs = ReturnType<typeof createScriptFileJobs>;

/** Reads, writes and takes back script files. */
export function createScriptFileJobs(threads: StoreThreads) {
  const previews = new Set<StoreThread<ScriptFileJobResult>>();

  function start(job: ScriptFileJob): StoreThread<ScriptFileJobResult> {
    const thread = threads.start({ job }, (raw) => ScriptFileJobResult.parse(raw));
    if (job.kind !== 'preview') return thread;
    // The agent has chosen otherwise: nobody waits for the preview of before.
    for (const preview of previews) preview.cancel();
    previews.add(thread);
    void thread.result.then(() => previews.delete(thread));
    return thread;
  }

  return {
    async run(job: ScriptFileJob): Promise<Ended> {
      const result = await start(job).result;
      if (result.kind !== 'failed') return result;
      throw new AppError(result.failure.code, result.failure.message);
    },
    /** What is being read is given up; what is being written is written. */
    cancelAll: threads.cancelAll,
  };
}
