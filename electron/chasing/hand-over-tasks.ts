import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { AgentId, TaskId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type ChasingPorts, taskToDo } from './ports.ts';

type Request = {
  readonly taskIds: readonly TaskId[];
  /** `null`: it is nobody's again. */
  readonly toAgentId: AgentId | null;
  readonly note?: string | null;
};
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'tasks' | 'activities'>;

/** H1, H6: tasks change hands together, and one undo takes all of them back. */
export function createHandOverTasks({ inTransaction, tasks, activities }: Dependencies) {
  return ({ taskIds, toAgentId, note }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const handed = [...new Set(taskIds)].map((id) => {
        const before = taskToDo(tasks, id);
        const after = tasks.setOwner(id, toAgentId, actor.nowMs);
        return { before, changes: changesOf(['task', id], before, after ?? before) };
      });
      const [lead, ...others] = handed;
      if (!lead) throw new AppError('invalid-input', '请选择待办');
      const record = ({ before }: typeof lead, data: object) =>
        activities.append({
          ...activityBy(actor, before.subject),
          kind: 'handed-over',
          taskId: before.id,
          data: { taskKind: before.kind, step: before.step, ...given({ toAgentId, text: note }), ...data },
        });
      const batch = others.map((other) => record(other, {}).id);
      const changes = Object.assign({}, ...handed.map((one) => one.changes));
      const activity = record(lead, { changes, ...(batch.length > 0 ? { batch } : {}) });
      const verb = toAgentId === null ? '已取消负责人' : '已转交';
      return { activityId: activity.id, message: `${verb} ${handed.length} 条待办` };
    });
}
