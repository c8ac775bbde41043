import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/script.ts';
import { assertNever } from '../../../shared/errors.ts';

/** What the list shows: everything, what belongs to no group, one group with those below it, or the archive. */
export type LibraryPlace =
  | { readonly kind: 'all' }
  | { readonly kind: 'ungrouped' }
  | { readonly kind: 'group'; readonly id: ScriptGroupId }
  | { readonly kind: 'archive' };

export type GroupRow = { readonly group: ScriptGroup; readonly level: number; readonly hasChildren: boolean };

/** The tree as the rows that are seen, each group followed by its children. */
export function groupRows(
  groups: readonly ScriptGroup[],
  collapsed: ReadonlySet<ScriptGroupId>,
): readonly GroupRow[] {
  const byParent = Map.groupBy(
    groups.toSorted((a, b) => a.sortKey - b.sortKey),
    ({ parentId }) => parentId,
  );
  const rows: GroupRow[] = [];
  const add = (parentId: ScriptGroupId | null, level: number): void => {
    for (const group of byParent.get(parentId) ?? []) {
      rows.push({ group, level, hasChildren: byParent.has(group.id) });
      if (!collapsed.has(group.id)) add(group.id, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

function groupAndBelow(groups: readonly ScriptGroup[], id: ScriptGroupId): ReadonlySet<ScriptGroupId> {
  const ids = new Set([id]);
  // A set is walked to its end, the groups that are found on the way included.
  for (const found of ids) for (const group of groups) if (group.parentId === found) ids.add(group.id);
  return ids;
}

function placeFilter(place: LibraryPlace, groups: readonly ScriptGroup[]): (script: Script) => boolean {
  switch (place.kind) {
    case 'all':
      return ({ archivedAtMs }) => archivedAtMs === null;
    case 'archive':
      return ({ archivedAtMs }) => archivedAtMs !== null;
    case 'ungrouped':
      return ({ archivedAtMs, groupId }) => archivedAtMs === null && groupId === null;
    case 'group': {
      const ids = groupAndBelow(groups, place.id);
      return ({ archivedAtMs, groupId }) => archivedAtMs === null && groupId !== null && ids.has(groupId);
    }
    default:
      return assertNever(place);
  }
}

function matches(script: Script, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [script.title, script.code, script.keywords, ...script.parts].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** All words in any order, over title, code, keywords and content, or by their sound; an exact code comes first. */
export function scriptsShown(
  library: { readonly groups: readonly ScriptGroup[]; readonly scripts: readonly Script[] },
  place: LibraryPlace,
  search: { readonly text: string; readonly soundingLike: readonly ScriptId[] },
): readonly Script[] {
  const query = search.text.trim().toLowerCase();
  const sounds = new Set(search.soundingLike);
  const words = query.split(/\s+/).filter((word) => word !== '');
  const isIn = placeFilter(place, library.groups);
  const isExact = (script: Script) => Number(script.code.toLowerCase() === query);
  return library.scripts
    .filter((script) => isIn(script) && (matches(script, words) || sounds.has(script.id)))
    .toSorted((a, b) => isExact(b) - isExact(a) || a.sortKey - b.sortKey);
}

export function countIn(
  library: { readonly groups: readonly ScriptGroup[]; readonly scripts: readonly Script[] },
  place: LibraryPlace,
): number {
  return library.scripts.filter(placeFilter(place, library.groups)).length;
}

/** `催付 / 开场` */
export function groupPath(groups: readonly ScriptGroup[], id: ScriptGroupId | null): string {
  const group = groups.find((other) => other.id === id);
  if (group === undefined) return '未分组';
  return group.parentId === null ? group.name : `${groupPath(groups, group.parentId)} / ${group.name}`;
}
