import { createRefreshing } from './kernel/subjects/refresh-tasks.ts';
import type { SubjectModule } from './kernel/subjects/subject-module.ts';
import { createSubjects } from './kernel/subjects/subjects.ts';
import { createQueue } from './kernel/tasks/queue.ts';
import { createSubjectModules } from './modules.ts';
import type { WritableDb } from './store/connection.ts';
import type { Stores } from './store/stores.ts';
import { createTaskQueue } from './store/tasks/task-queue.ts';
import { createTaskSearch } from './store/tasks/task-search.ts';

type Parts = {
  readonly db: WritableDb;
  readonly stores: Stores;
  /** Every kind of subject that can have tasks; left out: those of the product. */
  readonly subjectModules?: (stores: Stores, db: WritableDb) => readonly SubjectModule[];
};

/** X1, H6: the subjects, what their rules want of them, and the queue of it. */
export function createTasks({ db, stores, subjectModules = createSubjectModules }: Parts) {
  const subjects = createSubjects(subjectModules(stores, db));
  const { refreshTasks, listLive } = createRefreshing({ subjects, tasks: stores.tasks });
  const search = createTaskSearch(db, subjects.wordSources);
  return {
    subjects,
    refreshTasks,
    listLive,
    queue: createQueue({ subjects, store: createTaskQueue(db, search) }),
  };
}
