import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import {
  type TaskKind,
  type TaskPlace,
  taskKindLabel,
  taskKindSpec,
  type WantedTask,
} from '../../../shared/domain/tasks/task.ts';
import { BY_HAND } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { momentText, requireLater } from './snooze-task.ts';
import { type TaskActionPorts, taskRow } from './task-actions.ts';

type Request = {
  readonly subject: SubjectRef;
  readonly kind: TaskKind;
  /** The thing to do, in the agent's words. */
  readonly text: string;
  readonly dueAtMs: EpochMs;
  readonly ownerId: AgentId | null;
};

type Ports = TaskActionPorts & {
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => TaskPlace;
  readonly newId: (nowMs: EpochMs) => string;
};

/** A promise that an agent writes down, about any subject: it is reminded of like any other task. */
export function createCreateTask({ act, tasks, placeOf, newId }: Ports) {
  return ({ subject, kind, text, ownerId, ...request }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      if (!taskKindSpec(kind).isMadeByHand) {
        throw new AppError('invalid-input', `「${taskKindLabel(kind)}」待办由规则生成，不能手工登记`);
      }
      const dueAtMs = requireLater(request.dueAtMs, actor.nowMs, '到期时间须晚于现在');
      const wanted: WantedTask = {
        kind,
        subject,
        step: BY_HAND,
        occurrence: newId(actor.nowMs),
        dueAtMs,
        expiresAtMs: null,
        amountAtRiskFen: 0,
        reason: text,
        advice: null,
        ...(ownerId === null ? {} : { ownerId }),
      };
      const place = placeOf(subject);
      const taskId = tasks.idOf(wanted);
      return {
        subject,
        kind: 'task-created',
        taskId,
        data: { taskKind: kind, step: BY_HAND, untilMs: dueAtMs, text },
        rows: [taskRow(taskId)],
        write: () => void tasks.insert(wanted, place, actor.nowMs),
        message: `已登记，${momentText(dueAtMs)} 提醒`,
      };
    });
}
