import { type Actor, given } from '../../../shared/domain/activities/acting.ts';
import type { AgentId, TaskId } from '../../../shared/domain/ids.ts';
import { requireAgent } from '../../../shared/domain/team/require-team.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Deed } from '../activities/act.ts';
import { aboutTask, type TaskActionPorts, taskRow, taskToDo } from './task-actions.ts';

type Request = {
  readonly taskIds: readonly TaskId[];
  /** `null`: the tasks belong to no agent again. */
  readonly toAgentId: AgentId | null;
  readonly note?: string | null;
};

/** H1, H6: tasks change hands together, and one undo takes all of them back. */
export function createHandOverTasks({ act, tasks, agents }: TaskActionPorts) {
  return ({ taskIds, toAgentId, note }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      if (toAgentId !== null) requireAgent(agents, toAgentId);
      // An agent who takes something for themselves was given nothing.
      const isGiven = toAgentId !== null && toAgentId !== actor.agentId;
      const givenById = isGiven ? actor.agentId : null;
      const deeds = [...new Set(taskIds)].map((id): Deed => {
        const about = aboutTask(taskToDo(tasks, id));
        return {
          ...about,
          kind: 'handed-over',
          data: { ...about.data, ...given({ toAgentId, text: note }) },
          rows: [taskRow(id)],
          write: () => void tasks.setOwner(id, { ownerId: toAgentId, givenById }, actor.nowMs),
        };
      });
      const [lead, ...alongside] = deeds;
      if (!lead) throw new AppError('invalid-input', '请选择待办');
      const verb = toAgentId === null ? '已取消负责人' : '已转交';
      return { ...lead, alongside, message: `${verb} ${deeds.length} 条待办` };
    });
}
