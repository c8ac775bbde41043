import { useState } from 'react';
import { type Task, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import type { Completing, PanelAction, SubjectFrameProps } from '../../lib/place/subject-panel.ts';
import { useAction } from '../../ui/forms/use-action.ts';

type Options = Pick<SubjectFrameProps, 'subject' | 'openSubject' | 'onAdvance' | 'completing'> & {
  readonly task: Task | null;
};

const NOTHING_TO_LOOK_AT: Completing = { isReady: true, before: null };

/** The form that the agent has open on the subject, and the work on its current task. */
export function useTaskWork({ subject, task, openSubject, onAdvance, completing }: Options) {
  const [openLabel, setOpenLabel] = useState<string | null>(null);
  const comeBack = () => openSubject(subject, task?.id ?? null);
  const complete = useAction('tasks.complete', onAdvance, comeBack);
  const { isReady, before, ...facts } = (task && completing?.(task)) ?? NOTHING_TO_LOOK_AT;
  const isAsked = task !== null && taskKindSpec(task.kind).answeredIn(task.step) !== null;
  const canComplete = task !== null && !isAsked && isReady;
  const close = () => setOpenLabel(null);

  return {
    task,
    canComplete,
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
      if (task && canComplete && !complete.isPending) complete.mutate({ id: task.id, ...facts });
    },
  };
}
export type TaskWork = ReturnType<typeof useTaskWork>;
