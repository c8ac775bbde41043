import { basename } from 'node:path';
import type { ShopId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import { isDone } from '../kernel/jobs/outcome.ts';
import type { ImportDesk } from './import-desk.ts';
import { saveRejectedJob } from './import-jobs.ts';
import type { FileCatalogue } from './kinds/file-catalogue.ts';

export type FoundFile = { readonly path: string; readonly foundAtMs: number; readonly writtenAtMs: number };

type Dependencies = {
  readonly desk: ImportDesk;
  readonly chooseFiles: () => Promise<readonly string[]>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly start: StartJob;
  readonly importRuns: { listLatest(limit: number): ImportRun[] };
  readonly orderDataAges: () => { shopId: ShopId; asOfMs: EpochMs }[];
  readonly saveFile: (path: string, content: Uint8Array) => void;
  readonly clipboard: { writePicture(bytes: Uint8Array): Promise<void> };
  readonly fileCatalogue: Pick<FileCatalogue, 'formatNamed'>;
  readonly foundFiles: { list(): readonly FoundFile[]; ignore(path: string): void };
};

export function createImportHandlers(dependencies: Dependencies) {
  const { desk, chooseFiles, chooseTarget, start, importRuns, fileCatalogue, foundFiles } = dependencies;
  const { clipboard, saveFile } = dependencies;

  return {
    'imports.choose': async ({ shopId }) => desk.preview(await chooseFiles(), shopId),
    'imports.preview': ({ paths, shopId, commitsWhenClear }) => {
      for (const path of paths) foundFiles.ignore(path);
      return desk.preview(paths, shopId, { commitsWhenClear });
    },
    'imports.dataAge': dependencies.orderDataAges,
    'imports.copyPicture': async ({ bytes }) => {
      await clipboard.writePicture(bytes);
      return undefined;
    },
    'imports.savePicture': async ({ bytes, name }) => {
      const target = await chooseTarget(name);
      if (target !== null) saveFile(target, bytes);
      return target;
    },
    'imports.jobs': () => desk.list(),
    'imports.changeShop': ({ jobId, shopId }) => desk.changeShop(jobId, shopId),
    'imports.commit': ({ jobId }) => desk.commit(jobId),
    'imports.cancel': ({ jobId }) => {
      desk.cancel(jobId);
    },
    'imports.dismiss': ({ jobId }) => {
      desk.dismiss(jobId);
    },
    'imports.saveRejected': async ({ jobId }) => {
      const source = desk.pathOf(jobId);
      const target = await chooseTarget(`${basename(source).replace(/\.[^.]+$/, '')}-未导入.xlsx`);
      if (target === null) return null;
      const job = start(saveRejectedJob, { source, target }, { title: saveRejectedJob.label });
      return isDone(await job.result) ? target : null;
    },
    'imports.runs': ({ limit }) =>
      importRuns.listLatest(limit).map((run) => ({
        ...run,
        // A format that this build has dropped.
        formatLabel: fileCatalogue.formatNamed(run.format)?.format.label ?? run.format,
      })),
    'imports.undo': async ({ runId }) => void (await desk.undo(runId)),
    'imports.foundFiles': () =>
      foundFiles.list().map(({ path, foundAtMs, writtenAtMs }) => ({
        path,
        fileName: basename(path),
        foundAtMs,
        writtenAtMs,
      })),
    'imports.ignoreFoundFile': ({ path }) => {
      foundFiles.ignore(path);
    },
  } satisfies Partial<Handlers>;
}
