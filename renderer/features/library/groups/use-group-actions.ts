import type { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import { groupPath, type Library } from '../library-view.ts';
import { useEdit } from '../mutations.ts';
import { useUndoable } from '../use-undoable.ts';
import type { GroupTarget } from './group-moves.ts';

/** The actions on groups, each with its undo. */
export function useGroupActions({ groups, scripts }: Library) {
  const run = useUndoable();
  const { mutateAsync: create } = useEdit('scriptGroups.create');
  const { mutateAsync: rename } = useEdit('scriptGroups.rename');
  const { mutateAsync: move } = useEdit('scriptGroups.move');
  const { mutateAsync: remove } = useEdit('scriptGroups.remove');
  const nameOf = (id: ScriptGroupId | null) => groups.find((group) => group.id === id)?.name ?? '';

  return {
    nameOf,
    create: (name: string, parentId: ScriptGroupId | null, onMade: (id: ScriptGroupId) => void) => {
      const work = create({ name, parentId });
      return run(work, `已新建分组「${name}」`, () => void work.then(({ id }) => onMade(id)));
    },
    rename: (id: ScriptGroupId, name: string, onDone: () => void) =>
      run(rename({ id, name }), `已将分组「${nameOf(id)}」改名为「${name}」`, onDone),
    move: (id: ScriptGroupId, target: GroupTarget, onDone?: () => void) => {
      const where = target.parentId === null ? '最上层' : `「${groupPath(groups, target.parentId)}」下`;
      return run(move({ id, ...target }), `已将分组「${nameOf(id)}」移到${where}`, onDone);
    },
    remove: (id: ScriptGroupId, onDone: () => void) => {
      const parentId = groups.find((group) => group.id === id)?.parentId ?? null;
      const count = scripts.filter(
        ({ groupId, archivedAtMs }) => groupId === id && archivedAtMs === null,
      ).length;
      const moved = count === 0 ? '' : `，其中 ${count} 条话术移到「${groupPath(groups, parentId)}」`;
      return run(remove({ id }), `已删除分组「${nameOf(id)}」${moved}`, onDone);
    },
  };
}
