import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import { assertNever } from '../../../shared/errors.ts';
import { type Drag, type Dragged, type Spot, useDrag } from './drag.tsx';
import { dropOf, type GroupTarget } from './groups/group-moves.ts';
import { useGroupActions } from './groups/use-group-actions.ts';
import {
  groupPath,
  hasOwnOrder,
  type Library,
  type LibraryFilter,
  type LibraryPlace,
} from './library-view.ts';
import { dropBeside, type ScriptSpot } from './list/script-moves.ts';
import type { ScriptActions } from './list/use-script-actions.ts';

type Options = {
  readonly library: Library;
  readonly shown: readonly Script[];
  readonly place: LibraryPlace;
  readonly filter: LibraryFilter;
  readonly actions: ScriptActions;
  readonly onExpand: (id: ScriptGroupId) => void;
};

/** Letting go would do this. */
type Drop =
  | { readonly kind: 'move-group'; readonly id: ScriptGroupId; readonly target: GroupTarget }
  | { readonly kind: 'reorder'; readonly target: ScriptSpot }
  | { readonly kind: 'to-group'; readonly groupId: ScriptGroupId | null }
  | { readonly kind: 'favourite' | 'archive' | 'restore' };

function dropGroup({ library }: Options, id: ScriptGroupId, { key, zone }: Spot): Drop | null {
  const over = library.groups.find((one) => key === `group:${one.id}`);
  const target = over === undefined ? null : dropOf(library.groups, id, { id: over.id, zone });
  return target && { kind: 'move-group', id, target };
}

const ON_PLACE: Readonly<Record<string, Drop>> = {
  'place:ungrouped': { kind: 'to-group', groupId: null },
  'place:favourites': { kind: 'favourite' },
  'place:archive': { kind: 'archive' },
};

function dropScripts(options: Options, ids: readonly ScriptId[], { key, zone }: Spot): Drop | null {
  const { library, shown, place, filter } = options;
  if (place.kind === 'archive') return key === 'place:all' ? { kind: 'restore' } : null;
  const group = library.groups.find((one) => key === `group:${one.id}`);
  if (group) return { kind: 'to-group', groupId: group.id };
  if (zone === 'into') return ON_PLACE[key] ?? null;
  const over = { id: key.replace('script:', ''), zone };
  const target = hasOwnOrder(place, filter) ? dropBeside(shown, new Set(ids), over) : null;
  return target && { kind: 'reorder', target };
}

const dropFor = (options: Options, what: Dragged, spot: Spot): Drop | null =>
  what.kind === 'group' ? dropGroup(options, what.id, spot) : dropScripts(options, what.ids, spot);

/** Scripts onto groups and views, between other scripts; groups into, before and behind groups. */
export function useLibraryDrag(options: Options): Drag {
  const { library, actions } = options;
  const groupActions = useGroupActions(library);

  const scriptsOf = (what: Dragged): readonly Script[] => {
    if (what.kind === 'group') return [];
    const ids = new Set(what.ids);
    return options.shown.filter(({ id }) => ids.has(id));
  };
  const carryOut = (drop: Drop, scripts: readonly Script[]): Promise<void> => {
    switch (drop.kind) {
      case 'move-group':
        return groupActions.move(drop.id, drop.target);
      case 'reorder':
        return actions.reorder(scripts, drop.target);
      case 'to-group':
        return actions.move(scripts, {
          groupId: drop.groupId,
          name: groupPath(library.groups, drop.groupId),
        });
      case 'favourite':
        return actions.keepAtHand(scripts, true);
      case 'archive':
        return actions.archive(scripts);
      case 'restore':
        return actions.restore(scripts);
      default:
        return assertNever(drop);
    }
  };
  return useDrag({
    accepts: (what, spot) => dropFor(options, what, spot) !== null,
    onDrop(what, spot) {
      const drop = dropFor(options, what, spot);
      if (drop !== null) void carryOut(drop, scriptsOf(what));
    },
    onLinger({ key }) {
      const group = library.groups.find(({ id }) => key === `group:${id}`);
      if (group) options.onExpand(group.id);
    },
  });
}

/** `3 条话术`, or the name of the group. */
export function nameOfDragged(what: Dragged, library: Library): string {
  if (what.kind === 'group') return library.groups.find(({ id }) => id === what.id)?.name ?? '';
  const [id] = what.ids;
  const only = what.ids.length === 1 ? library.scripts.find((script) => script.id === id) : undefined;
  return only?.title ?? `${what.ids.length} 条话术`;
}
