import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { UnpaidReason } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { Task, TaskKind } from '../../../shared/domain/tasks/task.ts';
import type { Agents } from '../../../shared/domain/team/require-team.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WarningChecks } from '../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { TaskStore } from '../../store/tasks/task-store.ts';
import type { Act, Deed, Stroke } from '../activities/act.ts';

export type Completion = {
  readonly taskId: TaskId;
  readonly reason?: UnpaidReason | null;
  readonly note?: string | null;
  /** Checks that some steps want before they are done. */
  readonly checks?: WarningChecks | null;
  /** Whether the message was typed by hand; left out, nobody was asked. */
  readonly isTypedByHand?: boolean | null;
};

/** In the same stroke as the completion. */
export type AfterDone = Pick<Stroke, 'rows' | 'write' | 'alongside'>;

/** A domain adds these to the actions on tasks of its kind. */
export type TaskHooks = {
  /** Refuses a task that may not be done yet. */
  readonly beforeDone?: (task: Task, completion: Completion) => void;
  /** The words of the record where the agent has written nothing. */
  readonly textOfDone?: (task: Task) => string | null;
  /** Further changes that come with the completion and go with its undo. */
  readonly afterDone?: (task: Task, actor: Actor) => AfterDone | null;
  /** Ends what the task belongs to, because an agent leaves it; only a kind whose tasks can be left has it. */
  readonly skip?: (task: Task, actor: Actor) => Pick<Deed, 'rows' | 'write'>;
  /** Takes the place of a snooze to a time that the task does not live to see; `null` where it does. */
  readonly insteadOfPutOff?: (
    request: {
      readonly untilMs: EpochMs;
      readonly reason?: UnpaidReason | null;
      readonly note?: string | null;
    },
    task: Task,
    nowMs: EpochMs,
  ) => Stroke | null;
  /** The end to which a snooze puts the task off, `null` for none. */
  readonly endWhenPutOff?: (task: Task, untilMs: EpochMs) => EpochMs | null;
};

export type HooksByKind = { readonly [K in TaskKind]?: TaskHooks };

export type TaskActionPorts = {
  readonly act: Act;
  readonly tasks: Pick<
    TaskStore,
    'get' | 'complete' | 'snooze' | 'setOwner' | 'clearMissed' | 'insert' | 'idOf'
  >;
  readonly agents: Agents;
  readonly hooksOf: (kind: TaskKind) => TaskHooks;
};

/** The task is still to be done by somebody, or the act is refused with what became of it. */
export function taskToDo(tasks: Pick<TaskStore, 'get'>, id: TaskId): Task {
  const task = tasks.get(id);
  if (!task) throw new AppError('not-found', '该待办已不存在');
  if (task.state === 'done') throw new AppError('conflict', '该待办已完成');
  if (task.state === 'cancelled') throw new AppError('conflict', `该待办已取消：${task.cancelReason ?? ''}`);
  return task;
}

export const taskRow = (id: TaskId) => ({ table: 'tasks', id }) as const;

/** Every activity about a task says this of it. */
export const aboutTask = ({ id, subject, kind, step }: Task) => ({
  subject,
  taskId: id,
  data: { taskKind: kind, step },
});
