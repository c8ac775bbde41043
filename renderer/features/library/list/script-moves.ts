import type { ScriptGroupId, ScriptId } from '../../../../shared/domain/ids.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';

export type ScriptSpot = { readonly groupId: ScriptGroupId | null; readonly beforeId: ScriptId | null };

type Shown = readonly Pick<Script, 'id' | 'groupId'>[];

const othersIn = (shown: Shown, groupId: ScriptGroupId | null, ids: ReadonlySet<string>) =>
  shown.filter((script) => script.groupId === groupId && !ids.has(script.id));

/** The target of scripts that are dropped on another: beside it, in its group. */
export function dropBeside(
  shown: Shown,
  ids: ReadonlySet<string>,
  over: { readonly id: string; readonly zone: 'before' | 'after' },
): ScriptSpot | null {
  const target = shown.find(({ id }) => id === over.id);
  if (target === undefined || ids.has(target.id)) return null;
  const { groupId } = target;
  if (over.zone === 'before') return { groupId, beforeId: target.id };
  const others = othersIn(shown, groupId, ids);
  return { groupId, beforeId: others[others.indexOf(target) + 1]?.id ?? null };
}

/** One place up or down among what is shown of their group; `null` where they go no further. */
export function stepBeside(
  shown: Shown,
  ids: ReadonlySet<string>,
  direction: 'up' | 'down',
): ScriptSpot | null {
  const moved = shown.filter(({ id }) => ids.has(id));
  const [first] = moved;
  const last = moved.at(-1);
  if (!first || !last || moved.some(({ groupId }) => groupId !== first.groupId)) return null;
  const isOther = ({ id, groupId }: Shown[number]) => groupId === first.groupId && !ids.has(id);
  const neighbour =
    direction === 'up'
      ? shown.slice(0, shown.indexOf(first)).findLast(isOther)
      : shown.slice(shown.indexOf(last)).find(isOther);
  if (neighbour === undefined) return null;
  return dropBeside(shown, ids, { id: neighbour.id, zone: direction === 'up' ? 'before' : 'after' });
}
