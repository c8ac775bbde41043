import { basename } from 'node:path';
import type { AgentId, ImportRunId, ShopId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { Platform, Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import {
  type ImportJob,
  type ImportJobId,
  type ImportJobState,
  type ImportPreview,
  ImportJobId as JobId,
} from '../../shared/ipc/contract/program/import-contract.ts';
import type { JobProgress } from '../../shared/ipc/contract/program/job-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { RunningJob, StartJob, StartOptions } from '../kernel/jobs/job-runner.ts';
import { type JobOutcome, valueOf } from '../kernel/jobs/outcome.ts';
import { NOTHING_DONE } from '../kernel/jobs/progress.ts';
import { startAfter } from '../kernel/jobs/start-after.ts';
import {
  type CommitEnd,
  importCommitJob,
  importPreviewJob,
  importUndoJob,
  type PreviewEnd,
} from './import-jobs.ts';
import { isClear, likelyShop, shopOfFile } from './shop-of-file.ts';

type Ended = PreviewEnd | CommitEnd;
type ShopRef = { readonly id: ShopId; readonly platform: Platform };

type Taking = {
  readonly path: string;
  /** The agent has left it to the file which shop it is of. */
  readonly isShopOpen: boolean;
  /** Imported at once where nothing has to be decided: the agent has asked for both. */
  readonly commitsWhenClear: boolean;
};

type Entry = Taking & {
  readonly job: ImportJob;
  /** Of the file that was previewed. */
  readonly sha256: string | null;
  readonly running: RunningJob<Ended> | null;
};

type Dependencies = {
  readonly start: StartJob;
  /** Resolves when so many rows may change the store. */
  readonly backUpBefore: (rows: number) => Promise<void>;
  readonly shops: { list(): readonly Shop[]; existing(id: ShopId): Shop };
  /** The shops of the last imports, the latest first. */
  readonly lastImports: () => readonly ShopId[];
  /** When exactly this file was imported last and not taken back; `null`: never. */
  readonly importedAtMs: (sha256: string) => EpochMs | null;
  readonly currentAgentId: () => AgentId | null;
  readonly newId: (nowMs: EpochMs) => string;
  readonly now: () => EpochMs;
  /** The list has changed: every window shows it. */
  readonly changed: () => void;
  /** A file was imported or taken back: the list of imports, the queue and the reminders are read anew. */
  readonly committed: () => void;
};

export type ImportDesk = ReturnType<typeof createImportDesk>;

/** The files that the agent is importing: read, previewed, committed, or given up. Lives as long as the program. */
export function createImportDesk(dependencies: Dependencies) {
  const { start, backUpBefore, shops, lastImports, importedAtMs, currentAgentId, newId, now, changed } =
    dependencies;
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

  function shopRef(id: ShopId): ShopRef {
    const { platform } = shops.existing(id);
    return { id, platform };
  }

  function stateOf(outcome: JobOutcome<Ended>): ImportJobState {
    if (outcome.kind === 'failed') return { kind: 'failed', reason: outcome.failure.message };
    if (outcome.kind === 'cancelled') return outcome;
    const { value } = outcome;
    return value.kind === 'previewed' ? { kind: 'previewed', preview: value.preview } : value;
  }

  type Phase = 'preview' | 'commit';

  function run(entry: Entry, phase: Phase, begin: (options: StartOptions) => RunningJob<Ended>): ImportJob {
    const working = (progress: JobProgress): ImportJobState => ({ ...progress, kind: 'working', phase });
    const { id } = entry.job;
    const running = begin({
      onProgress(progress) {
        const current = entries.get(id);
        if (current?.running === running) show(current, working(progress));
      },
    });
    const started = show({ ...entry, running }, working(NOTHING_DONE));
    void settle(id, running);
    return started.job;
  }

  async function settle(id: ImportJobId, running: RunningJob<Ended>): Promise<void> {
    const outcome = await running.result;
    const ended = outcome.kind === 'done' ? outcome.value : null;
    const current = entries.get(id);
    // If the job is another one now, the agent has chosen another shop or taken the file off the list.
    if (current?.running === running) {
      const sha256 = ended?.kind === 'previewed' ? ended.sha256 : current.sha256;
      const shown = show({ ...current, running: null, sha256 }, stateOf(outcome));
      if (ended?.kind === 'previewed') goOn(shown, ended.preview);
    }
    // The commit may have been done before the agent cancelled it.
    if (ended?.kind === 'committed') committed();
  }

  function committed(): void {
    refreshStale();
    dependencies.committed();
  }

  /** Where the file says its shop it goes there; then it is imported, if that was asked for and is clear. */
  function goOn(entry: Entry, found: ImportPreview): void {
    const { id, shopId } = entry.job;
    const choice = shopOfFile(found, shops.list(), shopId);
    if (entry.isShopOpen && choice.shopId !== shopId) preview(entry, choice.shopId, id);
    else if (entry.commitsWhenClear && choice.isSure && choice.shopId === shopId && isClear(found))
      commit(id);
  }

  function preview(
    { path, isShopOpen, commitsWhenClear }: Taking,
    shopId: ShopId,
    id: ImportJobId,
  ): ImportJob {
    const state: ImportJobState = { ...NOTHING_DONE, kind: 'working', phase: 'preview' };
    const job: ImportJob = { id, fileName: basename(path), shopId, state };
    const shop = shopRef(shopId);
    const entry = { job, path, isShopOpen, commitsWhenClear, sha256: null, running: null };
    return run(entry, 'preview', (options) => start(importPreviewJob, { path, shop }, options));
  }

  function commit(id: ImportJobId): ImportJob {
    const entry = existing(id);
    const { path, sha256 } = entry;
    if (entry.job.state.kind !== 'previewed' || sha256 === null) {
      throw new AppError('conflict', '该文件还没有预览完成');
    }
    if (isStale(entry)) {
      refresh(entry);
      throw new AppError('conflict', '这个文件在预览之后已在别处导入或撤销，正在重新预览，请核对后再导入');
    }
    const input = { path, sha256, shop: shopRef(entry.job.shopId), agentId: currentAgentId() };
    const { counts } = entry.job.state.preview;
    const isReady = backUpBefore(counts.new + counts.changed);
    return run(entry, 'commit', (options) =>
      startAfter(isReady, () => start(importCommitJob, input, options)),
    );
  }

  /** The same file was imported, or taken back, since it was previewed: the counts are those of before. */
  function isStale({ job: { state }, sha256 }: Entry): boolean {
    if (state.kind !== 'previewed' || sha256 === null) return false;
    return importedAtMs(sha256) !== state.preview.importedBeforeAtMs;
  }

  /** The agent has not seen what the file says now, so it is not imported by itself. */
  function refresh(entry: Entry): void {
    const { path, job } = entry;
    // The sample shop, of which the file was, may have been removed meanwhile.
    if (shops.list().every(({ id }) => id !== job.shopId))
      show(entry, { kind: 'failed', reason: '该文件的店铺已删除，请重新选择文件' });
    else preview({ path, isShopOpen: false, commitsWhenClear: false }, job.shopId, job.id);
  }

  function refreshStale(): void {
    for (const entry of [...entries.values()].filter(isStale)) refresh(entry);
  }

  function requireLikelyShop(): ShopId {
    const shop = likelyShop(shops.list(), lastImports());
    if (!shop) throw new AppError('conflict', '请先添加店铺');
    return shop.id;
  }

  return {
    /** Another program may have imported a file that is previewed here. */
    refreshStale,

    list: (): ImportJob[] => [...entries.values()].map(({ job }) => job),

    /** `null`: the shop that each file is of. */
    preview(
      paths: readonly string[],
      shopId: ShopId | null,
      { commitsWhenClear } = { commitsWhenClear: false },
    ): ImportJob[] {
      const first = shopId ?? requireLikelyShop();
      const isShopOpen = shopId === null;
      return paths.map((path) =>
        preview({ path, isShopOpen, commitsWhenClear }, first, JobId.parse(newId(now()))),
      );
    },

    changeShop(id: ImportJobId, shopId: ShopId): ImportJob {
      const { path, running } = existing(id);
      running?.cancel();
      return preview({ path, isShopOpen: false, commitsWhenClear: false }, shopId, id);
    },

    commit,

    cancel(id: ImportJobId): void {
      existing(id).running?.cancel();
    },

    dismiss(id: ImportJobId): void {
      const { running } = existing(id);
      entries.delete(id);
      running?.cancel();
      changed();
    },

    /** The file of a job, for writing its rejected rows. */
    pathOf: (id: ImportJobId): string => existing(id).path,

    /** Takes a committed import back; rejects with what stands in the way. */
    async undo(runId: ImportRunId): Promise<ImportRun> {
      const { result } = start(importUndoJob, { runId, agentId: currentAgentId() });
      const undone = valueOf(await result);
      committed();
      return undone;
    },
  };
}
