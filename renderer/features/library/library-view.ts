import { z } from 'zod';
import { ScriptGroupId, type ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { ownerOf } from '../../../shared/domain/scripts/script-scope.ts';
import { assertNever } from '../../../shared/errors.ts';

/**
 * The list shows one of these: all scripts, favourites, the last used, one group with those below it, or the archive.
 */
export const LibraryPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['all', 'favourites', 'recent', 'ungrouped', 'archive']) }),
  z.object({ kind: z.literal('group'), id: ScriptGroupId }),
]);
export type LibraryPlace = z.infer<typeof LibraryPlace>;

export type Library = {
  readonly groups: readonly ScriptGroup[];
  readonly scripts: readonly Script[];
  readonly favourites: ReadonlySet<ScriptId>;
  /** Last used first. */
  readonly recent: readonly ScriptId[];
};

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

const NONE: ReadonlySet<ScriptGroupId> = new Set();

/** By group as the tree has them, what is in no group last, and by place within the group. */
export function inTreeOrder(library: Pick<Library, 'groups' | 'scripts'>): readonly Script[] {
  const ranks = new Map(groupRows(library.groups, NONE).map(({ group }, index) => [group.id, index]));
  const rankOf = ({ groupId }: Script) => (groupId === null ? undefined : ranks.get(groupId)) ?? ranks.size;
  return library.scripts.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || a.sortKey - b.sortKey || (a.code < b.code ? -1 : 1),
  );
}

export function groupAndBelow(groups: readonly ScriptGroup[], id: ScriptGroupId): ReadonlySet<ScriptGroupId> {
  const ids = new Set([id]);
  // A set is walked to its end, the groups that are found on the way included.
  for (const found of ids) for (const group of groups) if (group.parentId === found) ids.add(group.id);
  return ids;
}

function placeFilter(library: Library, place: LibraryPlace): (script: Script) => boolean {
  switch (place.kind) {
    case 'all':
      return ({ archivedAtMs }) => archivedAtMs === null;
    case 'archive':
      return ({ archivedAtMs }) => archivedAtMs !== null;
    case 'ungrouped':
      return ({ archivedAtMs, groupId }) => archivedAtMs === null && groupId === null;
    case 'favourites':
      return ({ archivedAtMs, id }) => archivedAtMs === null && library.favourites.has(id);
    case 'recent': {
      const ids = new Set(library.recent);
      return ({ archivedAtMs, id }) => archivedAtMs === null && ids.has(id);
    }
    case 'group': {
      const ids = groupAndBelow(library.groups, place.id);
      return ({ archivedAtMs, groupId }) => archivedAtMs === null && groupId !== null && ids.has(groupId);
    }
    default:
      return assertNever(place);
  }
}

export const LibraryFilter = z.object({
  text: z.string(),
  /** As `scopeKey` has it; `null` for any. */
  scope: z.string().nullable(),
  /** A script has all of them. */
  tags: z.array(z.string()),
});
export type LibraryFilter = z.infer<typeof LibraryFilter>;

export const NO_FILTER: LibraryFilter = { text: '', scope: null, tags: [] };

/** `all`, `personal` (only one's own are there) or `shop:<id>`. */
export const scopeKey = (scope: ScriptScope): string =>
  scope.kind === 'shop' ? `shop:${ownerOf(scope)}` : scope.kind;

const searched = new WeakMap<Script, string>();

function textOf(script: Script): string {
  const known = searched.get(script);
  if (known !== undefined) return known;
  const { title, code, keywords, tags, parts } = script;
  const text = [title, code, keywords, ...tags, ...parts].join('\n').toLowerCase();
  searched.set(script, text);
  return text;
}

type Search = LibraryFilter & { readonly soundingLike: readonly ScriptId[] };

function searchFilter({ text, scope, tags, soundingLike }: Search): (script: Script) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const sounds = new Set(soundingLike);
  return (script) =>
    (scope === null || scopeKey(script.scope) === scope) &&
    tags.every((tag) => script.tags.includes(tag)) &&
    (words.every((word) => textOf(script).includes(word)) || sounds.has(script.id));
}

/** The scripts of the place, before the agent searches for anything; they are given in the order of the tree. */
export function scriptsAt(library: Library, place: LibraryPlace): readonly Script[] {
  const found = library.scripts.filter(placeFilter(library, place));
  if (place.kind !== 'recent') return found;
  const ranks = new Map(library.recent.map((id, index) => [id, index]));
  return found.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}

/** All words in any order, over title, code, keywords, tags and content, or by their sound; an exact code comes first. */
export function scriptsShown(scripts: readonly Script[], search: Search): readonly Script[] {
  const query = search.text.trim().toLowerCase();
  const found = scripts.filter(searchFilter(search));
  if (query === '') return found;
  const isExact = (script: Script) => Number(script.code.toLowerCase() === query);
  return found.toSorted((a, b) => isExact(b) - isExact(a));
}

/** How many there are of each, most first. */
export function tagCounts(scripts: readonly Script[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of scripts) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh-CN'));
}

/** How many scripts a place holds: every place at once, however many there are. */
export function placeCounts(library: Library): (place: LibraryPlace) => number {
  const own = new Map<ScriptGroupId | null, number>();
  let archived = 0;
  for (const { archivedAtMs, groupId } of library.scripts) {
    if (archivedAtMs === null) own.set(groupId, (own.get(groupId) ?? 0) + 1);
    else archived += 1;
  }
  const withInner = new Map(own);
  // From the leaves up: a group's row comes before those of its children.
  for (const { group } of groupRows(library.groups, NONE).toReversed()) {
    if (group.parentId === null) continue;
    const count = withInner.get(group.id) ?? 0;
    withInner.set(group.parentId, (withInner.get(group.parentId) ?? 0) + count);
  }
  const fixed = {
    all: library.scripts.length - archived,
    favourites: scriptsAt(library, { kind: 'favourites' }).length,
    recent: scriptsAt(library, { kind: 'recent' }).length,
    ungrouped: own.get(null) ?? 0,
    archive: archived,
  };
  return (place) => (place.kind === 'group' ? (withInner.get(place.id) ?? 0) : fixed[place.kind]);
}

/** `催付 / 开场` */
export function groupPath(groups: readonly ScriptGroup[], id: ScriptGroupId | null): string {
  const group = groups.find((other) => other.id === id);
  if (group === undefined) return '未分组';
  return group.parentId === null ? group.name : `${groupPath(groups, group.parentId)} / ${group.name}`;
}

/** The list is in the agents' own order, so a script can be put between two others. */
export const hasOwnOrder = (place: LibraryPlace, { text }: LibraryFilter): boolean =>
  text.trim() === '' && ['all', 'group', 'ungrouped'].includes(place.kind);
