import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { UndoActivity, Undone } from './undo-activity.ts';

type Dependencies = {
  readonly undoActivity: UndoActivity;
  readonly requireActor: () => Actor;
  /** Every window learns of it, and a domain that keeps anything of its tables in memory reads it anew. */
  readonly undone: (undone: Pick<Undone, 'subjects' | 'tables'>) => void;
};

/** The channel by which an agent takes an act back. */
export function createActivityHandlers({ undoActivity, requireActor, undone }: Dependencies) {
  return {
    'activities.undo': ({ activityId }): Recorded => {
      const { subjects, tables, ...recorded } = undoActivity(activityId, requireActor());
      undone({ subjects, tables });
      return recorded;
    },
  } satisfies Partial<Handlers>;
}
