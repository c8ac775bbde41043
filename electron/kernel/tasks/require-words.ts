import { taskKindSpec, type WantedTask } from '../../../shared/domain/tasks/task.ts';

/** An agent reads the step in the timeline and in exports, where a key of ours would stand without a word for it. */
export function requireWords({ kind, step }: WantedTask): void {
  if (taskKindSpec(kind).stepLabel(step) === undefined)
    throw new Error(`The step ${step} of the task ${kind} has no words in shared/domain/tasks/task-kinds`);
}
