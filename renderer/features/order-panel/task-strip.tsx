import type { TaskId } from '../../../shared/domain/ids.ts';
import { attentionAtMs, type Task, taskName } from '../../../shared/domain/task.ts';
import type { OrderDetail } from '../../../shared/ipc/contract/order-contract.ts';
import { AdviceTag } from '../../ui/advice-tag.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';

/** P-advice in figures: 3 日内总订单 n / 未支付 / 已支付 / 已关闭 */
function Recent({ detail }: { readonly detail: OrderDetail }) {
  const recent = detail.customer?.recent;
  if (!recent) return null;
  return (
    <span className="order-recent numeric">
      3 日内订单 {recent.total}：未支付 {recent.unpaid} / 已支付 {recent.paid} / 已关闭 {recent.closed}
    </span>
  );
}

function TaskLine({
  task,
  isCurrent,
  onTask,
}: {
  task: Task;
  isCurrent: boolean;
  onTask: (id: TaskId) => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="task-line"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onTask(task.id)}
      >
        <span className="task-line-name">{taskName(task)}</span>
        <span className="truncate muted" title={task.snoozeNote ?? task.reason}>
          {task.snoozeNote ?? task.reason}
        </span>
        <span className="task-line-time">
          <TimeLeft atMs={attentionAtMs(task)} {...(task.state === 'snoozed' ? { event: '提醒' } : {})} />
        </span>
      </button>
    </li>
  );
}

type TaskStripProps = {
  readonly detail: OrderDetail;
  readonly task: Task | null;
  readonly onTask: (taskId: TaskId) => void;
};

/** Why the order is before the agent, and whether chasing it is wise. */
export function TaskStrip({ detail, task, onTask }: TaskStripProps) {
  return (
    <div className="task-strip">
      {detail.tasks.length === 0 ? (
        <p className="muted task-none">该订单没有待办</p>
      ) : (
        <ul aria-label="该订单的待办">
          {detail.tasks.map((one) => (
            <TaskLine key={one.id} task={one} isCurrent={one.id === task?.id} onTask={onTask} />
          ))}
        </ul>
      )}
      <div className="task-advice">
        <AdviceTag advice={detail.advice} />
        <Recent detail={detail} />
      </div>
    </div>
  );
}
