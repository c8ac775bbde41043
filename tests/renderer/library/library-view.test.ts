import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Library,
  LibraryFilter,
  LibraryPlace,
} from '../../../renderer/features/library/library-view.ts';
import {
  inTreeOrder,
  NO_FILTER,
  placeCounts,
  scriptsAt,
  scriptsShown,
  tagCounts,
} from '../../../renderer/features/library/library-view.ts';
import { AgentId, ScriptGroupId, ScriptId, ShopId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import { aScript } from '../../support/records/a-script.ts';

const idOf = (code: string) => ScriptId.parse(`script-${code}`);
const groupId = (name: string) => ScriptGroupId.parse(`group-${name}`);
const aGroup = (name: string, parent: string | null, sortKey: number): ScriptGroup => ({
  id: groupId(name),
  parentId: parent === null ? null : groupId(parent),
  name,
  sortKey,
});
const a = (code: string, overrides: Partial<Script> = {}) =>
  aScript({ id: idOf(code), code, title: code, groupId: null, archivedAtMs: null, ...overrides });

function aLibrary(scripts: readonly Script[], overrides: Partial<Library> = {}): Library {
  const groups = [aGroup('乙', null, 2), aGroup('甲', null, 1), aGroup('甲一', '甲', 1)];
  const library = { groups, favourites: new Set<ScriptId>(), recent: [], ...overrides };
  return { ...library, scripts: inTreeOrder({ groups: library.groups, scripts }) };
}
const codesOf = (scripts: readonly Script[]) => scripts.map(({ code }) => code);
const shown = (library: Library, place: LibraryPlace, filter: Partial<LibraryFilter> = {}) =>
  codesOf(scriptsShown(scriptsAt(library, place), { ...NO_FILTER, ...filter, soundingLike: [] }));

describe('R1 the order of the library', () => {
  it('is that of the groups, then that within each', () => {
    const library = aLibrary([
      a('x', { sortKey: 1 }),
      a('b1', { groupId: groupId('乙'), sortKey: 1 }),
      a('a11', { groupId: groupId('甲一'), sortKey: 9 }),
      a('a2', { groupId: groupId('甲'), sortKey: 2 }),
      a('a1', { groupId: groupId('甲'), sortKey: 1 }),
    ]);
    expect(shown(library, { kind: 'all' })).toEqual(['a1', 'a2', 'a11', 'b1', 'x']);
    expect(shown(library, { kind: 'group', id: groupId('甲') })).toEqual(['a1', 'a2', 'a11']);
    expect(shown(library, { kind: 'ungrouped' })).toEqual(['x']);
  });

  it('is that of use in what was used last', () => {
    const library = aLibrary([a('a'), a('b'), a('c')], { recent: [idOf('c'), idOf('a')] });
    expect(shown(library, { kind: 'recent' })).toEqual(['c', 'a']);
  });

  it('leaves archived scripts to the archive, favourites or not', () => {
    const library = aLibrary([a('a', { archivedAtMs: 1 }), a('b')], {
      favourites: new Set([idOf('a'), idOf('b')]),
      recent: [idOf('a')],
    });
    expect(shown(library, { kind: 'favourites' })).toEqual(['b']);
    expect(shown(library, { kind: 'recent' })).toEqual([]);
    expect(shown(library, { kind: 'archive' })).toEqual(['a']);
  });
});

describe('R1 narrowing the library', () => {
  const shop = { kind: 'shop', shopId: ShopId.parse('tea') } as const;
  const library = aLibrary([
    a('all', { tags: ['大促', '夜间'] }),
    a('shop', { scope: shop, tags: ['大促'] }),
    a('own', { scope: { kind: 'personal', agentId: AgentId.parse('me') } }),
  ]);

  it('by owner', () => {
    expect(shown(library, { kind: 'all' }, { scope: 'all' })).toEqual(['all']);
    expect(shown(library, { kind: 'all' }, { scope: 'shop:tea' })).toEqual(['shop']);
    expect(shown(library, { kind: 'all' }, { scope: 'personal' })).toEqual(['own']);
  });

  it('by tags, all of them, and counts them', () => {
    expect(shown(library, { kind: 'all' }, { tags: ['大促'] })).toEqual(['all', 'shop']);
    expect(shown(library, { kind: 'all' }, { tags: ['大促', '夜间'] })).toEqual(['all']);
    expect(tagCounts(library.scripts)).toEqual([
      ['大促', 2],
      ['夜间', 1],
    ]);
  });

  it('finds by tag as by any word', () => {
    expect(shown(library, { kind: 'all' }, { text: '夜间' })).toEqual(['all']);
  });
});

describe('R1 how many scripts a place holds', () => {
  it('is as many as it shows, for every place, with those of inner groups', () => {
    const group = fc.constantFrom(null, groupId('甲'), groupId('甲一'), groupId('乙'));
    const script = fc.record({
      groupId: group,
      archivedAtMs: fc.constantFrom(null, 1),
      isLiked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(script, { maxLength: 20 }), (all) => {
        const scripts = all.map(({ groupId: id, archivedAtMs }, index) =>
          a(`s${index}`, { groupId: id, archivedAtMs }),
        );
        const liked = scripts.filter((_, index) => all[index]?.isLiked).map(({ id }) => id);
        const library = aLibrary(scripts, { favourites: new Set(liked), recent: liked });
        const countIn = placeCounts(library);
        const places: LibraryPlace[] = [
          ...(['all', 'favourites', 'recent', 'ungrouped', 'archive'] as const).map((kind) => ({ kind })),
          ...library.groups.map(({ id }) => ({ kind: 'group' as const, id })),
        ];
        expect(places.map(countIn)).toEqual(places.map((place) => scriptsAt(library, place).length));
      }),
    );
  });
});
