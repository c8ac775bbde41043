import type { ImportVerdict } from '../../shared/domain/script-file.ts';
import type { ScriptImportRow } from '../../shared/ipc/contract/script-file-contract.ts';
import { wordingCount } from './check-row.ts';
import { writeGroupPath } from './group-path.ts';
import { joinParts } from './join-parts.ts';
import type { PlannedRow } from './plan-import.ts';
import type { PlannedScript } from './said-fields.ts';

/** As much as a list and its details show. */
const SHOWN = 400;

const CHECKED: ReadonlySet<ImportVerdict> = new Set(['new', 'changed', 'conflict']);

function shown(parts: readonly string[]): string {
  const text = joinParts(parts);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function sideOf({ title, groupPath, parts }: PlannedScript) {
  return { title, group: writeGroupPath(groupPath), text: shown(parts) };
}

export function previewRow(planned: PlannedRow): ScriptImportRow {
  const { row, verdict, reason, fault, choice, theirs, ours } = planned;
  const findings = CHECKED.has(verdict) ? wordingCount(theirs.parts) : 0;
  return {
    row,
    verdict,
    reason,
    fault: fault === null ? null : { column: fault.column, value: fault.value },
    notes: findings === 0 ? [...planned.notes] : [...planned.notes, `用语检查有 ${findings} 处提醒`],
    choice,
    code: theirs.code,
    ...sideOf(theirs),
    ours: ours === null || verdict === 'same' ? null : sideOf(ours.said),
  };
}

/** Paths that the library does not have yet, and that rows to be written need. */
export function newGroupsOf(rows: readonly PlannedRow[], known: Iterable<readonly string[]>): string[] {
  const there = new Set([...known].map(writeGroupPath));
  const wanted = rows.flatMap(({ after }) => (after === null ? [] : [writeGroupPath(after.groupPath)]));
  return [...new Set(wanted)].filter((path) => path !== '' && !there.has(path));
}
