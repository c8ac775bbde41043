import './task-work.css';
import { useEffect, useEffectEvent } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { currentTask } from '../../../shared/domain/tasks/current-task.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import { isFocusFree } from '../../lib/focus-home.ts';
import type { PanelAction, SubjectFrameProps } from '../../lib/place/subject-panel.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';
import { MakeTaskForm } from './make-task-form.tsx';
import { Records } from './records.tsx';
import { NoteForm, SnoozeForm } from './task-forms.tsx';
import { TaskStrip } from './task-strip.tsx';
import { useTaskWork } from './use-task-work.ts';
import { WorkActions } from './work-actions.tsx';

/** Where nothing is due, the next one: an agent who opens an order may be early. A task that is done stands for no other. */
const taskOf = ({ tasks, nowMs }: SubjectFrameProps, taskId: TaskId | null): Task | null =>
  currentTask({ tasks, taskId, nowMs }) ?? (taskId === null ? (tasks[0] ?? null) : null);

/** The actions on any task of any subject, the everyday one first. */
function sharedActions({ subject, putOffLimit }: SubjectFrameProps, task: Task | null): PanelAction[] {
  return [
    {
      shortcut: SHORTCUTS.snooze,
      label: '延后',
      isPossible: task !== null,
      form: (work) => task && <SnoozeForm task={task} work={work} limit={putOffLimit?.(task) ?? null} />,
    },
    {
      shortcut: SHORTCUTS.note,
      label: '内部备注',
      isPossible: true,
      form: (work) => <NoteForm subject={subject} work={work} />,
    },
    {
      shortcut: SHORTCUTS.makeTask,
      label: '新待办',
      isPossible: true,
      form: (work) => <MakeTaskForm subject={subject} work={work} />,
    },
    {
      shortcut: SHORTCUTS.handOver,
      label: '转交',
      isPossible: task !== null,
      form: (work) =>
        task && <HandOverForm taskIds={[task.id]} onDone={work.finish} onUndone={work.comeBack} />,
    },
  ];
}

function Body({ subject, facts, aside, aboveTimeline }: SubjectFrameProps) {
  return (
    <div className="work-body">
      <div className="work-columns">
        <div className="work-facts">{facts}</div>
        {aside && (
          <aside className="work-aside" aria-label={aside.label}>
            {aside.content}
          </aside>
        )}
      </div>
      <Records subject={subject} above={aboveTimeline} />
    </div>
  );
}

/** Every panel of the workbench has this frame: its tasks, their actions, notes and the timeline. */
export function SubjectFrame(props: SubjectFrameProps) {
  const { subject, openSubject, actionsBefore = [], actionsAfter = [] } = props;
  const task = taskOf(props, props.taskId);
  const work = useTaskWork({ ...props, task });
  const settle = useEffectEvent(() => {
    if (isFocusFree()) props.onUnfocused();
  });
  useEffect(() => settle(), []);
  return (
    <>
      {props.header}
      <TaskStrip
        subject={subject}
        tasks={props.tasks}
        current={task}
        endsAtMs={props.endsAtMs ?? null}
        onTask={(id) => openSubject(subject, id)}
        advice={props.advice}
        idle={props.idle}
      />
      <Body {...props} />
      <WorkActions work={work} actions={[...actionsBefore, ...sharedActions(props, task), ...actionsAfter]} />
    </>
  );
}
