import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import { type Script, SORT_STEP } from '../../../shared/domain/scripts/script.ts';
import type { ScriptChange } from './library-change.ts';

export type Target = { readonly groupId: ScriptGroupId | null; readonly beforeId: ScriptId | null };

type Dependencies = {
  readonly scripts: {
    /** 0 in an empty group. */
    lastSortKeyIn(groupId: ScriptGroupId | null): number;
    /** In their order, archived ones too. */
    placesIn(groupId: ScriptGroupId | null): readonly Pick<Script, 'id' | 'sortKey'>[];
    listIn(groupId: ScriptGroupId | null): readonly Script[];
  };
};

type Gap = { readonly from: number; readonly to: number; readonly beforeId: ScriptId };

/** The sort keys for scripts that are put into a group, and the others that have to make room for them. */
export function createPlaceScripts({ scripts }: Dependencies) {
  function atEnd(groupId: ScriptGroupId | null, count: number): readonly number[] {
    const last = scripts.lastSortKeyIn(groupId);
    return Array.from({ length: count }, (_, index) => last + (index + 1) * SORT_STEP);
  }

  /** The room before the script; `null` behind the last one. What is moved itself takes none. */
  function gapAt({ groupId, beforeId }: Target, moved: ReadonlySet<ScriptId>): Gap | null {
    const places = scripts.placesIn(groupId);
    const at = places.findIndex(({ id }) => id === beforeId);
    const next = at === -1 ? undefined : places.slice(at).find(({ id }) => !moved.has(id));
    if (next === undefined) return null;
    const previous = places.slice(0, places.indexOf(next)).findLast(({ id }) => !moved.has(id));
    const from = previous?.sortKey ?? next.sortKey - (moved.size + 1) * SORT_STEP;
    return { from, to: next.sortKey, beforeId: next.id };
  }

  /** Places for everything else of the group when there is no room left: the same order, with room again. */
  function spread(target: Target, moved: ReadonlySet<ScriptId>) {
    const others = scripts.listIn(target.groupId).filter(({ id }) => !moved.has(id));
    const isBehind = others.findIndex(({ id }) => id === target.beforeId);
    const keyOf = (index: number) => (index + 1 + (index >= isBehind ? moved.size : 0)) * SORT_STEP;
    const changes: ScriptChange[] = others.map((before, index) => ({
      before,
      after: { ...before, sortKey: keyOf(index) },
    }));
    const sortKeys = [...moved].map((_, index) => (isBehind + 1 + index) * SORT_STEP);
    return { sortKeys, others: changes };
  }

  return {
    atEnd,
    /** For scripts moved together, in their order. */
    before(
      target: Target,
      ids: readonly ScriptId[],
    ): { readonly sortKeys: readonly number[]; readonly others: readonly ScriptChange[] } {
      const moved = new Set(ids);
      const gap = gapAt(target, moved);
      if (gap === null) return { sortKeys: atEnd(target.groupId, ids.length), others: [] };
      const room = gap.to - gap.from;
      if (room <= ids.length) return spread({ groupId: target.groupId, beforeId: gap.beforeId }, moved);
      const sortKeys = ids.map((_, index) => gap.from + Math.floor((room * (index + 1)) / (ids.length + 1)));
      return { sortKeys, others: [] };
    },
  };
}
