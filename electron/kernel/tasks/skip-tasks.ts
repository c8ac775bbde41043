import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { subjectKey } from '../../../shared/domain/subjects/subject.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Deed } from '../activities/act.ts';
import { aboutTask, type TaskActionPorts, taskToDo } from './task-actions.ts';
import { together } from './together.ts';

type Request = { readonly taskIds: readonly TaskId[] };

/** An agent leaves it, and owes no reason: what the program has advised against, or what is not worth the words. */
export function createSkipTasks({ act, tasks, hooksOf }: TaskActionPorts) {
  function skipping(task: Task, actor: Actor): Deed {
    const { skip } = taskKindSpec(task.kind);
    const ended = hooksOf(task.kind).skip?.(task, actor);
    if (skip === null || ended === undefined) throw new AppError('conflict', '该类待办不能跳过');
    return { ...ended, ...aboutTask(task), kind: skip.activity };
  }

  return ({ taskIds }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      // It ends all of a kind that is to do about one subject, so one of its tasks is enough.
      const ofSubjects = new Map(
        taskIds.map((id) => {
          const task = taskToDo(tasks, id);
          return [`${task.kind}:${subjectKey(task.subject)}`, task];
        }),
      );
      return together([...ofSubjects.values()], {
        deedOf: (task) => skipping(task, actor),
        message: (count) => `已设为不催${count === 1 ? '' : `：${count} 单`}`,
      });
    });
}
