import type { AgentId, ScriptImportId } from '../../shared/domain/ids.ts';
import type {
  ScriptExportRequest,
  ScriptFileExported,
  ScriptFileRequest,
} from '../../shared/ipc/contract/script-file-contract.ts';
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
  const previews = new Set<RunningJob<unknown>>();

  function run<In, Out>(spec: JobSpec<In, Out>, input: In, group = running): Promise<JobOutcome<Out>> {
    const job = start(spec, input);
    for (const set of new Set([running, group])) {
      set.add(job);
      void job.ended.then(() => set.delete(job));
    }
    return job.result;
  }

  return {
    /** A cancelled preview is an answer of its own: the agent has chosen otherwise, and nothing is wrong. */
    async preview(request: ScriptFileRequest, who: Who) {
      // The one of before is of no use to the agent any more.
      for (const preview of previews) preview.cancel();
      return orCancelled(await run(scriptPreviewJob, { request, who }, previews));
    },
    async import(request: ScriptFileRequest, sha256: string, who: Who) {
      return orCancelled(await run(scriptImportJob, { request, sha256, who }));
    },
    undo: async (importId: ScriptImportId, agentId: AgentId | null) =>
      valueOf(await run(scriptUndoJob, { importId, agentId })),
    export: async (request: ScriptExportRequest & { path: string }, who: Who): Promise<ScriptFileExported> =>
      valueOf(await run(scriptExportJob, { request, who })),
    /** What is being read is given up; what is being written is written. */
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
