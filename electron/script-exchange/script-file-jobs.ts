import { z } from 'zod';
import { AgentId, ScriptImportId } from '../../shared/domain/ids.ts';
import {
  ScriptExportRequest,
  ScriptFileExported,
  ScriptFileImported,
  ScriptFileRequest,
  type ScriptImportPreview,
} from '../../shared/ipc/contract/scripts/script-file-contract.ts';
import { type JobSpec, job } from '../kernel/jobs/job.ts';
import type { ScriptExchange } from './script-exchange.ts';

const Who = z.object({ agentId: AgentId.nullable(), isApprovalRequired: z.boolean() });
const Preview = z.object({ request: ScriptFileRequest, who: Who });
const Import = Preview.extend({ sha256: z.string() });
const Undo = z.object({ importId: ScriptImportId, agentId: AgentId.nullable() });
const Export = z.object({ request: ScriptExportRequest.extend({ path: z.string() }), who: Who });

const Unreadable = z.object({ kind: z.literal('unreadable'), reason: z.string() });
const Undone = z.object({ undoneCount: z.int(), keptCount: z.int() });
type Unreadable = z.infer<typeof Unreadable>;

export const scriptPreviewJob: JobSpec<z.infer<typeof Preview>, ScriptImportPreview | Unreadable> = {
  name: 'scriptFiles.preview',
  label: '读取话术文件',
  input: Preview,
  // Our own thread made it from the same type; to check 10 000 rows again would hold up every click.
  output: z.custom<ScriptImportPreview | Unreadable>(),
  writes: false,
};

export const scriptImportJob: JobSpec<z.infer<typeof Import>, ScriptFileImported | Unreadable> = {
  name: 'scriptFiles.import',
  label: '导入话术',
  input: Import,
  output: z.discriminatedUnion('kind', [ScriptFileImported, Unreadable]),
  writes: true,
};

export const scriptUndoJob: JobSpec<z.infer<typeof Undo>, z.infer<typeof Undone>> = {
  name: 'scriptFiles.undo',
  label: '撤销话术导入',
  input: Undo,
  output: Undone,
  writes: true,
};

export const scriptExportJob: JobSpec<z.infer<typeof Export>, ScriptFileExported> = {
  name: 'scriptFiles.export',
  label: '导出话术',
  input: Export,
  output: ScriptFileExported,
  writes: false,
};

type Place = { readonly core: { readonly scriptExchange: ScriptExchange } };

/** Reads, writes and takes back script files. */
export const scriptFileJobs = [
  job(scriptPreviewJob, (work, { core }: Place) =>
    core.scriptExchange.preview(work.input.request, work.input.who, work),
  ),
  job(scriptImportJob, (work, { core }: Place) => {
    const { request, sha256, who } = work.input;
    return core.scriptExchange.import({ request, sha256 }, who, work);
  }),
  job(scriptUndoJob, ({ input }, { core }: Place) => core.scriptExchange.undo(input.importId, input.agentId)),
  job(scriptExportJob, ({ input }, { core }: Place) => core.scriptExchange.export(input.request, input.who)),
];
