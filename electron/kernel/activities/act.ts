import { type Actor, activityBy } from '../../../shared/domain/activities/acting.ts';
import type { Activity, ActivityData, NewActivity } from '../../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../../shared/domain/activities/activity-kinds.ts';
import type { RowChange, RowKey } from '../../../shared/domain/activities/row-change.ts';
import type { ActivityId, ScriptId, TaskId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { ChangeLog } from '../changes/change-log.ts';
import type { RefreshTasks } from '../subjects/refresh-tasks.ts';

/** One thing that is done to one subject. */
export type Deed = {
  readonly subject: SubjectRef;
  readonly kind: ActivityKind;
  readonly taskId?: TaskId;
  readonly scriptId?: ScriptId;
  readonly data?: ActivityData;
  /** The rows that `write` may change; what differs afterwards is recorded. */
  readonly rows?: readonly RowKey[];
  readonly write?: () => void;
};

/** All that an agent does at once. */
export type Stroke = Deed & {
  /** Deeds to other subjects, or said beside this one; one undo takes all of them back. */
  readonly alongside?: readonly Deed[];
  /** Activities that `plan` itself has recorded as part of this stroke. */
  readonly recorded?: readonly ActivityId[];
  readonly message: string;
};

/**
 * Does what an agent asked for in one transaction: checks and writes, records the activity with its changes, runs the
 * rules for the subjects. `plan` is called inside the transaction, so it may read and refuse.
 */
export type Act = (actor: Actor, plan: () => Stroke) => Recorded;

type Dependencies = {
  readonly inTransaction: InTransaction;
  readonly activities: { append(activity: NewActivity): Activity };
  readonly changeLog: Pick<ChangeLog, 'changesBy'>;
  readonly refreshTasks: RefreshTasks;
};

export function createAct({ inTransaction, activities, changeLog, refreshTasks }: Dependencies): Act {
  const changesOf = ({ rows = [], write = () => undefined }: Deed): RowChange[] =>
    changeLog.changesBy(rows, write);

  return (actor, plan) =>
    inTransaction(() => {
      const { alongside = [], recorded = [], message, ...lead } = plan();

      function record({ subject, kind, taskId, scriptId, data }: Deed, facts: ActivityData): Activity {
        return activities.append({
          ...activityBy(actor, subject),
          kind,
          taskId: taskId ?? null,
          scriptId: scriptId ?? null,
          data: { ...data, ...facts },
        });
      }

      const changes = changesOf(lead);
      const others = alongside.map(
        (deed) => record(deed, { isAlongside: true, changes: changesOf(deed) }).id,
      );
      const ids = [...recorded, ...others];
      const { id } = record(lead, { changes, ...(ids.length === 0 ? {} : { alongside: ids }) });
      refreshTasks(
        [lead, ...alongside].map(({ subject }) => subject),
        actor.nowMs,
      );
      return { activityId: id, message };
    });
}
