import type { ScriptScope } from '../../../shared/domain/scripts/script.ts';
import {
  type ImportChoice,
  type ImportVerdict,
  type ScriptColumns,
  type ScriptField,
  type ScriptFileFormat,
  USUAL_CHOICES,
} from '../../../shared/domain/scripts/script-file.ts';
import type {
  ScriptFileRequest,
  ScriptImportPreview,
  ScriptImportRow,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';

export function requestFor(path: string, target: ScriptScope | null): ScriptFileRequest {
  return { path, format: null, columns: null, hasHeader: null, target, choices: USUAL_CHOICES };
}

/** Another reading of the file has other rows, so the choices for single rows are dropped. */
export function readAs(
  request: ScriptFileRequest,
  change: Partial<Pick<ScriptFileRequest, 'format' | 'columns' | 'hasHeader' | 'target'>>,
): ScriptFileRequest {
  return { ...request, ...change, choices: { ...request.choices, byRow: {} } };
}

export function withFormat(request: ScriptFileRequest, format: ScriptFileFormat): ScriptFileRequest {
  return readAs(request, { format, columns: null });
}

/** The fields that the columns are taken for now; the request is ahead of the preview until main has answered. */
export function fieldsOf({ columns }: ScriptFileRequest, preview: ScriptImportPreview): ScriptColumns {
  return columns ?? preview.columns.map(({ field }) => field);
}

export function withColumn(
  request: ScriptFileRequest,
  preview: ScriptImportPreview,
  { index, field }: { readonly index: number; readonly field: ScriptField | null },
): ScriptFileRequest {
  const columns = fieldsOf(request, preview).map((other, at) => (at === index ? field : other));
  return readAs(request, { columns });
}

export type DecidedVerdict = 'changed' | 'conflict';

export function withChoiceForAll(
  request: ScriptFileRequest,
  verdict: DecidedVerdict,
  choice: ImportChoice,
): ScriptFileRequest {
  return { ...request, choices: { ...request.choices, [verdict]: choice, byRow: {} } };
}

export function withChoiceForRow(
  request: ScriptFileRequest,
  row: number,
  choice: ImportChoice,
): ScriptFileRequest {
  const byRow = { ...request.choices.byRow, [row.toString()]: choice };
  return { ...request, choices: { ...request.choices, byRow } };
}

/** The choice for the row. */
export function choiceOf(
  { verdict, row }: Pick<ScriptImportRow, 'verdict' | 'row'>,
  { choices }: ScriptFileRequest,
): ImportChoice | null {
  const own = choices.byRow[row.toString()];
  if (verdict === 'changed' || verdict === 'conflict') return own ?? choices[verdict];
  // A new script is brought or left out.
  return verdict === 'new' ? (own === 'skip' ? 'skip' : 'replace') : null;
}

export function countsOf(rows: readonly ScriptImportRow[]): Readonly<Record<ImportVerdict, number>> {
  const counts = { new: 0, changed: 0, conflict: 0, same: 0, invalid: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

export const isMapped = ({ columns }: ScriptImportPreview): boolean =>
  columns.some(({ field }) => field === 'content' || field === 'picture');
