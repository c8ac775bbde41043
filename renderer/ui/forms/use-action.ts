import { useMutation } from '@tanstack/react-query';
import type { ActivityId } from '../../../shared/domain/ids.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { CallInput, Channel, Output } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../feedback.tsx';

/** Channels that record an activity, and so can be taken back. */
export type RecordingChannel = { [C in Channel]: Output<C> extends Recorded ? C : never }[Channel];

export function undoActivity(activityId: ActivityId): Promise<Recorded> {
  return call('activities.undo', { activityId });
}

/** The undo beside a message, of one act or of several; nothing to take back, no undo. */
export function wayBack(...activityIds: readonly (ActivityId | null)[]) {
  const ids = activityIds.filter((id) => id !== null);
  if (ids.length === 0) return {};
  return { undo: async () => (await Promise.all(ids.map(undoActivity))).at(-1)?.message };
}

type Outcome = {
  readonly onDone?: (() => void) | undefined;
  readonly onUndone?: (() => void) | undefined;
  /** `true`: the refusal is dealt with where the act was asked for, and not told as a failure. */
  readonly onRefused?: (error: unknown) => boolean;
};

/**
 * An action of the agent: asks main, says what was done with an undo beside it, or why it was refused.
 * `onDone` runs after success, `onUndone` after it was taken back, however much later. Main tells every window what has
 * changed before it answers, so nothing is asked for again here.
 */
export function useRecorded<C extends RecordingChannel>(
  channel: C,
  { onDone, onUndone, onRefused }: Outcome,
) {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: async (input: CallInput<C>): Promise<Recorded> => {
      // The contract says so for these channels; TypeScript cannot follow a type parameter that far.
      return (await call(channel, input)) as Recorded;
    },
    onSuccess: ({ activityId, message }) => {
      feedback.done(message, {
        undo: async () => {
          const undone = await undoActivity(activityId);
          onUndone?.();
          return undone.message;
        },
      });
      onDone?.();
    },
    onError: (error) => {
      if (onRefused?.(error) !== true) feedback.fail(error);
    },
  });
}

/** The same for an act whose refusal is only told. */
export function useAction<C extends RecordingChannel>(
  channel: C,
  onDone?: () => void,
  onUndone?: () => void,
) {
  return useRecorded(channel, { onDone, onUndone });
}
