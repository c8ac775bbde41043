import type { ReactNode } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { type SubjectRef, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { attentionAtMs, type Task, taskName } from '../../../shared/domain/tasks/task.ts';
import { TimeLeft } from '../../ui/facts/time-left.tsx';

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
  readonly subject: SubjectRef;
  readonly tasks: readonly Task[];
  readonly current: Task | null;
  readonly advice: ReactNode;
  readonly onTask: (taskId: TaskId) => void;
};

/** Why the subject is before the agent, and whether it is wise to write. */
export function TaskStrip({ subject, tasks, current, advice, onTask }: TaskStripProps) {
  const what = subjectLabel(subject.kind);
  return (
    <div className="task-strip">
      {tasks.length === 0 ? (
        <p className="muted task-none">该{what}没有待办</p>
      ) : (
        <ul aria-label={`该${what}的待办`}>
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} isCurrent={task.id === current?.id} onTask={onTask} />
          ))}
        </ul>
      )}
      {advice}
    </div>
  );
}
