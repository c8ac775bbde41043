import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { createClearMissed } from './clear-missed.ts';
import { createCompleteTask } from './complete-task.ts';
import { createCreateTasks } from './create-task.ts';
import { createHandOverTasks } from './hand-over-tasks.ts';
import { createManyTasks } from './many-tasks.ts';
import { createSkipTasks } from './skip-tasks.ts';
import { createSnoozeTask } from './snooze-task.ts';

type Ports = Parameters<typeof createCreateTasks>[0];
type CreateTasks = ReturnType<typeof createCreateTasks>;
type OneTask = Omit<Parameters<CreateTasks>[0], 'subjects'> & { readonly subject: SubjectRef };

export type TaskActions = ReturnType<typeof createTaskActions>;

/** The actions of agents on tasks of any kind, about any subject. */
export function createTaskActions(ports: Ports) {
  const snooze = createSnoozeTask(ports);
  const complete = createCompleteTask(ports);
  const createTasks = createCreateTasks(ports);
  return {
    ...snooze,
    ...complete,
    ...createManyTasks({ ...ports, ...snooze, ...complete }),
    skipTasks: createSkipTasks(ports),
    clearMissed: createClearMissed(ports),
    handOverTasks: createHandOverTasks(ports),
    createTasks,
    createTask: ({ subject, ...task }: OneTask, actor: Actor) =>
      createTasks({ ...task, subjects: [subject] }, actor),
  };
}
