import type { ScriptGroupId, ScriptId } from '../../../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../../../shared/domain/scripts/script.ts';
import { useFeedback } from '../../../ui/feedback.tsx';
import { useEdit, useSetFavourite } from '../mutations.ts';
import { useUndoable } from '../use-undoable.ts';

export type ScriptTarget = {
  readonly groupId: ScriptGroupId | null;
  /** Its name, for the message. */
  readonly name: string;
  readonly beforeId?: ScriptId | null;
};

const idsOf = (scripts: readonly Script[]) => scripts.map(({ id }) => id);
const countOf = (scripts: readonly Script[]) => `${scripts.length.toLocaleString('zh-CN')} 条话术`;

export type ScriptActions = ReturnType<typeof useScriptActions>;

/** The actions on one script or on many, each with its undo. */
export function useScriptActions(favourites: ReadonlySet<ScriptId>) {
  const feedback = useFeedback();
  const run = useUndoable();
  const { mutateAsync: move } = useEdit('scripts.move');
  const { mutateAsync: tag } = useEdit('scripts.tag');
  const { mutateAsync: changeScope } = useEdit('scripts.changeScope');
  const { mutateAsync: copyToOwn } = useEdit('scripts.copyToOwn');
  const { mutateAsync: archive } = useEdit('scripts.archive');
  const { mutateAsync: restore } = useEdit('scripts.restore');
  const { mutateAsync: setFavourite } = useSetFavourite();

  const keepAtHand = async (scripts: readonly Script[], isFavourite: boolean): Promise<void> => {
    const ids = idsOf(scripts.filter(({ id }) => favourites.has(id) !== isFavourite));
    if (ids.length === 0) return;
    try {
      await setFavourite({ ids, isFavourite });
      feedback.done(isFavourite ? `已收藏 ${ids.length} 条话术` : `已取消收藏 ${ids.length} 条话术`, {
        undo: () => setFavourite({ ids, isFavourite: !isFavourite }),
      });
    } catch (error) {
      feedback.fail(error);
    }
  };

  return {
    move: (scripts: readonly Script[], { groupId, name, beforeId = null }: ScriptTarget) =>
      run(move({ ids: idsOf(scripts), groupId, beforeId }), `已将 ${countOf(scripts)}移到「${name}」`),
    reorder: (scripts: readonly Script[], target: Omit<ScriptTarget, 'name'>) =>
      run(move({ ids: idsOf(scripts), ...target }), `已调整 ${countOf(scripts)}的顺序`),
    addTag: (scripts: readonly Script[], name: string) =>
      run(
        tag({ ids: idsOf(scripts), add: [name], remove: [] }),
        `已为 ${countOf(scripts)}添加标签「${name}」`,
      ),
    removeTag: (scripts: readonly Script[], name: string) =>
      run(
        tag({ ids: idsOf(scripts), add: [], remove: [name] }),
        `已从 ${countOf(scripts)}移除标签「${name}」`,
      ),
    changeScope: (scripts: readonly Script[], scope: ScriptScope, name: string) =>
      run(changeScope({ ids: idsOf(scripts), scope }), `已将 ${countOf(scripts)}改为「${name}」`),
    copyToOwn: (scripts: readonly Script[], onCopied: (ids: readonly ScriptId[]) => void) => {
      const work = copyToOwn({ ids: idsOf(scripts) });
      return run(
        work,
        `已另存 ${countOf(scripts)}为个人话术`,
        () => void work.then(({ ids }) => onCopied(ids)),
      );
    },
    archive: (scripts: readonly Script[]) =>
      run(archive({ ids: idsOf(scripts) }), `已归档 ${countOf(scripts)}`),
    restore: (scripts: readonly Script[]) =>
      run(restore({ ids: idsOf(scripts) }), `已恢复 ${countOf(scripts)}`),
    keepAtHand,
    /** All become favourites, unless all are. */
    toggleFavourite: (scripts: readonly Script[]) =>
      keepAtHand(scripts, !scripts.every(({ id }) => favourites.has(id))),
  };
}
