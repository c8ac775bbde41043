import { z } from 'zod';
import { AgentId, ImportRunId, ShopId } from '../../shared/domain/ids.ts';
import { ImportEffect } from '../../shared/domain/import-effect.ts';
import { ImportRun, LeftOutSheet } from '../../shared/domain/import-run.ts';
import { Platform } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import { ImportPreview } from '../../shared/ipc/contract/program/import-contract.ts';
import type { SaveTable } from '../exports/save-table.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { ImportFileRequest, ImportOutcome } from './import-file.ts';
import type { ReadExport } from './reading/read-export.ts';
import type { RecogniseExport } from './reading/recognise-export.ts';
import { rejectedRowsTable } from './rejected-rows-table.ts';

const FileForShop = z.object({
  path: z.string().min(1),
  shop: z.object({ id: ShopId, platform: Platform }),
});
type FileForShop = z.infer<typeof FileForShop>;

const PreviewedFile = FileForShop.extend({
  agentId: AgentId.nullable(),
  /** Of the file that was previewed. */
  sha256: z.string(),
});
type PreviewedFile = z.infer<typeof PreviewedFile>;

const Undo = z.object({ runId: ImportRunId, agentId: AgentId.nullable() });

const Unreadable = z.object({ kind: z.literal('unreadable'), reason: z.string() });
const Previewed = z.object({ kind: z.literal('previewed'), preview: ImportPreview, sha256: z.string() });
const Committed = z.object({
  kind: z.literal('committed'),
  run: ImportRun,
  effects: z.array(ImportEffect),
  leftOut: z.array(LeftOutSheet),
});

type Unreadable = z.infer<typeof Unreadable>;
export type PreviewEnd = Unreadable | z.infer<typeof Previewed>;
export type CommitEnd = Unreadable | z.infer<typeof Committed>;

export const importPreviewJob: JobSpec<FileForShop, PreviewEnd> = {
  name: 'imports.preview',
  label: '读取导入文件',
  input: FileForShop,
  output: z.discriminatedUnion('kind', [Unreadable, Previewed]),
  writes: false,
};

export const importCommitJob: JobSpec<PreviewedFile, CommitEnd> = {
  name: 'imports.commit',
  label: '导入文件',
  input: PreviewedFile,
  output: z.discriminatedUnion('kind', [Unreadable, Committed]),
  writes: true,
};

export const importUndoJob: JobSpec<z.infer<typeof Undo>, ImportRun> = {
  name: 'imports.undo',
  label: '撤销导入',
  input: Undo,
  output: ImportRun,
  writes: true,
};

const SaveRejected = z.object({ source: z.string().min(1), target: z.string().min(1) });

/** Writes the rows of the file that cannot be imported, each with its reason. */
export const saveRejectedJob: JobSpec<z.infer<typeof SaveRejected>, { rows: number }> = {
  name: 'imports.saveRejected',
  label: '导出未导入的行',
  input: SaveRejected,
  output: z.object({ rows: z.int() }),
  writes: false,
};

const Recognise = z.object({ path: z.string().min(1) });

/** Looks whether a file that nobody has asked for is an export, without reading all of it. */
export const recogniseJob: JobSpec<z.infer<typeof Recognise>, boolean> = {
  name: 'imports.recognise',
  label: '识别监视文件夹中的文件',
  input: Recognise,
  output: z.boolean(),
  writes: false,
};

type ImportCore = {
  readonly importFile: (request: ImportFileRequest) => ImportOutcome;
  readonly undoImport: (runId: ImportRunId, agentId: AgentId | null, shouldStop: () => boolean) => ImportRun;
};
type Place = { readonly core: ImportCore };
type LookingPlace = { readonly core: { readonly recogniseExport: RecogniseExport } };
type SavingPlace = {
  readonly core: { readonly readExport: ReadExport; readonly saveTable: SaveTable };
};

function unexpected(outcome: ImportOutcome): AppError {
  return new AppError('internal', `An import ended as ${outcome.kind}`);
}

/** Reads, commits and takes back order files, and writes what could not be read of them. */
export const importJobs = [
  job(importPreviewJob, ({ input, onProgress, shouldStop }, { core }: Place) => {
    const outcome = core.importFile({
      ...input,
      agentId: null,
      isDryRun: true,
      shouldStop,
      onProgress,
    });
    if (outcome.kind === 'committed') throw unexpected(outcome);
    return outcome;
  }),
  job(importCommitJob, ({ input, onProgress, shouldStop }, { core }: Place) => {
    const { sha256, ...request } = input;
    const outcome = core.importFile({
      ...request,
      isDryRun: false,
      expectedSha256: sha256,
      shouldStop,
      onProgress,
    });
    if (outcome.kind === 'previewed') throw unexpected(outcome);
    // The preview has shown the rejected rows.
    if (outcome.kind === 'unreadable') return outcome;
    const { run, effects, leftOut } = outcome;
    return { kind: 'committed' as const, run, effects: [...effects], leftOut: [...leftOut] };
  }),
  job(importUndoJob, ({ input, shouldStop }, { core }: Place) =>
    core.undoImport(input.runId, input.agentId, shouldStop),
  ),
  job(recogniseJob, ({ input, shouldStop }, { core }: LookingPlace) =>
    core.recogniseExport(input.path, shouldStop),
  ),
  // The progress is that of reading: the number of rejected rows is not known yet.
  job(saveRejectedJob, (work, { core }: SavingPlace) =>
    core.saveTable(work.input.target, rejectedRowsTable(core.readExport(work.input.source, work))),
  ),
];
