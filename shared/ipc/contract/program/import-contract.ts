import { z } from 'zod';
import { ImportRunId, ShopId } from '../../../domain/ids.ts';
import { ImportEffect } from '../../../domain/import-effect.ts';
import { ImportCounts, ImportRun, LeftOutSheet, RejectedRowSchema } from '../../../domain/import-run.ts';
import { SubjectRef } from '../../../domain/subjects/subject.ts';
import { Platform } from '../../../domain/team/shop.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { JobProgress } from './job-contract.ts';

export const ImportJobId = z.string().min(1).max(64).brand<'ImportJobId'>();
export type ImportJobId = z.infer<typeof ImportJobId>;

/** A file as it would be imported; nothing is written yet. */
export const ImportPreview = z.object({
  fileName: z.string(),
  /** `淘宝/天猫 订单报表`. */
  formatLabel: z.string(),
  /** The platforms of whose shops such a file can be about. */
  platforms: z.array(Platform),
  /** The name of its records: `订单`. */
  recordLabel: z.string(),
  counts: ImportCounts,
  /** Shop names that the file itself gives. */
  shopNames: z.array(z.string()),
  unknownColumns: z.array(z.string()),
  leftOut: z.array(LeftOutSheet),
  /** The first ones; `counts.rejected` says how many there are. */
  rejected: z.array(RejectedRowSchema),
  /** The first rows that are imported and of which the agent should know something. */
  remarks: z.array(RejectedRowSchema),
  /** The newest ones of each group, each with the labels of the fields that change. */
  changed: z.array(
    z.object({
      /** `null`: nothing that can be opened. */
      ref: SubjectRef.nullable(),
      title: z.string(),
      /** The customer's nick. */
      who: z.string().nullable(),
      /** The list is filtered by it: `付款`. */
      group: z.string(),
      amountFen: z.int().nullable(),
      atMs: z.int().nullable(),
      fields: z.array(z.string()),
      /** Each with its value before and after, where that can be said in a few words. */
      details: z.array(z.string()),
    }),
  ),
  changedGroups: z.array(z.object({ group: z.string(), count: z.int() })),
  /** A commit will show these, as far as the rows let expect. */
  effects: z.array(ImportEffect),
  /** The agent has to know these before deciding. */
  notes: z.array(z.string()),
  /** When exactly this file was imported before. */
  importedBeforeAtMs: z.int().nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ListedRun = ImportRun.extend({ formatLabel: z.string() });
export type ListedRun = z.infer<typeof ListedRun>;

export const ImportJobState = z.discriminatedUnion('kind', [
  JobProgress.extend({ kind: z.literal('working'), phase: z.enum(['preview', 'commit']) }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
  z.object({ kind: z.literal('previewed'), preview: ImportPreview }),
  z.object({
    kind: z.literal('committed'),
    run: ImportRun,
    effects: z.array(ImportEffect),
    leftOut: z.array(LeftOutSheet),
  }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type ImportJobState = z.infer<typeof ImportJobState>;

export const ImportJob = z.object({
  id: ImportJobId,
  fileName: z.string(),
  shopId: ShopId,
  state: ImportJobState,
});
export type ImportJob = z.infer<typeof ImportJob>;

/** The lists of the import screen; a change of one of them is none of the others. */
export const ImportList = z.enum(['jobs', 'runs', 'found-files']);
export type ImportList = z.infer<typeof ImportList>;

const PngBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 5_000_000);

export const importContract = {
  /** Opens the file dialog and previews what was chosen for the shop; `null`: for the shop that each file is of. */
  'imports.choose': { input: z.object({ shopId: ShopId.nullable() }), output: z.array(ImportJob) },
  /** Files that were dropped onto the window or offered by the watched folder. */
  'imports.preview': {
    input: z.object({
      paths: z.array(z.string().min(1)).min(1).max(20),
      shopId: ShopId.nullable(),
      /** Imported at once where nothing of it has to be decided. */
      commitsWhenClear: z.boolean().default(false),
    }),
    output: z.array(ImportJob),
  },
  /** For each shop, when its latest order report was written. */
  'imports.dataAge': {
    input: nothing,
    output: z.array(z.object({ shopId: ShopId, asOfMs: z.int() })),
  },
  /** The result as a picture for the team's chat. */
  'imports.copyPicture': { input: z.object({ bytes: PngBytes }), output: nothing },
  /** Asks where to; `null` when the agent thinks better of it. */
  'imports.savePicture': {
    input: z.object({ bytes: PngBytes, name: z.string().min(1).max(100) }),
    output: z.string().nullable(),
  },
  'imports.jobs': { input: nothing, output: z.array(ImportJob) },
  /** Previews again for another shop. */
  'imports.changeShop': { input: z.object({ jobId: ImportJobId, shopId: ShopId }), output: ImportJob },
  'imports.commit': { input: z.object({ jobId: ImportJobId }), output: ImportJob },
  'imports.cancel': { input: z.object({ jobId: ImportJobId }), output: nothing },
  /** Takes a finished job off the list. */
  'imports.dismiss': { input: z.object({ jobId: ImportJobId }), output: nothing },
  /** Asks where to, then writes the rejected rows with their reasons; `null` when the agent thinks better of it. */
  'imports.saveRejected': { input: z.object({ jobId: ImportJobId }), output: z.string().nullable() },
  'imports.runs': { input: z.object({ limit: z.int().min(1).max(500) }), output: z.array(ListedRun) },
  'imports.undo': { input: z.object({ runId: ImportRunId }), output: nothing },
  /** New exports that the watched folder holds, newest first. */
  'imports.foundFiles': {
    input: nothing,
    output: z.array(
      z.object({ path: z.string(), fileName: z.string(), foundAtMs: z.int(), writtenAtMs: z.int() }),
    ),
  },
  'imports.ignoreFoundFile': { input: z.object({ path: z.string() }), output: nothing },
} as const satisfies Record<string, Endpoint>;
