import { Button } from 'antd';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { PLAIN_KIND } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import type { PanelAction } from '../../lib/place/subject-panel.ts';
import { SHORTCUTS, useEscape, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import type { TaskWork } from './use-task-work.ts';

type Props = { readonly work: TaskWork; readonly actions: readonly PanelAction[] };

/** Gives the focus back to where the agent was before the form took it. */
function FormFrame({ children }: { readonly children: ReactNode }) {
  const [origin] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && origin instanceof HTMLElement) origin.focus();
    },
    [origin],
  );
  return <div className="action-form">{children}</div>;
}

function ActionButton({ action, work }: { readonly action: PanelAction; readonly work: TaskWork }) {
  const { shortcut, label, isPossible } = action;
  useShortcut(shortcut, () => work.toggle(action), isPossible);
  const isOpen = work.isOpen(action);
  return (
    <Button
      disabled={!isPossible}
      aria-expanded={isOpen}
      className={isOpen ? 'action-open' : ''}
      onClick={() => work.toggle(action)}
    >
      {label} <Kbd keys={shortcut.label} />
    </Button>
  );
}

function DoneButton({ work, onPress }: { readonly work: TaskWork; readonly onPress: () => void }) {
  const { done } = work.task ? taskKindSpec(work.task.kind) : PLAIN_KIND;
  return (
    <Button type="primary" disabled={!work.canComplete && !work.isAsked} onClick={onPress}>
      {work.isAsked ? '答复' : done.label} <Kbd keys={SHORTCUTS.done.label} />
    </Button>
  );
}

/** Always in the same place, forms open above it, so that no button moves under the mouse. */
export function WorkActions({ work, actions }: Props) {
  const region = useRef<HTMLElement>(null);
  const open = actions.find(work.isOpen);
  const answer = actions.find(({ isAnswer }) => isAnswer);

  function finishTask(): void {
    if (!work.isAsked) work.complete();
    else if (answer) work.toggle(answer);
  }

  useShortcut(SHORTCUTS.done, () => {
    if (work.isAsked || work.canComplete) finishTask();
    // The agent has to look at the checks first.
    else region.current?.querySelector<HTMLInputElement>('fieldset input:not(:checked)')?.focus();
  });
  useEscape(work.form.close, open !== undefined);

  return (
    <section className="work-actions" aria-label="处理" ref={region}>
      {open && (
        <FormFrame>
          <Fragment key={open.label}>{open.form(work.form)}</Fragment>
        </FormFrame>
      )}
      {work.beforeDone}
      <div className="action-buttons">
        <DoneButton work={work} onPress={finishTask} />
        {actions.map((action) => (
          <ActionButton key={action.label} action={action} work={work} />
        ))}
      </div>
    </section>
  );
}
