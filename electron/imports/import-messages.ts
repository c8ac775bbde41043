import { z } from 'zod';
import { AgentId, ImportRunId, ShopId } from '../../shared/domain/ids.ts';
import { ImportRun } from '../../shared/domain/import-run.ts';
import { Platform } from '../../shared/domain/shop.ts';
import { ImportPreview } from '../../shared/ipc/contract/import-contract.ts';
import { JobFailed } from '../../shared/job-failed.ts';

const shop = z.object({ id: ShopId, platform: Platform });

/** What a worker is started for; it does this one thing and ends. */
export const ImportJobRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), path: z.string().min(1), shop }),
  z.object({
    kind: z.literal('commit'),
    path: z.string().min(1),
    shop,
    agentId: AgentId.nullable(),
    /** Of the file that was previewed. */
    sha256: z.string(),
  }),
  z.object({ kind: z.literal('undo'), runId: ImportRunId, agentId: AgentId.nullable() }),
]);
export type ImportJobRequest = z.infer<typeof ImportJobRequest>;

export const ImportWorkerData = z.object({
  databasePath: z.string().min(1),
  /** Where the app's clock was set to another time. */
  startsAtMs: z.int().nullable(),
  /** One 32-bit number; anything but 0 asks the job to stop. */
  stopFlag: z.instanceof(SharedArrayBuffer),
  request: ImportJobRequest,
});
export type ImportWorkerData = z.infer<typeof ImportWorkerData>;

/** How a job ended. */
export const ImportJobResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
  z.object({ kind: z.literal('previewed'), preview: ImportPreview, sha256: z.string() }),
  z.object({ kind: z.literal('committed'), run: ImportRun }),
  z.object({ kind: z.literal('undone'), run: ImportRun }),
  z.object({ kind: z.literal('cancelled') }),
  JobFailed,
]);
export type ImportJobResult = z.infer<typeof ImportJobResult>;

export const ImportWorkerMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    done: z.int(),
    total: z.int(),
    timeLeftMs: z.int().nullable(),
  }),
  z.object({ kind: z.literal('ended'), result: ImportJobResult }),
]);
export type ImportWorkerMessage = z.infer<typeof ImportWorkerMessage>;
