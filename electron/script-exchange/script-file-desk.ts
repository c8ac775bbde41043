import type { AgentId, ScriptImportId } from '../../shared/domain/ids.ts';
import type {
  ScriptExportRequest,
  ScriptFileExported,
  ScriptFileRequest,
} from '../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { JobSpec } from '../kernel/jobs/job.ts';
import type { RunningJob, StartJob } from '../kernel/jobs/job-runner.ts';
import { type JobOutcome, valueOf } from '../kernel/jobs/outcome.ts';
import { scriptExportJob, scriptImportJob, scriptPreviewJob, scriptUndoJob } from './script-file-jobs.ts';

type Who = { readonly agentId: AgentId | null; readonly isApprovalRequired: boolean };
type Cancelled = { readonly kind: 'cancelled' };

export type ScriptFileDesk = ReturnType<typeof createScriptFileDesk>;

/** The script files that the agent is reading, importing and writing. */
export function createScriptFileDesk(start: StartJob) {
  const running = new Set<RunningJob<unknown>>();
  let lastPreview: RunningJob<unknown> | undefined;

  function run<In, Out>(spec: JobSpec<In, Out>, input: In): RunningJob<Out> {
    const job = start(spec, input);
    running.add(job);
    void job.ended.then(() => running.delete(job));
    return job;
  }

  return {
    /** A cancelled preview is an answer of its own: the agent has chosen otherwise, and nothing is wrong. */
    async preview(request: ScriptFileRequest, who: Who) {
      // The agent has no use for the last preview any more.
      lastPreview?.cancel();
      const preview = run(scriptPreviewJob, { request, who });
      lastPreview = preview;
      return orCancelled(await preview.result);
    },
    async import(request: ScriptFileRequest, sha256: string, who: Who) {
      return orCancelled(await run(scriptImportJob, { request, sha256, who }).result);
    },
    undo: async (importId: ScriptImportId, agentId: AgentId | null) =>
      valueOf(await run(scriptUndoJob, { importId, agentId }).result),
    export: async (request: ScriptExportRequest & { path: string }, who: Who): Promise<ScriptFileExported> =>
      valueOf(await run(scriptExportJob, { request, who }).result),
    /** Reading is broken off; a write that has begun is finished. */
    async cancelAll(): Promise<void> {
      const jobs = [...running];
      for (const job of jobs) job.cancel();
      await Promise.all(jobs.map(({ ended }) => ended));
    },
  };
}

function orCancelled<Out>(outcome: JobOutcome<Out>): Out | Cancelled {
  return outcome.kind === 'cancelled' ? outcome : valueOf(outcome);
}
