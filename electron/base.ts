import type { AgentId, ShopId } from '../shared/domain/ids.ts';
import { leads } from '../shared/domain/team/agent.ts';
import { requireShop } from '../shared/domain/team/require-team.ts';
import type { ShopSettings } from '../shared/domain/team/shop.ts';
import type { Clock } from '../shared/time/clock.ts';
import { createAct } from './kernel/activities/act.ts';
import { createAddNote } from './kernel/activities/add-note.ts';
import { createUndoActivity } from './kernel/activities/undo-activity.ts';
import { createChangeLog } from './kernel/changes/change-log.ts';
import { createEndsOf } from './kernel/deadlines/end-of.ts';
import { createRefreshing } from './kernel/subjects/refresh-tasks.ts';
import { createSubjects } from './kernel/subjects/subjects.ts';
import { createTaskActions } from './kernel/tasks/create-task-actions.ts';
import { createQueue } from './kernel/tasks/queue.ts';
import { requireWords } from './kernel/tasks/require-words.ts';
import { createStores, createSubjectModules, createTaskHooks, createUndoHooks } from './modules.ts';
import { createInTransaction, type WritableDb } from './store/connection.ts';
import {
  customerIdOf,
  maskedCustomerIdOf,
  newId,
  numberedIdOf,
  orderIdOf,
  scriptGroupIdOf,
  scriptIdOf,
  shopIdOf,
} from './store/identity.ts';
import { createRankedTasks } from './store/tasks/ranked-tasks.ts';
import { createTaskQueue } from './store/tasks/task-queue.ts';
import { createTaskSearch } from './store/tasks/task-search.ts';
import { undoableTablesOf } from './store/undoable-table.ts';

export type Base = ReturnType<typeof createBase>;

export type Given = { readonly db: WritableDb; readonly clock: Clock };

/**
 * The common ground of all domains: the stores, the subjects with their tasks, and the one way in which an agent
 * changes anything. A domain names in its own type the parts that it takes of this, so it can be handed over whole.
 */
export function createBase({ db, clock }: Given) {
  const inTransaction = createInTransaction(db);
  const stores = createStores(db);
  const { activities, agents, shops, tasks } = stores;

  const subjects = createSubjects(createSubjectModules(stores));
  const { refreshTasks, listDependent, listLive, hasForgotten } = createRefreshing({
    subjects,
    tasks,
    requireWords,
  });
  const { placeOf } = subjects;
  const rankedTasks = createRankedTasks(db);
  const isLead = (id: AgentId) => leads(agents.get(id)?.role);

  const changeLog = createChangeLog(undoableTablesOf(stores), createUndoHooks(stores, clock.now));
  const act = createAct({ inTransaction, activities, changeLog, refreshTasks });
  const hooks = createTaskHooks(stores);

  return {
    db,
    clock,
    now: clock.now,
    stores,
    inTransaction,
    newId,
    shopIdOf,
    numberedIdOf,
    orderIdOf,
    customerIdOf,
    maskedCustomerIdOf,
    scriptIdOf,
    scriptGroupIdOf,
    isLead,
    settingsOf: (id: ShopId): ShopSettings => requireShop(shops, id).settings,
    subjects,
    placeOf,
    endsOf: createEndsOf({ deadlines: stores.deadlines, endsOf: subjects.endsOf }),
    refreshTasks,
    listDependent,
    listLive,
    hasForgotten,
    queue: createQueue({
      subjects,
      store: createTaskQueue(db, rankedTasks, createTaskSearch(db, rankedTasks, subjects.wordSources)),
    }),
    act,
    taskActions: createTaskActions({
      act,
      tasks,
      agents,
      hooksOf: (kind) => hooks[kind] ?? {},
      placeOf,
      newId,
    }),
    addNote: createAddNote({ act, placeOf }),
    undoActivity: createUndoActivity({
      inTransaction,
      activities,
      changeLog,
      isLead,
      refreshTasks,
      listDependent,
    }),
  };
}
