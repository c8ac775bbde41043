import { subjectLabel } from '../../../shared/domain/subjects/subject.ts';
import './task-work.css';
import { Tabs } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { z } from 'zod';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { attentionAtMs, type Task } from '../../../shared/domain/tasks/task.ts';
import type { PanelAction, SubjectFrameProps } from '../../lib/place/subject-panel.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { useElementWidth } from '../../lib/use-element-width.ts';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';
import { MakeTaskForm } from './make-task-form.tsx';
import { NoteForm, SnoozeForm } from './task-forms.tsx';
import { TaskStrip } from './task-strip.tsx';
import { Timeline } from './timeline.tsx';
import { useTaskWork } from './use-task-work.ts';
import { WorkActions } from './work-actions.tsx';

/** From here on what stands aside has a column of its own. */
const WIDE_PX = 860;
/** So many of the last records are shown without being asked for. */
const LAST_RECORDS = 5;

const TABS = ['facts', 'aside', 'timeline'] as const;

/** The task by which the agent came, else the most urgent one. */
function currentTask({ tasks, nowMs }: SubjectFrameProps, taskId: TaskId | null): Task | null {
  const own = tasks.find(({ id }) => id === taskId);
  if (own || taskId === null) return own ?? tasks[0] ?? null;
  // That task is done: a second press must not record a message that is only due later.
  return tasks.find((task) => attentionAtMs(task) <= nowMs) ?? null;
}

/** The actions on any task of any subject. */
function sharedActions({ subject }: SubjectFrameProps, task: Task | null): PanelAction[] {
  return [
    {
      shortcut: SHORTCUTS.snooze,
      label: '延后',
      isPossible: task !== null,
      form: (work) => task && <SnoozeForm task={task} work={work} />,
    },
    {
      shortcut: SHORTCUTS.handOver,
      label: '转交',
      isPossible: task !== null,
      form: (work) =>
        task && <HandOverForm taskIds={[task.id]} onDone={work.finish} onUndone={work.comeBack} />,
    },
    {
      shortcut: SHORTCUTS.note,
      label: '备注',
      isPossible: true,
      form: (work) => <NoteForm subject={subject} work={work} />,
    },
    {
      shortcut: SHORTCUTS.makeTask,
      label: '新待办',
      isPossible: true,
      form: (work) => <MakeTaskForm subject={subject} work={work} />,
    },
  ];
}

function Body({ subject, facts, factsBesideAside = facts, aside, aboveTimeline }: SubjectFrameProps) {
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const [tab, setTab] = useViewState('panel-tab', z.enum(TABS), 'facts');
  const isWide = width >= WIDE_PX;
  const items = [
    {
      key: 'facts',
      label: subjectLabel(subject.kind),
      children: (
        <>
          {isWide ? factsBesideAside : facts}
          <Timeline subject={subject} most={LAST_RECORDS} />
        </>
      ),
    },
    ...(aside && !isWide ? [{ key: 'aside', label: aside.label, children: aside.content }] : []),
    {
      key: 'timeline',
      label: '记录',
      children: (
        <>
          {aboveTimeline}
          <Timeline subject={subject} />
        </>
      ),
    },
  ];
  const active = items.some(({ key }) => key === tab) ? tab : 'facts';
  return (
    <div className="work-body" ref={ref} data-wide={isWide || undefined}>
      <Tabs
        className="work-tabs"
        size="small"
        items={items}
        activeKey={active}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'facts')}
      />
      {isWide && aside && (
        <aside className="work-aside" aria-label={aside.label}>
          {aside.content}
        </aside>
      )}
    </div>
  );
}

/** Every panel of the workbench has this frame: its tasks, their actions, notes and the timeline. */
export function SubjectFrame(props: SubjectFrameProps) {
  const { subject, openSubject, actionsBefore = [], actionsAfter = [] } = props;
  const task = currentTask(props, props.taskId);
  const work = useTaskWork({ ...props, task });
  const settle = useEffectEvent(() => {
    if (document.activeElement === document.body) props.onUnfocused();
  });
  useEffect(() => settle(), []);
  return (
    <>
      {props.header}
      <TaskStrip
        subject={subject}
        tasks={props.tasks}
        current={task}
        onTask={(id) => openSubject(subject, id)}
        advice={props.advice}
      />
      <Body {...props} />
      <WorkActions work={work} actions={[...actionsBefore, ...sharedActions(props, task), ...actionsAfter]} />
    </>
  );
}
