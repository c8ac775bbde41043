import { type Actor, given } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { UnpaidReason } from '../../../shared/domain/orders/unpaid-reason.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import type { Stroke } from '../activities/act.ts';
import { aboutTask, type TaskActionPorts, taskRow, taskToDo } from './task-actions.ts';

export type Snooze = {
  readonly taskId: TaskId;
  readonly untilMs: EpochMs;
  readonly reason?: UnpaidReason | null;
  /** In the agent's words: 「客户说 20:30 充值」. */
  readonly note?: string | null;
};

/** An agent chooses minutes, so a second more or less is no other choice. */
export function requireLater(untilMs: EpochMs, nowMs: EpochMs, message: string): EpochMs {
  const minute = Math.floor(untilMs / MINUTE) * MINUTE;
  if (minute <= nowMs) throw new AppError('invalid-input', message);
  return minute;
}

type PutOff = { readonly untilMs: EpochMs; readonly nowMs: EpochMs };

/** A task whose end stands is not put off beyond it: the moment would be gone without a word. */
function refuseBeyondEnd({ kind, plannedExpiryAtMs }: Task, { untilMs, nowMs }: PutOff): void {
  if (taskKindSpec(kind).snooze !== 'keeps-end' || plannedExpiryAtMs === null) return;
  if (untilMs < plannedExpiryAtMs) return;
  const end = momentText(plannedExpiryAtMs, nowMs);
  throw new AppError('invalid-input', `该待办 ${end} 到期失效，请选择更早的时间`);
}

/** A task comes back at the minute that the agent chose, whatever happens until then. */
export function createSnoozeTask({ act, tasks, hooksOf }: TaskActionPorts) {
  /** The stroke that puts a task off; a domain may do more in the same one. */
  function snoozing({ taskId, reason = null, note = null, ...request }: Snooze, { nowMs }: Actor): Stroke {
    const untilMs = requireLater(request.untilMs, nowMs, '延后的时间须晚于现在');
    const task = taskToDo(tasks, taskId);
    const instead = hooksOf(task.kind).insteadOfPutOff?.({ untilMs, reason, note }, task, nowMs);
    if (instead) return instead;
    refuseBeyondEnd(task, { untilMs, nowMs });
    const expiresAtMs = hooksOf(task.kind).endWhenPutOff?.(task, untilMs) ?? null;
    const about = aboutTask(task);
    return {
      ...about,
      kind: 'snoozed',
      data: { ...about.data, untilMs, ...given({ reason, text: note }) },
      rows: [taskRow(taskId)],
      write: () => void tasks.snooze(taskId, { untilMs, note, expiresAtMs }, nowMs),
      message: `已延后到 ${momentText(untilMs, nowMs)}`,
    };
  }

  return {
    snoozing,
    snoozeTask: (request: Snooze, actor: Actor): Recorded => act(actor, () => snoozing(request, actor)),
  };
}

export type Snoozing = ReturnType<typeof createSnoozeTask>['snoozing'];
