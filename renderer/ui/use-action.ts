import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActivityId } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { CallInput, Output } from '../../shared/ipc/contract.ts';
import { call } from '../lib/ipc.ts';
import { QUERY_ROOTS } from '../lib/query-roots.ts';
import { useFeedback } from './feedback.tsx';

/** Channels that record an activity, and so can be taken back. */
export type RecordingChannel = { [C in Channel]: Output<C> extends Recorded ? C : never }[Channel];

export function undoActivity(activityId: ActivityId): Promise<Recorded> {
  return call('activities.undo', { activityId });
}

/**
 * An action of the agent: asks main, says what was done with an undo beside it, or why it was refused.
 * `onDone` runs after success, `onUndone` after it was taken back, however much later.
 */
export function useAction<C extends RecordingChannel>(
  channel: C,
  onDone?: () => void,
  onUndone?: () => void,
) {
  const feedback = useFeedback();
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all(
      [QUERY_ROOTS.tasks, QUERY_ROOTS.orders, QUERY_ROOTS.customers].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  return useMutation({
    mutationFn: async (input: CallInput<C>): Promise<Recorded> => {
      // The contract says so for these channels; TypeScript cannot follow a type parameter that far.
      return (await call(channel, input)) as Recorded;
    },
    onSuccess: ({ activityId, message }) => {
      feedback.done(message, {
        undo: async () => {
          const undone = await undoActivity(activityId);
          await refresh();
          onUndone?.();
          return undone.message;
        },
      });
      onDone?.();
      void refresh();
    },
    onError: (error) => feedback.fail(error),
  });
}
