import { z } from 'zod';
import { AgentId, ScriptImportId } from '../../shared/domain/ids.ts';
import {
  ScriptExportRequest,
  ScriptFileExported,
  ScriptFileImported,
  ScriptFileRequest,
  type ScriptImportPreview,
} from '../../shared/ipc/contract/script-file-contract.ts';
import { JobFailed } from '../../shared/job-failed.ts';

const who = z.object({ agentId: AgentId.nullable(), isApprovalRequired: z.boolean() });

/** What a worker is started for; it does this one thing and ends. */
export const ScriptFileJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), request: ScriptFileRequest, who }),
  z.object({ kind: z.literal('import'), request: ScriptFileRequest, sha256: z.string(), who }),
  z.object({ kind: z.literal('undo'), importId: ScriptImportId, agentId: AgentId.nullable() }),
  z.object({ kind: z.literal('export'), request: ScriptExportRequest.extend({ path: z.string() }), who }),
]);
export type ScriptFileJob = z.infer<typeof ScriptFileJob>;

export const ScriptFileWorkerData = z.object({
  databasePath: z.string().min(1),
  /** Where the app's clock was set to another time. */
  startsAtMs: z.int().nullable(),
  /** One 32-bit number; anything but 0 asks the job to stop. */
  stopFlag: z.instanceof(SharedArrayBuffer),
  job: ScriptFileJob,
});
export type ScriptFileWorkerData = z.infer<typeof ScriptFileWorkerData>;

/** How a job ended. */
export const ScriptFileJobResult = z.discriminatedUnion('kind', [
  // Our own worker made it from the same type; to check 10 000 rows again would hold up every click.
  z.object({ kind: z.literal('previewed'), preview: z.custom<ScriptImportPreview>() }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
  ScriptFileImported,
  z.object({ kind: z.literal('undone'), undoneCount: z.int(), keptCount: z.int() }),
  ScriptFileExported,
  z.object({ kind: z.literal('cancelled') }),
  JobFailed,
]);
export type ScriptFileJobResult = z.infer<typeof ScriptFileJobResult>;
