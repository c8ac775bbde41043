import { isDeepStrictEqual } from 'node:util';
import { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import { DEEPEST_GROUP } from '../../../shared/domain/scripts/script.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { GroupChange } from './library-change.ts';

type Dependencies = {
  readonly groups: {
    get(id: ScriptGroupId): ScriptGroup | undefined;
    list(): readonly ScriptGroup[];
    /** Inserts or replaces. */
    save(group: ScriptGroup): void;
    remove(id: ScriptGroupId): void;
    /** Archived ones count: they refer to the group as well. */
    holdsScripts(id: ScriptGroupId): boolean;
  };
  readonly newId: (nowMs: EpochMs) => string;
};

type ParentId = ScriptGroupId | null;
export type GroupMove = {
  readonly id: ScriptGroupId;
  readonly parentId: ParentId;
  /** `null`: behind its new siblings. */
  readonly beforeId: ScriptGroupId | null;
};

/** Every action is checked whole before anything is saved, and is meant to run inside one transaction. */
export function createScriptGroupService({ groups, newId }: Dependencies) {
  function required(id: ScriptGroupId): ScriptGroup {
    const group = groups.get(id);
    if (!group) throw new AppError('not-found', '该分组已不存在');
    return group;
  }

  const childrenOf = (parentId: ParentId) => groups.list().filter((group) => group.parentId === parentId);

  /** From the group itself to the top, and to its end where groups hold each other. */
  function pathOf(id: ParentId): readonly ScriptGroup[] {
    const path = new Map<ScriptGroupId, ScriptGroup>();
    for (let at = id; at !== null && !path.has(at); ) {
      const group = required(at);
      path.set(at, group);
      at = group.parentId;
    }
    return [...path.values()];
  }

  /** How many levels there are from the group down. */
  function heightOf(id: ScriptGroupId): number {
    const byParent = Map.groupBy(groups.list(), ({ parentId }) => parentId);
    const height = (group: ScriptGroupId): number =>
      1 + Math.max(0, ...(byParent.get(group) ?? []).map((child) => height(child.id)));
    return height(id);
  }

  function requireFreeName({ id, parentId, name }: Omit<ScriptGroup, 'sortKey'>): void {
    const twin = childrenOf(parentId).find((group) => group.name === name && group.id !== id);
    if (!twin) return;
    const [parent] = pathOf(parentId);
    const where = parent ? `「${parent.name}」下` : '';
    throw new AppError('conflict', `${where}已有名为「${name}」的分组`);
  }

  /** A group never ends up in itself, nor deeper than the eye can follow. */
  function requireFits(group: ScriptGroup, parentId: ParentId): void {
    const path = pathOf(parentId);
    if (path.some(({ id }) => id === group.id))
      throw new AppError('invalid-input', `「${group.name}」不能移到它自己的下级`);
    if (path.length + heightOf(group.id) > DEEPEST_GROUP)
      throw new AppError('invalid-input', `分组最多 ${DEEPEST_GROUP} 层，「${group.name}」放不下`);
  }

  function save(changes: readonly GroupChange[]): readonly GroupChange[] {
    for (const { after } of changes) if (after !== null) groups.save(after);
    for (const { before, after } of changes) if (after === null) groups.remove(before.id);
    return changes;
  }

  /** The siblings in this order, and only those that it moves. */
  function renumbered(siblings: readonly ScriptGroup[]): readonly GroupChange[] {
    return siblings.flatMap((group, index): GroupChange[] => {
      const before = groups.get(group.id) ?? null;
      const after = { ...group, sortKey: index + 1 };
      return isDeepStrictEqual(before, after) ? [] : [{ before, after }];
    });
  }

  return {
    create(draft: Pick<ScriptGroup, 'name' | 'parentId'>, nowMs: EpochMs): readonly GroupChange[] {
      const { name, parentId } = draft;
      const id = ScriptGroupId.parse(newId(nowMs));
      const sortKey = Math.max(0, ...childrenOf(parentId).map((group) => group.sortKey)) + 1;
      const group = { id, name, parentId, sortKey };
      requireFits(group, parentId);
      requireFreeName(group);
      return save([{ before: null, after: group }]);
    },
    rename(id: ScriptGroupId, name: string): readonly GroupChange[] {
      const before = required(id);
      const after = { ...before, name };
      requireFreeName(after);
      return save([{ before, after }]);
    },
    move({ id, parentId, beforeId }: GroupMove): readonly GroupChange[] {
      const group = { ...required(id), parentId };
      requireFits(group, parentId);
      requireFreeName(group);
      const siblings = childrenOf(parentId).filter((sibling) => sibling.id !== id);
      const at = siblings.findIndex((sibling) => sibling.id === beforeId);
      return save(renumbered(siblings.toSpliced(at === -1 ? siblings.length : at, 0, group)));
    },
    /** Its inner groups take its place; its scripts have been moved up before. */
    remove(id: ScriptGroupId): readonly GroupChange[] {
      const group = required(id);
      const siblings = childrenOf(group.parentId);
      const raised = (child: ScriptGroup): ScriptGroup => ({ ...child, parentId: group.parentId });
      const inner = childrenOf(id).map(raised);
      const names = new Set(siblings.filter((sibling) => sibling.id !== id).map(({ name }) => name));
      const twin = inner.find(({ name }) => names.has(name));
      if (twin) throw new AppError('conflict', `上一级已有名为「${twin.name}」的分组，请先将其中一个改名`);
      const place = siblings.findIndex((sibling) => sibling.id === id);
      const changes = renumbered(siblings.toSpliced(place, 1, ...inner));
      return save([...changes, { before: group, after: null }]);
    },
    /** A group that an undo takes away has nothing in it by now. */
    requireUnused(id: ScriptGroupId): void {
      const isInUse = childrenOf(id).length > 0 || groups.holdsScripts(id);
      const { name = '' } = groups.get(id) ?? {};
      if (isInUse) throw new AppError('conflict', `分组「${name}」之后又有改动，不能撤销`);
    },
    /** A group that an undo has put back still fits in where it was. */
    requireStillRight(id: ScriptGroupId): void {
      const group = groups.get(id);
      if (!group) return;
      requireFits(group, group.parentId);
      requireFreeName(group);
    },
  };
}

export type ScriptGroupService = ReturnType<typeof createScriptGroupService>;
