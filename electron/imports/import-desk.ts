import { basename } from 'node:path';
import type { AgentId, ImportRunId, ShopId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { Platform } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import {
  type ImportJob,
  type ImportJobId,
  type ImportJobState,
  ImportJobId as JobId,
} from '../../shared/ipc/contract/import-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { ImportJobs, RunningImport } from './import-jobs.ts';
import type { ImportJobRequest, ImportJobResult } from './import-messages.ts';
import type { ImportProgress } from './import-progress.ts';

type ShopRef = { readonly id: ShopId; readonly platform: Platform };

type Entry = {
  readonly job: ImportJob;
  readonly path: string;
  /** Of the file that was previewed. */
  readonly sha256: string | null;
  readonly running: RunningImport | null;
};

type Dependencies = {
  readonly jobs: Pick<ImportJobs, 'start'>;
  readonly shopOf: (id: ShopId) => ShopRef;
  readonly currentAgentId: () => AgentId | null;
  readonly newId: (nowMs: EpochMs) => string;
  readonly now: () => EpochMs;
  /** The list has changed: every window shows it. */
  readonly changed: () => void;
  /** Orders have changed: the queue and the reminders are read anew. */
  readonly committed: () => void;
};

export type ImportDesk = ReturnType<typeof createImportDesk>;

/** The files that the agent is importing: read, previewed, committed, or given up. Lives as long as the program. */
export function createImportDesk(dependencies: Dependencies) {
  const { jobs, shopOf, currentAgentId, newId, now, changed, committed } = dependencies;
  const entries = new Map<ImportJobId, Entry>();

  function existing(id: ImportJobId): Entry {
    const entry = entries.get(id);
    if (!entry) throw new AppError('not-found', '该导入已不在列表中');
    return entry;
  }

  function show(entry: Entry, state: ImportJobState): Entry {
    const shown = { ...entry, job: { ...entry.job, state } };
    entries.set(entry.job.id, shown);
    changed();
    return shown;
  }

  function stateOf(result: ImportJobResult): ImportJobState {
    if (result.kind === 'failed') return { kind: 'failed', reason: result.failure.message };
    if (result.kind === 'previewed') return { kind: 'previewed', preview: result.preview };
    if (result.kind === 'undone') return { kind: 'cancelled' };
    return result;
  }

  function run(entry: Entry, phase: 'preview' | 'commit', request: ImportJobRequest): ImportJob {
    const progressState = ({ done, total, timeLeftMs }: ImportProgress): ImportJobState => ({
      kind: 'working',
      phase,
      done,
      total,
      timeLeftMs,
    });
    const { id } = entry.job;
    const running = jobs.start(request, (progress) => {
      const current = entries.get(id);
      if (current?.running === running) show(current, progressState(progress));
    });
    const started = show({ ...entry, running }, progressState({ done: 0, total: 0, timeLeftMs: null }));
    void settle(id, running);
    return started.job;
  }

  async function settle(id: ImportJobId, running: RunningImport): Promise<void> {
    const result = await running.result;
    const current = entries.get(id);
    // Another shop was chosen meanwhile, or the job was taken off the list.
    if (current?.running !== running) return;
    const sha256 = result.kind === 'previewed' ? result.sha256 : current.sha256;
    show({ ...current, running: null, sha256 }, stateOf(result));
    if (result.kind === 'committed') committed();
  }

  function preview(path: string, shopId: ShopId, id: ImportJobId): ImportJob {
    const state: ImportJobState = { kind: 'working', phase: 'preview', done: 0, total: 0, timeLeftMs: null };
    const job: ImportJob = { id, fileName: basename(path), shopId, state };
    const { id: shop, platform } = shopOf(shopId);
    return run({ job, path, sha256: null, running: null }, 'preview', {
      kind: 'preview',
      path,
      shop: { id: shop, platform },
    });
  }

  return {
    list: (): ImportJob[] => [...entries.values()].map(({ job }) => job),

    preview: (paths: readonly string[], shopId: ShopId): ImportJob[] =>
      paths.map((path) => preview(path, shopId, JobId.parse(newId(now())))),

    changeShop(id: ImportJobId, shopId: ShopId): ImportJob {
      const { path, running } = existing(id);
      running?.cancel();
      return preview(path, shopId, id);
    },

    commit(id: ImportJobId): ImportJob {
      const entry = existing(id);
      if (entry.job.state.kind !== 'previewed' || entry.sha256 === null) {
        throw new AppError('conflict', '该文件还没有预览完成');
      }
      const { id: shop, platform } = shopOf(entry.job.shopId);
      return run(entry, 'commit', {
        kind: 'commit',
        path: entry.path,
        shop: { id: shop, platform },
        agentId: currentAgentId(),
        sha256: entry.sha256,
      });
    },

    cancel(id: ImportJobId): void {
      existing(id).running?.cancel();
    },

    dismiss(id: ImportJobId): void {
      const { running } = existing(id);
      entries.delete(id);
      running?.cancel();
      changed();
    },

    /** Where the rejected rows of a job come from. */
    pathOf: (id: ImportJobId): string => existing(id).path,

    /** Takes a committed import back; rejects with what stands in the way. */
    async undo(runId: ImportRunId): Promise<ImportRun> {
      const { result } = jobs.start({ kind: 'undo', runId, agentId: currentAgentId() }, () => {});
      const outcome = await result;
      if (outcome.kind === 'undone') {
        committed();
        return outcome.run;
      }
      if (outcome.kind === 'failed') throw new AppError(outcome.failure.code, outcome.failure.message);
      throw new AppError('conflict', '撤销没有完成');
    },
  };
}
