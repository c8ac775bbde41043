import { type ImportEffect, todoEffect } from '../../shared/domain/import-effect.ts';
import { TASK_KINDS } from '../../shared/domain/tasks/task.ts';
import type { NewTasks } from '../kernel/subjects/new-tasks.ts';

/** In the order of the kinds, whichever row of the file comes first. */
export const toDoEffects = (newTasks: NewTasks): ImportEffect[] =>
  TASK_KINDS.flatMap((kind) => {
    const sum = newTasks.get(kind);
    return sum === undefined ? [] : todoEffect(kind, sum);
  });

/** The effects of new tasks stand in the place of those that the payments alone let expect. */
export function withToDo(
  shown: readonly ImportEffect[],
  toDo: readonly ImportEffect[],
): readonly ImportEffect[] {
  const at = shown.findIndex(({ tone }) => tone === 'todo');
  const others = shown.filter(({ tone }) => tone !== 'todo');
  return others.toSpliced(at === -1 ? others.length : at, 0, ...toDo);
}
