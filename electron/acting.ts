import type { AgentId } from '../shared/domain/ids.ts';
import { createChaseHooks } from './chasing/chase-hooks.ts';
import { createAct } from './kernel/activities/act.ts';
import { createAddNote } from './kernel/activities/add-note.ts';
import { createUndoActivity } from './kernel/activities/undo-activity.ts';
import { createChangeLog } from './kernel/changes/change-log.ts';
import type { RefreshTasks } from './kernel/subjects/refresh-tasks.ts';
import type { Subjects } from './kernel/subjects/subjects.ts';
import { createTaskActions } from './kernel/tasks/create-task-actions.ts';
import type { InTransaction } from './store/connection.ts';
import { newId } from './store/identity.ts';
import type { Stores } from './store/stores.ts';
import { type UndoCheck, undoableTablesOf } from './store/undoable-table.ts';

type Parts = {
  readonly stores: Stores;
  readonly subjects: Subjects;
  readonly refreshTasks: RefreshTasks;
  readonly isLead: (id: AgentId) => boolean;
  readonly inTransaction: InTransaction;
  /** What the domains refuse to take back. */
  readonly undoChecks: readonly UndoCheck[];
};

/** Joins what an agent can do to any task and any subject, and the one way back from all of it. */
export function createActing({ stores, subjects, refreshTasks, isLead, inTransaction, ...parts }: Parts) {
  const { activities, disputes, tasks } = stores;
  const { placeOf } = subjects;
  const changeLog = createChangeLog(undoableTablesOf(stores), parts.undoChecks);
  const act = createAct({ inTransaction, activities, changeLog, refreshTasks });
  const hooks = createChaseHooks({ activities, disputes, subjects: stores.subjects });
  return {
    act,
    taskActions: createTaskActions({ act, tasks, hooksOf: (kind) => hooks[kind] ?? {}, placeOf, newId }),
    addNote: createAddNote({ act, placeOf }),
    undoActivity: createUndoActivity({ inTransaction, activities, changeLog, isLead, refreshTasks }),
  };
}
