import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { assertNever } from '../../../shared/errors.ts';
import { groupPaths } from '../planning/planned-library.ts';
import type { NamedScope, SheetScript } from './script-row.ts';

export type ScopeNames = {
  readonly shopName: (id: string) => string;
  readonly agentName: (id: string) => string;
};

type Library = { readonly scripts: readonly Script[]; readonly groups: readonly ScriptGroup[] };

function named(scope: ScriptScope, { shopName, agentName }: ScopeNames): NamedScope {
  switch (scope.kind) {
    case 'all':
      return scope;
    case 'shop':
      return { kind: 'shop', name: shopName(scope.shopId) };
    case 'personal':
      return { kind: 'personal', name: agentName(scope.agentId) };
    default:
      return assertNever(scope);
  }
}

/** The groups as the tree shows them, from top to bottom. */
function inOrder(groups: readonly ScriptGroup[]): readonly ScriptGroupId[] {
  const byParent = Map.groupBy(groups, ({ parentId }) => parentId);
  const ids: ScriptGroupId[] = [];
  function walk(parentId: ScriptGroupId | null): void {
    const siblings = byParent.get(parentId) ?? [];
    for (const { id } of siblings.toSorted((one, other) => one.sortKey - other.sortKey)) {
      ids.push(id);
      walk(id);
    }
  }
  walk(null);
  return ids;
}

/** The active scripts in the order of the library; what belongs to no group comes last. */
export function sheetScripts({ scripts, groups }: Library, names: ScopeNames): SheetScript[] {
  const paths = groupPaths(groups);
  const places = new Map(inOrder(groups).map((id, place) => [id, place]));
  const placeOf = ({ groupId }: Script) =>
    (groupId === null ? undefined : places.get(groupId)) ?? places.size;
  return scripts
    .filter(({ archivedAtMs }) => archivedAtMs === null)
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.sortKey - other.sortKey)
    .map((script) => ({
      script,
      groupPath: script.groupId === null ? [] : (paths.get(script.groupId) ?? []),
      scope: named(script.scope, names),
    }));
}
