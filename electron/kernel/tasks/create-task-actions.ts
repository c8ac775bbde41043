import { createCompleteTask } from './complete-task.ts';
import { createCreateTask } from './create-task.ts';
import { createHandOverTasks } from './hand-over-tasks.ts';
import { createSnoozeTask } from './snooze-task.ts';

type Ports = Parameters<typeof createCreateTask>[0];

export type TaskActions = ReturnType<typeof createTaskActions>;

/** The actions of agents on tasks of any kind, about any subject. */
export function createTaskActions(ports: Ports) {
  return {
    ...createSnoozeTask(ports),
    completeTask: createCompleteTask(ports),
    handOverTasks: createHandOverTasks(ports),
    createTask: createCreateTask(ports),
  };
}
