import { isDeepStrictEqual } from 'node:util';
import type { ChasePreset } from '../../../shared/domain/chasing/chase-settings.ts';
import type { Script, ScriptFit, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { SCRIPT_FIELD_LABELS, type ScriptField } from '../../../shared/domain/scripts/script-file.ts';
import { cutText } from './cut-text.ts';
import type { ScriptRow } from './script-row.ts';

/** A script as a file could say it: its group by its path, which need not be there yet. */
export type PlannedScript = Pick<Script, 'code' | 'title' | 'parts' | 'keywords' | 'tags' | 'fit'> & {
  readonly scope: ScriptScope;
  readonly groupPath: readonly string[];
};

const NO_FIT: ScriptFit = { stages: [], reasons: [], steps: [], grades: [] };
const TITLE_FROM_TEXT = 20;

/** The beginning of what is said, for formats that know no title. */
function titleOf(parts: readonly string[]): string {
  const line = parts[0]?.split('\n', 1)[0]?.trim() ?? '';
  return line.length > TITLE_FROM_TEXT ? `${cutText(line, TITLE_FROM_TEXT - 1)}…` : line;
}

export function newScript(row: ScriptRow, code: string, scope: ScriptScope): PlannedScript {
  const { parts, title = titleOf(parts), groupPath = [], keywords = '', tags = [] } = row;
  return {
    scope,
    code,
    title,
    parts: [...parts],
    groupPath,
    keywords,
    tags: [...tags],
    fit: fitOf(row, NO_FIT),
  };
}

function fitOf({ stages, reasons, steps, grades, ladders }: ScriptRow, ours: ScriptFit): ScriptFit {
  return {
    ...ours,
    ...(ladders ? withLadders(ladders) : {}),
    stages: [...(stages ?? ours.stages)],
    reasons: [...(reasons ?? ours.reasons)],
    steps: [...(steps ?? ours.steps)],
    grades: [...(grades ?? ours.grades)],
  };
}

/** An empty list is left out, as the editor does it: such a script is for any ladder. */
function withLadders(ladders: readonly ChasePreset[]): Pick<ScriptFit, 'ladders'> {
  return ladders.length === 0 ? {} : { ladders: [...ladders] };
}

/** The script with the fields of the file, and ours where the file says nothing. */
export function replaced(ours: PlannedScript, row: ScriptRow): PlannedScript {
  const { title, parts, groupPath, keywords, tags } = row;
  return {
    ...ours,
    title: title ?? ours.title,
    parts: [...parts],
    groupPath: groupPath ?? ours.groupPath,
    keywords: keywords ?? ours.keywords,
    tags: [...(tags ?? ours.tags)],
    fit: fitOf(row, ours.fit),
  };
}

const filled = <T extends { readonly length: number }>(ours: T, theirs: T): T =>
  ours.length > 0 ? ours : theirs;

/** Ours, and what the file says where ours says nothing. */
export function merged(ours: PlannedScript, row: ScriptRow): PlannedScript {
  const theirs = replaced(ours, row);
  return {
    ...ours,
    groupPath: filled(ours.groupPath, theirs.groupPath),
    keywords: filled(ours.keywords, theirs.keywords),
    tags: filled(ours.tags, theirs.tags),
    fit: {
      ...ours.fit,
      ...withLadders(filled(ours.fit.ladders ?? [], theirs.fit.ladders ?? [])),
      stages: filled(ours.fit.stages, theirs.fit.stages),
      reasons: filled(ours.fit.reasons, theirs.fit.reasons),
      steps: filled(ours.fit.steps, theirs.fit.steps),
      grades: filled(ours.fit.grades, theirs.fit.grades),
    },
  };
}

const VALUES = {
  title: (script) => script.title,
  content: (script) => script.parts,
  group: (script) => script.groupPath,
  keywords: (script) => script.keywords,
  tags: (script) => script.tags,
  stages: (script) => script.fit.stages,
  reasons: (script) => script.fit.reasons,
  steps: (script) => script.fit.steps,
  grades: (script) => script.fit.grades,
  ladders: (script) => script.fit.ladders ?? [],
} as const satisfies Partial<Record<ScriptField, (script: PlannedScript) => unknown>>;
type ComparedField = keyof typeof VALUES;

/** The fields in which the two differ, in the order of the editor. */
export function differences(one: PlannedScript, other: PlannedScript): ComparedField[] {
  // The keys of the table, which Object.keys widens to string.
  return (Object.keys(VALUES) as ComparedField[]).filter(
    (field) => !isDeepStrictEqual(VALUES[field](one), VALUES[field](other)),
  );
}

export const namesOf = (fields: readonly ComparedField[]): string =>
  fields.map((field) => SCRIPT_FIELD_LABELS[field]).join('、');
