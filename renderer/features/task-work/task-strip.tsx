import type { ReactNode } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { type SubjectRef, subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import { attentionAtMs, type Task, taskKindSpec, taskName } from '../../../shared/domain/tasks/task.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';

/** The time that is left until the end, in the colour of the last hour alone. */
function Left({ endsAtMs }: { readonly endsAtMs: number }) {
  const nowMs = useNow(MINUTE);
  const leftMs = endsAtMs - nowMs;
  return (
    <time
      className="sentence-left numeric"
      data-last-hour={(leftMs > 0 && leftMs <= HOUR) || undefined}
      dateTime={new Date(endsAtMs).toISOString()}
      title={formatMoment(endsAtMs, nowMs)}
    >
      {leftMs > 0 ? `还剩 ${formatDuration(leftMs)}` : `已过截止 ${formatDuration(leftMs)}`}
    </time>
  );
}

type SentenceProps = { readonly task: Task; readonly endsAtMs: number | null };

/** The step, its reason, and how long it can wait. */
function Sentence({ task, endsAtMs }: SentenceProps) {
  const nowMs = useNow(MINUTE);
  const atMs = attentionAtMs(task);
  const end = endsAtMs ?? task.expiresAtMs;
  return (
    <p className="task-sentence">
      <strong>{taskName(task)}</strong>
      <span>{task.snoozeNote ?? task.reason}</span>
      {atMs > nowMs && <span className="numeric">{formatMoment(atMs, nowMs)} 提醒</span>}
      {end !== null && <Left endsAtMs={end} />}
    </p>
  );
}

type StepProps = {
  readonly task: Task;
  readonly isCurrent: boolean;
  readonly onTask: (id: TaskId) => void;
};

function Step({ task, isCurrent, onTask }: StepProps) {
  const nowMs = useNow(MINUTE);
  return (
    <li>
      <button
        type="button"
        className="task-step"
        aria-current={isCurrent ? 'step' : undefined}
        title={task.snoozeNote ?? task.reason}
        onClick={() => onTask(task.id)}
      >
        <span className="task-step-dot" aria-hidden="true" />
        {taskName(task)}
        {!taskKindSpec(task.kind).isNamedByStep && (
          <span className="task-step-what truncate">{task.reason}</span>
        )}
        <time className="numeric" dateTime={new Date(attentionAtMs(task)).toISOString()}>
          {formatMoment(attentionAtMs(task), nowMs)}
        </time>
      </button>
    </li>
  );
}

type TaskStripProps = {
  readonly subject: SubjectRef;
  readonly tasks: readonly Task[];
  readonly current: Task | null;
  readonly endsAtMs: number | null;
  readonly advice: ReactNode;
  readonly idle: string | undefined;
  readonly onTask: (taskId: TaskId) => void;
};

/** Why the subject is before the agent, what else is to do about it, and whether it is wise to write. */
export function TaskStrip({ subject, tasks, current, endsAtMs, advice, idle, onTask }: TaskStripProps) {
  const what = subjectLabel(subject.kind);
  return (
    <div className="task-strip">
      {current && <Sentence task={current} endsAtMs={endsAtMs} />}
      {tasks.length === 0 && <p className="muted task-none">{idle ?? `该${what}没有待办`}</p>}
      {(tasks.length > 1 || (tasks.length === 1 && current === null)) && (
        <ol className="task-steps" aria-label={`该${what}的待办`}>
          {tasks.map((task) => (
            <Step key={task.id} task={task} isCurrent={task.id === current?.id} onTask={onTask} />
          ))}
        </ol>
      )}
      {advice}
    </div>
  );
}
