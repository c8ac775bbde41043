import type { ShopId } from '../../../../shared/domain/ids.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import type { WordingFinding } from '../../../../shared/domain/scripts/wording/check-wording.ts';
import { checkForShops, wordingsFor } from '../../../../shared/domain/scripts/wording/shops-wording.ts';
import type { Shop } from '../../../../shared/domain/team/shop.ts';
import type { Drafts } from '../editor/script-form.ts';

/** A place in a script: from the report into the editor. */
export type PartPlace = { readonly part: number; readonly start: number; readonly end: number };

export type PartFinding = { readonly part: number; readonly finding: WordingFinding };
export type ScriptFindings = { readonly script: Script; readonly found: readonly PartFinding[] };

type Held = {
  readonly drafts: Drafts;
  readonly shops: readonly Shop[];
  /** `null`: the findings of any of the shops. */
  readonly shopId: ShopId | null;
};

export const isWarning = ({ severity }: WordingFinding) => severity === 'warning';

const warningsOf = ({ found }: ScriptFindings) => found.filter(({ finding }) => isWarning(finding)).length;

/** The scripts that the shop can use: its own and those for all. */
export function scriptsToCheck(scripts: readonly Script[], shopId: ShopId | null): readonly Script[] {
  return scripts.filter(
    ({ archivedAtMs, scope }) =>
      archivedAtMs === null && (shopId === null || scope.kind !== 'shop' || scope.shopId === shopId),
  );
}

/** Scripts with something to say about them, warnings first; unsaved work is read as the editor shows it. */
export function libraryFindings(
  scripts: readonly Script[],
  { drafts, shops, shopId }: Held,
): readonly ScriptFindings[] {
  return scripts
    .map((script) => {
      const wordings = wordingsFor(script.scope, shops, shopId);
      const parts = drafts[script.id]?.parts ?? script.parts;
      const found = parts.flatMap((text, part) =>
        checkForShops(text, wordings).map((finding) => ({ part, finding })),
      );
      return { script, found };
    })
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

/** The findings for which a better word can be put in at once; a text that the agent is editing is left alone. */
export function fixable(all: readonly ScriptFindings[], drafts: Drafts): readonly ScriptFindings[] {
  return all.filter(
    ({ script, found }) =>
      drafts[script.id] === undefined && found.some(({ finding }) => finding.replacement !== undefined),
  );
}

export type ReportRow =
  | { readonly kind: 'script'; readonly key: string; readonly script: Script; readonly first: PartPlace }
  | {
      readonly kind: 'finding';
      readonly key: string;
      readonly script: Script;
      readonly place: PartPlace;
      readonly finding: WordingFinding;
    };

const placeOf = ({ part, finding: { start, end } }: PartFinding): PartPlace => ({ part, start, end });

/** A line per script and one for each of its findings, for a list of any length. */
export function reportRows(all: readonly ScriptFindings[]): readonly ReportRow[] {
  return all.flatMap(({ script, found }): ReportRow[] => {
    const [first] = found;
    if (!first) return [];
    return [
      { kind: 'script', key: script.id, script, first: placeOf(first) },
      ...found.map(
        (each): ReportRow => ({
          kind: 'finding',
          key: `${script.id} ${each.part} ${each.finding.ruleId} ${each.finding.start}`,
          script,
          place: placeOf(each),
          finding: each.finding,
        }),
      ),
    ];
  });
}
