import type { ActivityId } from '../../../shared/domain/ids.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { wayBack } from '../../ui/forms/use-action.ts';

/** Does something to the library and says so, with the way back. */
export function useUndoable() {
  const feedback = useFeedback();

  return async (
    work: Promise<{ readonly activityId: ActivityId | null }>,
    message: string,
    onDone?: () => void,
  ): Promise<void> => {
    try {
      const { activityId } = await work;
      feedback.done(message, wayBack(activityId));
      onDone?.();
    } catch (error) {
      feedback.fail(error);
    }
  };
}
