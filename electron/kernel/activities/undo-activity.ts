import { type Actor, activityBy } from '../../../shared/domain/activities/acting.ts';
import type { Activity, NewActivity } from '../../../shared/domain/activities/activity.ts';
import { activityKindSpec, activityLabel } from '../../../shared/domain/activities/activity-kinds.ts';
import { reversed } from '../../../shared/domain/activities/row-change.ts';
import type { ActivityId, AgentId } from '../../../shared/domain/ids.ts';
import { type SubjectRef, subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { ChangeLog } from '../changes/change-log.ts';
import type { ListDependent, RefreshTasks } from '../subjects/refresh-tasks.ts';

type Dependencies = {
  readonly inTransaction: InTransaction;
  readonly activities: {
    append(activity: NewActivity): Activity;
    get(id: ActivityId): Activity | undefined;
    /** The later activities about the same subject, newest first. */
    listAfter(activity: Activity): Activity[];
  };
  readonly changeLog: Pick<ChangeLog, 'takeBack'>;
  readonly isLead: (agentId: AgentId) => boolean;
  readonly refreshTasks: RefreshTasks;
  readonly listDependent: ListDependent;
};

/** The undo as an activity, and the subjects and tables that it may have changed. */
export type Undone = Recorded & {
  readonly subjects: readonly SubjectRef[];
  readonly tables: ReadonlySet<string>;
};

export type UndoActivity = ReturnType<typeof createUndoActivity>;

/** Takes back what an agent did last about a subject, exactly, as an activity of its own. */
export function createUndoActivity(dependencies: Dependencies) {
  const { inTransaction, activities, changeLog, isLead, refreshTasks, listDependent } = dependencies;

  function undoable(activityId: ActivityId, actor: Actor): Activity {
    const activity = activities.get(activityId);
    if (!activity) throw new AppError('not-found', '该记录已不存在');
    refuseForeign(activity, actor);
    if (activity.data.isAlongside === true) {
      throw new AppError('conflict', '该操作是和其他操作一起完成的，请撤销整次操作');
    }
    return activity;
  }

  function refuseForeign({ kind, agentId, importRunId }: Activity, actor: Actor): void {
    const { undo } = activityKindSpec(kind);
    const isAgents = importRunId === null && (undo === 'decision' || undo === 'entry');
    if (!isAgents) throw new AppError('invalid-input', '该记录不能撤销');
    const mayUndo = agentId === actor.agentId || (actor.agentId !== null && isLead(actor.agentId));
    if (!mayUndo) throw new AppError('invalid-input', '只能撤销自己的操作，他人的操作请主管撤销');
  }

  /** Refuses the undo if a later act is about any subject of the stroke. */
  function refuseIfBuiltOn(stroke: readonly Activity[]): void {
    const own = new Set(stroke.map(({ id }) => id));
    for (const activity of stroke) {
      const others = activities.listAfter(activity).filter(({ id }) => !own.has(id));
      const undone = new Set(others.map(({ data }) => data.undoes));
      if (undone.has(activity.id)) throw new AppError('conflict', '该操作已撤销');
      if (activityKindSpec(activity.kind).undo === 'entry') continue;
      const later = others.find((other) => !undone.has(other.id) && isBuiltOnOthers(other));
      if (later) throw new AppError('conflict', `之后已有「${activityLabel(later.kind)}」，不能撤销`);
    }
  }

  function recordUndone(activity: Activity, actor: Actor): Activity {
    const { id, subject, taskId, scriptId, data } = activity;
    return activities.append({
      ...activityBy(actor, subject),
      kind: 'undone',
      taskId,
      scriptId,
      data: { undoes: id, outcome: activity.kind, changes: (data.changes ?? []).toReversed().map(reversed) },
    });
  }

  return (activityId: ActivityId, actor: Actor): Undone =>
    inTransaction(() => {
      const activity = undoable(activityId, actor);
      const together = (activity.data.alongside ?? []).flatMap((id) => activities.get(id) ?? []);
      const all = [activity, ...together];
      refuseIfBuiltOn(all);
      const changes = all.flatMap(({ data }) => data.changes ?? []);
      const own = all.map(({ subject }) => subject);
      const subjects = distinct([...own, ...listDependent(own)]);
      changeLog.takeBack(changes, actor);
      for (const other of together) recordUndone(other, actor);
      const undone = recordUndone(activity, actor);
      const tables = new Set(changes.map(({ table }) => table));
      refreshTasks(subjects, actor.nowMs);
      return { activityId: undone.id, message: `已撤销：${activityLabel(activity.kind)}`, subjects, tables };
    });
}

const distinct = (refs: readonly SubjectRef[]): SubjectRef[] => [
  ...new Map(refs.map((ref) => [subjectKey(ref), ref])).values(),
];

/** An agent decided by what earlier activities had left in the store; an edit by an import did not look at it. */
function isBuiltOnOthers({ kind, importRunId }: Activity): boolean {
  const { undo } = activityKindSpec(kind);
  return undo === 'conclusion' || (undo === 'decision' && importRunId === null);
}
