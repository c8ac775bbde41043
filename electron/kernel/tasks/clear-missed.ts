import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { isMissed } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { aboutTask, type TaskActionPorts, taskRow, taskToDo } from './task-actions.ts';
import { together } from './together.ts';

type Request = { readonly taskIds: readonly TaskId[] };

/** Missed tasks go out of sight together; that they were missed stays on record. */
export function createClearMissed({ act, tasks }: TaskActionPorts) {
  return ({ taskIds }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const all = [...new Set(taskIds)].map((id) => taskToDo(tasks, id));
      const cards = new Set(all.map(({ matter }) => matter)).size;
      return together(all, {
        deedOf(task) {
          if (!isMissed(task, actor.nowMs)) throw new AppError('conflict', '该待办仍可处理，不能清除');
          return {
            ...aboutTask(task),
            kind: 'missed-cleared',
            rows: [taskRow(task.id)],
            write: () => void tasks.clearMissed(task.id, actor.nowMs),
          };
        },
        message: () => `已清除 ${cards} 项已错过`,
      });
    });
}
