import type { GroupRow, LibraryPlace } from './library-view.ts';

export type PlaceRow = {
  readonly key: string;
  readonly place: LibraryPlace;
  readonly name: string;
  readonly level: number;
  readonly hasChildren: boolean;
};

const fixed = (place: LibraryPlace, name: string): PlaceRow => ({
  key: place.kind,
  place,
  name,
  level: 1,
  hasChildren: false,
});

/** Everything first, then the groups, then what stands apart. */
export function placeRows(groups: readonly GroupRow[]): readonly PlaceRow[] {
  return [
    fixed({ kind: 'all' }, '全部话术'),
    ...groups.map(({ group, level, hasChildren }) => ({
      key: group.id,
      place: { kind: 'group', id: group.id } as const,
      name: group.name,
      level,
      hasChildren,
    })),
    fixed({ kind: 'ungrouped' }, '未分组'),
    fixed({ kind: 'archive' }, '已归档'),
  ];
}

export function isSamePlace(a: LibraryPlace, b: LibraryPlace): boolean {
  if (a.kind === 'group' && b.kind === 'group') return a.id === b.id;
  return a.kind === b.kind;
}
