import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { attentionAtMs, isMissed, type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { createCompleteTask } from './complete-task.ts';
import type { Snoozing } from './snooze-task.ts';
import { type TaskActionPorts, taskToDo } from './task-actions.ts';
import { together } from './together.ts';

type Ids = { readonly taskIds: readonly TaskId[] };
type SnoozeMany = Ids & { readonly untilMs: EpochMs; readonly note?: string | null };

type Ports = Pick<TaskActionPorts, 'act' | 'tasks'> &
  Pick<ReturnType<typeof createCompleteTask>, 'completing'> & { readonly snoozing: Snoozing };

/** The tasks of several cards at once, in one stroke that one undo takes back. */
export function createManyTasks({ act, tasks, completing, snoozing }: Ports) {
  /** Of each card what is due, so that it leaves the queue until then; of one with nothing due, what comes first. */
  function toPutOff(taskIds: readonly TaskId[], { nowMs }: Actor): Task[] {
    const all = [...new Set(taskIds)].map((id) => taskToDo(tasks, id));
    return [...Map.groupBy(all, ({ matter }) => matter).values()].flatMap((card) => {
      const useful = card
        .filter((task) => !isMissed(task, nowMs))
        .toSorted((a, b) => attentionAtMs(a) - attentionAtMs(b));
      const due = useful.filter((task) => attentionAtMs(task) <= nowMs);
      return due.length > 0 ? due : useful.slice(0, 1);
    });
  }

  /** A message is written to one customer: that many were sent at once would be said of words that nobody has sent. */
  function refuseMessage(id: TaskId): void {
    const task = taskToDo(tasks, id);
    if (!taskKindSpec(task.kind).isDoneInBulk)
      throw new AppError('conflict', `「${taskKindSpec(task.kind).label}」请逐条完成`);
  }

  return {
    completeTasks: ({ taskIds }: Ids, actor: Actor): Recorded =>
      act(actor, () =>
        together([...new Set(taskIds)], {
          deedOf(taskId) {
            refuseMessage(taskId);
            return completing({ taskId }, actor);
          },
          message: (count) => `已完成 ${count} 条待办`,
        }),
      ),
    snoozeTasks: ({ taskIds, untilMs, note = null }: SnoozeMany, actor: Actor): Recorded =>
      act(actor, () =>
        together(toPutOff(taskIds, actor), {
          deedOf: ({ id }) => snoozing({ taskId: id, untilMs, note }, actor),
          message: (count) => `已延后 ${count} 条到 ${momentText(untilMs, actor.nowMs)}`,
        }),
      ),
  };
}
