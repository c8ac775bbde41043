import type { Actor } from '../../../shared/domain/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subject.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { UndoActivity } from './undo-activity.ts';

type Dependencies = {
  readonly undoActivity: UndoActivity;
  readonly requireActor: () => Actor;
  /** What an agent decided may have moved reminders, and every window shows it. */
  readonly changed: (subjects: readonly SubjectRef[]) => void;
  /** Whatever a domain keeps of these tables is another one now. */
  readonly tablesChanged: (tables: ReadonlySet<string>) => void;
};

/** The way back from whatever an agent did. */
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
