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
import { requireAgent } from '../../../shared/domain/team/require-team.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Deed } from '../activities/act.ts';
import { requireLater } from './snooze-task.ts';
import { type TaskActionPorts, taskRow } from './task-actions.ts';

type Request = {
  /** One task for each of them. */
  readonly subjects: readonly SubjectRef[];
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

/** A promise that an agent writes down, about any subjects: each is reminded of like any other task. */
export function createCreateTasks({ act, tasks, agents, placeOf, newId }: Ports) {
  return ({ subjects, kind, text, ownerId, ...request }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      if (!taskKindSpec(kind).isMadeByHand) {
        throw new AppError('invalid-input', `「${taskKindLabel(kind)}」待办由规则生成，不能手工登记`);
      }
      if (ownerId !== null) requireAgent(agents, ownerId);
      const dueAtMs = requireLater(request.dueAtMs, actor.nowMs, '到期时间须晚于现在');
      const deeds = subjects.map((subject): Deed => {
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
          isPromise: true,
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
        };
      });
      const [lead, ...alongside] = deeds;
      if (!lead) throw new AppError('invalid-input', '请选择要登记的对象');
      const many = deeds.length > 1 ? ` ${deeds.length} 项` : '';
      return { ...lead, alongside, message: `已登记${many}，${momentText(dueAtMs, actor.nowMs)} 提醒` };
    });
}
