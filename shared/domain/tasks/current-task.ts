import type { TaskId } from '../ids.ts';
import { attentionAtMs, isMissed, isToDo, type Task } from './task.ts';

type Asked = {
  /** Those of one subject, the most urgent first. */
  readonly tasks: readonly Task[];
  /** The task by which the agent came. */
  readonly taskId: TaskId | null;
  readonly nowMs: number;
};

/**
 * The task that an agent is at: the one by which they came as long as it is still to do, else the one that is due, and
 * one that was missed only where nothing else is.
 * Panel, scripts and palette go by the same one, so that no words are said for a step that is over.
 */
export function currentTask({ tasks, taskId, nowMs }: Asked): Task | null {
  const toDo = tasks.filter(isToDo);
  const due = toDo.filter((task) => attentionAtMs(task) <= nowMs);
  return toDo.find(({ id }) => id === taskId) ?? due.find((task) => !isMissed(task, nowMs)) ?? due[0] ?? null;
}
