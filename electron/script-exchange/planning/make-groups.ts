import { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

type Dependencies = {
  readonly groups: { list(): readonly ScriptGroup[]; save(group: ScriptGroup): void };
  readonly newId: (nowMs: EpochMs) => string;
};

/** Groups by their paths; one that is not there is made. */
export function createMakeGroups({ groups, newId }: Dependencies, nowMs: EpochMs) {
  const all = [...groups.list()];
  const made: ScriptGroup[] = [];
  const byParentAndName = new Map(all.map((group) => [keyOf(group), group]));

  function child(parentId: ScriptGroupId | null, name: string): ScriptGroup {
    const known = byParentAndName.get(keyOf({ parentId, name }));
    if (known) return known;
    const siblings = all.filter((group) => group.parentId === parentId);
    const sortKey = Math.max(0, ...siblings.map((group) => group.sortKey)) + 1;
    const group = { id: ScriptGroupId.parse(newId(nowMs)), parentId, name, sortKey };
    groups.save(group);
    all.push(group);
    made.push(group);
    byParentAndName.set(keyOf(group), group);
    return group;
  }

  return {
    idOf(path: readonly string[]): ScriptGroupId | null {
      let id: ScriptGroupId | null = null;
      for (const name of path) id = child(id, name).id;
      return id;
    },
    /** Outer ones first. */
    made: (): readonly ScriptGroup[] => made,
  };
}

const keyOf = ({ parentId, name }: Pick<ScriptGroup, 'parentId' | 'name'>) => `${parentId ?? ''}\n${name}`;
