import { useFeedback } from '../../ui/feedback.tsx';
import { useEdit } from './mutations.ts';

/** Does something to the library and says so, with the way back. */
export function useUndoable() {
  const feedback = useFeedback();
  const { mutateAsync: undo } = useEdit('scripts.undo');

  return async (
    work: Promise<{ readonly changeId: string }>,
    message: string,
    onDone?: () => void,
  ): Promise<void> => {
    try {
      const { changeId } = await work;
      feedback.done(message, { undo: () => undo({ changeId }) });
      onDone?.();
    } catch (error) {
      feedback.fail(error);
    }
  };
}
