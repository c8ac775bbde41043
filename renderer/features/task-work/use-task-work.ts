import { useState } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { toFailure } from '../../../shared/errors.ts';
import type { Completing, PanelAction, SubjectFrameProps } from '../../lib/place/subject-panel.ts';
import { useRecorded } from '../../ui/forms/use-action.ts';

type Options = Pick<
  SubjectFrameProps,
  'subject' | 'openSubject' | 'onAdvance' | 'completing' | 'wantedForm'
> & {
  readonly task: Task | null;
};

const NOTHING_TO_LOOK_AT: Completing = { isReady: true, before: null };

/** The form that is open, by its label: opened by the agent, or asked for from elsewhere. */
function useOpenForm(wanted: NonNullable<Options['wantedForm']> | null) {
  const [openLabel, setOpenLabel] = useState(wanted?.label ?? null);
  const [answered, setAnswered] = useState(wanted);
  if (wanted !== answered) {
    setAnswered(wanted);
    if (wanted) setOpenLabel(wanted.label);
  }
  return [openLabel, setOpenLabel] as const;
}

/** The form that the agent has open on the subject, and the work on its current task. */
export function useTaskWork(options: Options) {
  const { subject, task, openSubject, onAdvance, completing, wantedForm = null } = options;
  const [openLabel, setOpenLabel] = useOpenForm(wantedForm);
  /** The task that was to be recorded as said, though nothing was copied for it. */
  const [unsaidId, setUnsaidId] = useState<TaskId | null>(null);
  const comeBack = () => openSubject(subject, task?.id ?? null);
  const complete = useRecorded('tasks.complete', {
    onDone: onAdvance,
    onUndone: comeBack,
    onRefused(error) {
      const isUnsaid = toFailure(error).code === 'unsaid';
      if (isUnsaid) setUnsaidId(task?.id ?? null);
      return isUnsaid;
    },
  });
  const isUnsaid = task !== null && unsaidId === task.id;
  const { isReady, before, ...facts } = (task && completing?.(task)) ?? NOTHING_TO_LOOK_AT;
  const isAsked = task !== null && taskKindSpec(task.kind).answeredIn(task.step) !== null;
  const canComplete = task !== null && !isAsked && isReady;
  const close = () => setOpenLabel(null);

  return {
    task,
    canComplete,
    /** The agent was asked whether the message was typed by hand, and has not answered. */
    isUnsaid,
    takeBackUnsaid: () => setUnsaidId(null),
    /** The task is a question; answering it is the only way to end it. */
    isAsked,
    beforeDone: before,
    isOpen: ({ label }: PanelAction): boolean => label === openLabel,
    toggle: ({ label }: PanelAction) => setOpenLabel(label === openLabel ? null : label),
    form: {
      close,
      finish: () => {
        close();
        onAdvance();
      },
      comeBack,
    },
    complete: () => {
      // A second press while the first is under way would complete nothing twice, but would skip a row.
      if (task && canComplete && !complete.isPending)
        complete.mutate({ id: task.id, ...facts, isTypedByHand: isUnsaid });
    },
  };
}
export type TaskWork = ReturnType<typeof useTaskWork>;
