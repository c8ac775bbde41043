import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { ownerOf } from '../../../shared/domain/scripts/script-scope.ts';
import type { PlannedScript } from '../reading/said-fields.ts';

/** A script of the library as the rows read so far would leave it; `row`: which row makes it, if none did before. */
export type Entry = {
  readonly script: Script | null;
  readonly row: number | null;
  readonly said: PlannedScript;
};

type Library = { readonly scripts: readonly Script[]; readonly groups: readonly ScriptGroup[] };
export type PlannedLibrary = ReturnType<typeof createPlannedLibrary>;

const LONGEST_CODE = 20;
/** Given to what comes without a code. */
const OWN_CODE = 'dr';

const keyOf = (scope: ScriptScope, text: string) => `${scope.kind} ${ownerOf(scope)} ${text}`;
const codeKey = (scope: ScriptScope, code: string) => keyOf(scope, code.toLowerCase());
const textKey = (scope: ScriptScope, parts: readonly string[]) => keyOf(scope, JSON.stringify(parts));

export function groupPaths(groups: readonly ScriptGroup[]): ReadonlyMap<ScriptGroupId, readonly string[]> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const paths = new Map<ScriptGroupId, readonly string[]>();
  const pathOf = (group: ScriptGroup): readonly string[] => {
    const known = paths.get(group.id);
    if (known) return known;
    const parent = group.parentId === null ? undefined : byId.get(group.parentId);
    const path = [...(parent ? pathOf(parent) : []), group.name];
    paths.set(group.id, path);
    return path;
  };
  for (const group of groups) pathOf(group);
  return paths;
}

/** The library as it will be, row by row: what is found in it is what the next row meets. */
export function createPlannedLibrary({ scripts, groups }: Library) {
  const paths = groupPaths(groups);
  const byCode = new Map<string, Entry>();
  const byText = new Map<string, Entry>();
  const archived = new Map<string, Entry>();
  let lastOwnCode = 0;

  function keep(entry: Entry): void {
    const { scope, code, parts } = entry.said;
    byCode.set(codeKey(scope, code), entry);
    const text = textKey(scope, parts);
    if (!byText.has(text)) byText.set(text, entry);
  }

  for (const script of scripts) {
    const { scope, code, title, parts, keywords, tags, fit, groupId } = script;
    const groupPath = groupId === null ? [] : (paths.get(groupId) ?? []);
    const entry = { script, row: null, said: { scope, code, title, parts, keywords, tags, fit, groupPath } };
    if (script.archivedAtMs === null) keep(entry);
    else archived.set(codeKey(scope, code) + textKey(scope, parts), entry);
  }

  const withCode = (scope: ScriptScope, code: string) => byCode.get(codeKey(scope, code));

  return {
    keep,
    withCode,
    withText: (scope: ScriptScope, parts: readonly string[]) => byText.get(textKey(scope, parts)),
    /** Taken out of use, and saying the very same. */
    archivedTwin: ({ scope, code, parts }: PlannedScript) =>
      archived.get(codeKey(scope, code) + textKey(scope, parts)),
    /** Scripts that an earlier import kept beside the one with that code, the nearest number first. */
    *copiesOf(scope: ScriptScope, code: string): Generator<Entry> {
      for (let number = 2; ; number++) {
        const copy = withCode(scope, numbered(code, number));
        if (!copy) return;
        yield copy;
      }
    },
    freeCodeBeside(scope: ScriptScope, code: string): string {
      for (let number = 2; ; number++) {
        const free = numbered(code, number);
        if (!withCode(scope, free)) return free;
      }
    },
    ownCode(scope: ScriptScope): string {
      do lastOwnCode += 1;
      while (withCode(scope, OWN_CODE + lastOwnCode));
      return OWN_CODE + lastOwnCode;
    },
  };
}

function numbered(code: string, number: number): string {
  const suffix = `-${number}`;
  return code.slice(0, LONGEST_CODE - suffix.length) + suffix;
}
