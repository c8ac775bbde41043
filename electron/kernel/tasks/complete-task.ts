import { type Actor, given } from '../../../shared/domain/activities/acting.ts';
import { taskKindSpec, taskName } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Stroke } from '../activities/act.ts';
import { aboutTask, type Completion, type TaskActionPorts, taskRow, taskToDo } from './task-actions.ts';

/** Records that a task was done, and whatever its kind does with it. */
export function createCompleteTask({ act, tasks, hooksOf }: TaskActionPorts) {
  function completing(completion: Completion, actor: Actor): Stroke {
    const { taskId, reason, note } = completion;
    const task = taskToDo(tasks, taskId);
    const { done, answeredIn } = taskKindSpec(task.kind);
    const elsewhere = answeredIn(task.step);
    if (elsewhere !== null) throw new AppError('conflict', `请在「${elsewhere}」中同意或不同意`);
    const { beforeDone, afterDone, textOfDone } = hooksOf(task.kind);
    beforeDone?.(task, completion);
    const also = afterDone?.(task, actor);
    const about = aboutTask(task);
    return {
      ...about,
      kind: done.activity,
      data: { ...about.data, ...given({ reason, text: note ?? textOfDone?.(task) }) },
      rows: [taskRow(taskId), ...(also?.rows ?? [])],
      write() {
        tasks.complete(taskId, actor.nowMs);
        also?.write?.();
      },
      alongside: also?.alongside ?? [],
      message: `已记录：${taskName(task)}`,
    };
  }

  return {
    completing,
    completeTask: (completion: Completion, actor: Actor): Recorded =>
      act(actor, () => completing(completion, actor)),
  };
}
