import type { ScriptGroupId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/script.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { useArchiveScripts, useMoveScripts, useRestoreScripts } from './mutations.ts';

const idsOf = (scripts: readonly Script[]) => scripts.map(({ id }) => id);

/** Moving, archiving and restoring, each with its way back. */
export function useScriptActions(onDone: () => void) {
  const feedback = useFeedback();
  const moving = useMoveScripts();
  const archiving = useArchiveScripts();
  const restoring = useRestoreScripts();

  const run = async (work: Promise<unknown>, message: string, undo: () => Promise<unknown>) => {
    try {
      await work;
      feedback.done(message, { undo });
      onDone();
    } catch (error) {
      feedback.fail(error);
    }
  };
  /** Back to where each one came from. */
  const moveBack = (scripts: readonly Script[]) =>
    Promise.all(
      [...Map.groupBy(scripts, ({ groupId }) => groupId)].map(([groupId, group]) =>
        moving.mutateAsync({ ids: idsOf(group), groupId }),
      ),
    );

  return {
    move: (scripts: readonly Script[], groupId: ScriptGroupId | null, name: string) =>
      run(
        moving.mutateAsync({ ids: idsOf(scripts), groupId }),
        `已将 ${scripts.length} 条话术移到「${name}」`,
        () => moveBack(scripts),
      ),
    archive: (scripts: readonly Script[]) =>
      run(archiving.mutateAsync(idsOf(scripts)), `已归档 ${scripts.length} 条话术`, () =>
        restoring.mutateAsync(idsOf(scripts)),
      ),
    restore: (scripts: readonly Script[]) =>
      run(restoring.mutateAsync(idsOf(scripts)), `已恢复 ${scripts.length} 条话术`, () =>
        archiving.mutateAsync(idsOf(scripts)),
      ),
  };
}
