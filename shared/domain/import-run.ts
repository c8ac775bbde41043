import { z } from 'zod';
import type { EpochMs } from '../time/clock.ts';
import { AgentId, ImportRunId, ShopId } from './ids.ts';

/** Every data row is counted once: `rows = new + changed + unchanged + rejected`. */
export const ImportCounts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A sheet of the file that was not read, and why. */
export const LeftOutSheet = z.object({ sheet: z.string(), reason: z.string() });
export type LeftOutSheet = z.infer<typeof LeftOutSheet>;

export const RejectedRowSchema = z.object({
  sheet: z.string().optional(),
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

/** A row that is imported, with what the agent should know of it. */
export type RemarkedRow = z.infer<typeof RejectedRowSchema>;

export const ImportRun = z.object({
  id: ImportRunId,
  shopId: ShopId,
  fileName: z.string(),
  sha256: z.string(),
  /** Name of the format; the kinds of records say which there are. */
  format: z.string(),
  agentId: AgentId.nullable(),
  atMs: z.int(),
  counts: ImportCounts,
  undoneAtMs: z.int().nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;

/** The first and the last moment of which one file has shown a record. */
export type CoveredSpan = { readonly fromMs: EpochMs; readonly untilMs: EpochMs };
