import type { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import { DEEPEST_GROUP, type ScriptGroup } from '../../../../shared/domain/scripts/script.ts';
import { groupAndBelow } from '../library-view.ts';

export type GroupTarget = {
  readonly parentId: ScriptGroupId | null;
  /** `null`: behind its new siblings. */
  readonly beforeId: ScriptGroupId | null;
};
export type Direction = 'up' | 'down' | 'in' | 'out';
/** The part of a row that the pointer is over. */
export type Zone = 'before' | 'into' | 'after';

type Groups = readonly ScriptGroup[];

function siblingsOf(groups: Groups, parentId: ScriptGroupId | null): readonly ScriptGroup[] {
  return groups.filter((group) => group.parentId === parentId).toSorted((a, b) => a.sortKey - b.sortKey);
}

function levelOf(groups: Groups, id: ScriptGroupId | null): number {
  const group = groups.find((one) => one.id === id);
  return group === undefined ? 0 : 1 + levelOf(groups, group.parentId);
}

function heightOf(groups: Groups, id: ScriptGroupId): number {
  const inner = groups.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...inner.map((group) => heightOf(groups, group.id)));
}

/** A group goes neither into itself nor deeper than groups go; main refuses the same. */
function mayHold(groups: Groups, parentId: ScriptGroupId | null, id: ScriptGroupId): boolean {
  if (parentId === null) return true;
  if (groupAndBelow(groups, id).has(parentId)) return false;
  return levelOf(groups, parentId) + heightOf(groups, id) <= DEEPEST_GROUP;
}

/** Behind its parent, one level up. */
function outOf(groups: Groups, parentId: ScriptGroupId | null): GroupTarget | null {
  const parent = groups.find((one) => one.id === parentId);
  if (parent === undefined) return null;
  const outer = siblingsOf(groups, parent.parentId);
  return { parentId: parent.parentId, beforeId: outer[outer.indexOf(parent) + 1]?.id ?? null };
}

/** The target to which a key takes the group; `null` if it can go no further. */
export function stepOf(groups: Groups, id: ScriptGroupId, direction: Direction): GroupTarget | null {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) return null;
  const { parentId } = group;
  const siblings = siblingsOf(groups, parentId);
  const at = siblings.indexOf(group);
  const previous = siblings[at - 1];
  if (direction === 'out') return outOf(groups, parentId);
  if (direction === 'down')
    return at === siblings.length - 1 ? null : { parentId, beforeId: siblings[at + 2]?.id ?? null };
  if (previous === undefined) return null;
  if (direction === 'up') return { parentId, beforeId: previous.id };
  return mayHold(groups, previous.id, id) ? { parentId: previous.id, beforeId: null } : null;
}

/** The target of a group that is dropped on another; `null` if it must not go there. */
export function dropOf(
  groups: Groups,
  id: ScriptGroupId,
  over: { readonly id: ScriptGroupId; readonly zone: Zone },
): GroupTarget | null {
  const target = groups.find((one) => one.id === over.id);
  if (target === undefined || over.id === id) return null;
  const parentId = over.zone === 'into' ? target.id : target.parentId;
  if (!mayHold(groups, parentId, id)) return null;
  if (over.zone === 'into') return { parentId, beforeId: null };
  if (over.zone === 'before') return { parentId, beforeId: target.id };
  const siblings = siblingsOf(groups, parentId).filter((one) => one.id !== id);
  return { parentId, beforeId: siblings[siblings.findIndex((one) => one.id === target.id) + 1]?.id ?? null };
}

/** For those who cannot see it move: `「退款」，在「售后」下，第 2 个，共 3 个`. */
export function sayPlace(groups: Groups, id: ScriptGroupId, { parentId, beforeId }: GroupTarget): string {
  const nameOf = (one: ScriptGroupId | null) => groups.find((group) => group.id === one)?.name ?? '';
  const siblings = siblingsOf(groups, parentId).filter((one) => one.id !== id);
  const before = siblings.findIndex((one) => one.id === beforeId);
  const place = before === -1 ? siblings.length : before;
  const where = parentId === null ? '最上层' : `「${nameOf(parentId)}」下`;
  return `「${nameOf(id)}」，${where}，第 ${place + 1} 个，共 ${siblings.length + 1} 个`;
}
