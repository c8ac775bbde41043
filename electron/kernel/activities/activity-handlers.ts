import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { UndoActivity } from './undo-activity.ts';

type Dependencies = {
  readonly undoActivity: UndoActivity;
  readonly requireActor: () => Actor;
  /** An act may have moved reminders, and every window shows its subjects. */
  readonly changed: (subjects: readonly SubjectRef[]) => void;
  /** A domain that keeps anything of these tables in memory must read it anew. */
  readonly tablesChanged: (tables: ReadonlySet<string>) => void;
};

/** The channel by which an agent takes an act back. */
export function createActivityHandlers(dependencies: Dependencies) {
  const { undoActivity, requireActor, changed, tablesChanged } = dependencies;

  return {
    'activities.undo': ({ activityId }): Recorded => {
      const { activityId: id, message, ...undone } = undoActivity(activityId, requireActor());
      changed(undone.subjects);
      tablesChanged(undone.tables);
      return { activityId: id, message };
    },
  } satisfies Partial<Handlers>;
}
