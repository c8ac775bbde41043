import type { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import type { GroupRow, LibraryPlace } from '../library-view.ts';

export type PlaceRow = {
  readonly key: string;
  readonly place: LibraryPlace;
  readonly name: string;
  readonly level: number;
  readonly hasChildren: boolean;
};

/** A name is typed where the group is, or will be. */
export type NamingRow = { readonly key: 'naming'; readonly level: number };
export type TreeItem = PlaceRow | NamingRow;

const FIXED = {
  all: '全部话术',
  favourites: '收藏',
  recent: '最近使用',
  ungrouped: '未分组',
  archive: '已归档',
} as const satisfies Record<Exclude<LibraryPlace['kind'], 'group'>, string>;

const fixed = (kind: keyof typeof FIXED): PlaceRow => ({
  key: kind,
  place: { kind },
  name: FIXED[kind],
  level: 1,
  hasChildren: false,
});

/** Favourites and the last used come first, then the groups, then the archive. */
export function placeRows(groups: readonly GroupRow[]): readonly PlaceRow[] {
  return [
    fixed('all'),
    fixed('favourites'),
    fixed('recent'),
    ...groups.map(({ group, level, hasChildren }) => ({
      key: group.id,
      place: { kind: 'group', id: group.id } as const,
      name: group.name,
      level,
      hasChildren,
    })),
    fixed('ungrouped'),
    fixed('archive'),
  ];
}

export function isSamePlace(a: LibraryPlace, b: LibraryPlace): boolean {
  if (a.kind === 'group' && b.kind === 'group') return a.id === b.id;
  return a.kind === b.kind;
}

/** With the name field in place of the group that is renamed, or above the first of the group that gets a new one. */
export function withNaming(
  rows: readonly PlaceRow[],
  naming: { readonly id: ScriptGroupId } | { readonly parentId: ScriptGroupId | null },
): readonly TreeItem[] {
  const wanted = 'id' in naming ? naming.id : naming.parentId;
  const at = rows.findIndex(({ key }) => key === (wanted ?? 'recent'));
  const row = rows[at];
  if (row === undefined) return rows;
  if ('id' in naming)
    return [...rows.slice(0, at), { key: 'naming', level: row.level }, ...rows.slice(at + 1)];
  const level = wanted === null ? 1 : row.level + 1;
  return [...rows.slice(0, at + 1), { key: 'naming', level }, ...rows.slice(at + 1)];
}
