import type { ScriptScope } from '../../../shared/domain/scripts/script.ts';
import type { ImportVerdict } from '../../../shared/domain/scripts/script-file.ts';
import { fragmentCodesOf } from '../../../shared/domain/scripts/script-template/template-words.ts';
import type { WordingSettings } from '../../../shared/domain/scripts/wording/wording-settings.ts';
import type { ScriptImportRow } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { wordingCount } from '../reading/check-row.ts';
import type { PlannedScript } from '../reading/said-fields.ts';
import { joinParts } from '../writing/join-parts.ts';
import { writeGroupPath } from './group-path.ts';
import type { PlannedRow } from './plan-import.ts';

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

export type Surroundings = {
  /** All that a fragment can be, in the library and in the file. */
  readonly codes: ReadonlySet<string>;
  readonly wordingFor: (scope: ScriptScope) => WordingSettings | undefined;
};

function missingFragments({ parts }: PlannedScript, codes: Surroundings['codes']): string[] {
  if (!parts.some((part) => part.includes('片段'))) return [];
  const missing = fragmentCodesOf(parts).filter((code) => !codes.has(code.toLowerCase()));
  return missing.length === 0 ? [] : [`片段 ${missing.join('、')} 不在话术库里，也不在文件里`];
}

/** A row that changes nothing, or cannot come in, needs no advice. */
function adviceFor({ verdict, theirs }: PlannedRow, { codes, wordingFor }: Surroundings): string[] {
  if (!CHECKED.has(verdict)) return [];
  const findings = wordingCount(theirs.parts, wordingFor(theirs.scope));
  return [...missingFragments(theirs, codes), ...(findings === 0 ? [] : [`用语检查有 ${findings} 处提醒`])];
}

export function previewRow(planned: PlannedRow, surroundings: Surroundings): ScriptImportRow {
  const { row, verdict, reason, fault, choice, theirs, ours } = planned;
  return {
    row,
    verdict,
    reason,
    fault: fault === null ? null : { column: fault.column, value: fault.value },
    notes: [...planned.notes, ...adviceFor(planned, surroundings)],
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
