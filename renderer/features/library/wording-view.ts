import type { Script } from '../../../shared/domain/script.ts';
import { checkWording, type WordingFinding } from '../../../shared/domain/wording/check-wording.ts';
import type { Drafts } from './script-form.ts';

/** A place in a script: from the report into the editor. */
export type PartPlace = { readonly part: number; readonly start: number; readonly end: number };

export type PartFinding = { readonly part: number; readonly finding: WordingFinding };
export type ScriptFindings = { readonly script: Script; readonly found: readonly PartFinding[] };

export const isWarning = ({ severity }: WordingFinding) => severity === 'warning';

function findingsOf(parts: readonly string[]): readonly PartFinding[] {
  return parts.flatMap((text, part) => checkWording(text).map((finding) => ({ part, finding })));
}

const warningsOf = ({ found }: ScriptFindings) => found.filter(({ finding }) => isWarning(finding)).length;

/** Scripts with something to say about them, warnings first; unsaved work is read as the editor shows it. */
export function libraryFindings(scripts: readonly Script[], drafts: Drafts): readonly ScriptFindings[] {
  return scripts
    .map((script) => ({ script, found: findingsOf(drafts[script.id]?.parts ?? script.parts) }))
    .filter(({ found }) => found.length > 0)
    .toSorted(
      (one, other) => warningsOf(other) - warningsOf(one) || one.script.sortKey - other.script.sortKey,
    );
}

export function countFindings(all: readonly ScriptFindings[]): {
  readonly warnings: number;
  readonly advice: number;
} {
  const total = all.reduce((sum, { found }) => sum + found.length, 0);
  const warnings = all.reduce((sum, one) => sum + warningsOf(one), 0);
  return { warnings, advice: total - warnings };
}
