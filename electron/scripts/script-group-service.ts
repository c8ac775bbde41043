import { ScriptGroupId } from '../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { ScriptChange } from './script-service.ts';

type Dependencies = {
  readonly groups: {
    get(id: ScriptGroupId): ScriptGroup | undefined;
    list(): readonly ScriptGroup[];
    /** Inserts or replaces. */
    save(group: ScriptGroup): void;
    remove(id: ScriptGroupId): void;
  };
  readonly scripts: {
    /** Archived ones too: they refer to the group as well. */
    listIn(groupId: ScriptGroupId): readonly Script[];
    save(script: Script): void;
  };
  readonly newId: (nowMs: EpochMs) => string;
};

/** A removed group and the scripts that lost it; `undoRemove` brings both back. */
export type RemovedGroup = { readonly group: ScriptGroup; readonly scripts: readonly ScriptChange[] };

export function createScriptGroupService({ groups, scripts, newId }: Dependencies) {
  function required(id: ScriptGroupId): ScriptGroup {
    const group = groups.get(id);
    if (!group) throw new AppError('not-found', '该分组已不存在');
    return group;
  }

  function requireFreeName({ id, parentId, name }: Omit<ScriptGroup, 'sortKey'>): void {
    const twin = groups
      .list()
      .find((group) => group.parentId === parentId && group.name === name && group.id !== id);
    if (twin) throw new AppError('conflict', `已有名为「${name}」的分组`);
  }

  function requireOutside(group: ScriptGroup, parentId: ScriptGroupId | null): void {
    for (let id = parentId; id !== null; id = required(id).parentId) {
      if (id === group.id) throw new AppError('invalid-input', `「${group.name}」不能移到它自己的下级`);
    }
  }

  const childrenOf = (parentId: ScriptGroupId | null) =>
    groups.list().filter((group) => group.parentId === parentId);
  const lastSortKeyIn = (parentId: ScriptGroupId | null) =>
    Math.max(0, ...childrenOf(parentId).map((group) => group.sortKey));

  return {
    create(draft: Pick<ScriptGroup, 'name' | 'parentId'>, nowMs: EpochMs): ScriptGroup {
      const { name, parentId } = draft;
      if (parentId !== null) required(parentId);
      const group = {
        id: ScriptGroupId.parse(newId(nowMs)),
        name,
        parentId,
        sortKey: lastSortKeyIn(parentId) + 1,
      };
      requireFreeName(group);
      groups.save(group);
      return group;
    },
    rename(id: ScriptGroupId, name: string): ScriptGroup {
      const group = { ...required(id), name };
      requireFreeName(group);
      groups.save(group);
      return group;
    },
    move(id: ScriptGroupId, parentId: ScriptGroupId | null): ScriptGroup {
      const before = required(id);
      requireOutside(before, parentId);
      const group = { ...before, parentId, sortKey: lastSortKeyIn(parentId) + 1 };
      requireFreeName(group);
      groups.save(group);
      return group;
    },
    /** Its scripts stay and become 未分组; a group that holds groups is refused. */
    remove(id: ScriptGroupId, nowMs: EpochMs): RemovedGroup {
      const group = required(id);
      if (childrenOf(id).length > 0)
        throw new AppError('conflict', `「${group.name}」还有下级分组，请先处理下级分组`);
      const changes = scripts
        .listIn(id)
        .map((before) => ({ before, after: { ...before, groupId: null, updatedAtMs: nowMs } }));
      for (const { after } of changes) scripts.save(after);
      groups.remove(id);
      return { group, scripts: changes };
    },
    /** The scripts are brought back by `undo` of the script service, once the group is there again. */
    undoRemove({ group }: RemovedGroup): ScriptGroup {
      if (groups.get(group.id)) throw new AppError('conflict', `「${group.name}」已经恢复`);
      if (group.parentId !== null) required(group.parentId);
      requireFreeName(group);
      groups.save(group);
      return group;
    },
  };
}

export type ScriptGroupService = ReturnType<typeof createScriptGroupService>;
