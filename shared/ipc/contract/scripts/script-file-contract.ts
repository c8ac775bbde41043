import { z } from 'zod';
import { ScriptId, ScriptImportId } from '../../../domain/ids.ts';
import { LeftOutSheet } from '../../../domain/import-run.ts';
import { ScriptScope } from '../../../domain/scripts/script.ts';
import {
  ImportChoice,
  ImportChoices,
  ImportVerdict,
  ScriptColumns,
  ScriptExportFormat,
  ScriptField,
  ScriptFileFormat,
} from '../../../domain/scripts/script-file.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

/** How a file is to be read and whose its scripts become; `null`: as the file itself says. */
export const ScriptFileRequest = z.object({
  path: z.string().min(1).max(4096),
  format: ScriptFileFormat.nullable(),
  columns: ScriptColumns.nullable(),
  hasHeader: z.boolean().nullable(),
  target: ScriptScope.nullable(),
  choices: ImportChoices,
});
export type ScriptFileRequest = z.infer<typeof ScriptFileRequest>;

export const ScriptFileColumn = z.object({
  header: z.string(),
  field: ScriptField.nullable(),
  samples: z.array(z.string()),
});
export type ScriptFileColumn = z.infer<typeof ScriptFileColumn>;

/** A row and what it would do; texts are cut for the list. */
export const ScriptImportRow = z.object({
  row: z.int(),
  verdict: ImportVerdict,
  /** Why; `''` where the verdict says it all. */
  reason: z.string(),
  /** The cell that stands in the way. */
  fault: z.object({ column: z.string(), value: z.string() }).nullable(),
  notes: z.array(z.string()),
  choice: ImportChoice.nullable(),
  code: z.string(),
  title: z.string(),
  group: z.string(),
  text: z.string(),
  /** The script that has the code so far. */
  ours: z.object({ title: z.string(), group: z.string(), text: z.string() }).nullable(),
});
export type ScriptImportRow = z.infer<typeof ScriptImportRow>;

export const ScriptImportPreview = z.object({
  kind: z.literal('preview'),
  fileName: z.string(),
  sha256: z.string(),
  format: ScriptFileFormat,
  hasHeader: z.boolean(),
  columns: z.array(ScriptFileColumn),
  leftOut: z.array(LeftOutSheet),
  rows: z.array(ScriptImportRow),
  /** The number of scripts that an import would write, with the choices made so far. */
  writeCount: z.int(),
  newGroups: z.array(z.string()),
  /** Pictures that the library does not have yet. */
  pictureCount: z.int(),
});
export type ScriptImportPreview = z.infer<typeof ScriptImportPreview>;

const Unreadable = z.object({ kind: z.literal('unreadable'), reason: z.string() });
const Cancelled = z.object({ kind: z.literal('cancelled') });

export const ScriptFileImported = z.object({
  kind: z.literal('imported'),
  /** `null`: nothing was different, so nothing was written. */
  importId: ScriptImportId.nullable(),
  writtenCount: z.int(),
});
export type ScriptFileImported = z.infer<typeof ScriptFileImported>;

export const ScriptExportRequest = z.object({
  format: ScriptExportFormat,
  /** `null`: all that the agent sees. */
  ids: z.array(ScriptId).nullable(),
});
export type ScriptExportRequest = z.infer<typeof ScriptExportRequest>;

export const ScriptFileExported = z.object({
  kind: z.literal('exported'),
  path: z.string(),
  count: z.int(),
  pictureCount: z.int(),
  /** Facts of these scripts for which the format has no place. */
  unsaid: z.array(z.string()),
  /** Things that the file says in another way than the library, and the codes of their scripts. */
  notes: z.array(z.object({ note: z.string(), codes: z.array(z.string()) })),
});
export type ScriptFileExported = z.infer<typeof ScriptFileExported>;

export const scriptFileContract = {
  /** The path that the agent chose; `null` when the agent thought better of it. */
  'scriptFiles.choose': { input: nothing, output: z.string().nullable() },
  'scriptFiles.preview': {
    input: ScriptFileRequest,
    output: z.discriminatedUnion('kind', [ScriptImportPreview, Unreadable, Cancelled]),
  },
  'scriptFiles.import': {
    input: z.object({ request: ScriptFileRequest, sha256: z.string().max(64) }),
    output: z.discriminatedUnion('kind', [ScriptFileImported, Unreadable, Cancelled]),
  },
  'scriptFiles.cancel': { input: nothing, output: nothing },
  'scriptFiles.undo': {
    input: z.object({ importId: ScriptImportId }),
    output: z.object({ undoneCount: z.int(), keptCount: z.int() }),
  },
  'scriptFiles.export': { input: ScriptExportRequest, output: ScriptFileExported.nullable() },
} as const satisfies Record<string, Endpoint>;
