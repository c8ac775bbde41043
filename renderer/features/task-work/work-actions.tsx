import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { PLAIN_KIND } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import { hasNoFocus } from '../../lib/focus-home.ts';
import type { PanelAction } from '../../lib/place/subject-panel.ts';
import { SHORTCUTS, useEscape, useShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { inMain } from '../../ui/in-main.ts';
import type { TaskWork } from './use-task-work.ts';

/** So many are large and always in sight; a menu holds the rest. */
const BIG_ACTIONS = 3;

type Props = { readonly work: TaskWork; readonly actions: readonly PanelAction[] };
type ActionProps = { readonly action: PanelAction; readonly work: TaskWork };

/** Gives the focus back to where the agent was before the form took it. */
function FormFrame({ children }: { readonly children: ReactNode }) {
  const [origin] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (hasNoFocus() && origin instanceof HTMLElement) origin.focus();
    },
    [origin],
  );
  return <div className="action-form">{children}</div>;
}

/** Its key holds wherever the action is drawn, also in the menu. */
function ActionKey({ action, work }: ActionProps) {
  useShortcut(action.shortcut, () => work.toggle(action), action.isPossible);
  return null;
}

function ActionButton({ action, work }: ActionProps) {
  const isOpen = work.isOpen(action);
  return (
    <Button
      aria-expanded={isOpen}
      className={isOpen ? 'action-open' : ''}
      onClick={() => work.toggle(action)}
    >
      {action.label} <Kbd keys={action.shortcut.label} />
    </Button>
  );
}

type DoneProps = {
  readonly work: TaskWork;
  readonly answer: PanelAction | undefined;
  readonly onPress: () => void;
};

function DoneButton({ work, answer, onPress }: DoneProps) {
  const { done } = work.task ? taskKindSpec(work.task.kind) : PLAIN_KIND;
  return (
    <Button type="primary" disabled={!work.canComplete && !answer} onClick={onPress}>
      {answer?.label ?? done.label} <Kbd keys={SHORTCUTS.done.label} />
    </Button>
  );
}

function More({ actions, work }: { readonly actions: readonly PanelAction[]; readonly work: TaskWork }) {
  if (actions.length === 0) return null;
  const items = actions.map(({ label, shortcut }) => ({
    key: label,
    label: (
      <span className="menu-line">
        {label} <Kbd keys={shortcut.label} />
      </span>
    ),
  }));
  function choose(key: string): void {
    const action = actions.find(({ label }) => label === key);
    if (action) work.toggle(action);
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      getPopupContainer={inMain}
      menu={{ items, onClick: ({ key }) => choose(key) }}
      autoFocus
    >
      <Button
        className={actions.some(work.isOpen) ? 'action-more action-open' : 'action-more'}
        icon={<EllipsisOutlined aria-hidden="true" />}
        aria-haspopup="menu"
      >
        更多
      </Button>
    </Dropdown>
  );
}

/** P10: a message that was not copied may have been typed by hand; one key says so, and it is on record as that. */
function Unsaid({ work }: { readonly work: TaskWork }) {
  const { done } = work.task ? taskKindSpec(work.task.kind) : PLAIN_KIND;
  return (
    <FormFrame>
      <div className="work-unsaid" role="alert">
        <span>还没有为该订单复制话术</span>
        <Button size="small" type="primary" autoFocus onClick={work.complete}>
          手打发送的，记为{done.label} <Kbd keys="Enter" />
        </Button>
        <Button size="small" onClick={work.takeBackUnsaid}>
          不记 <Kbd keys="Esc" />
        </Button>
      </div>
    </FormFrame>
  );
}

/** Always in the same place, forms open above it, so that no button moves under the mouse. */
export function WorkActions({ work, actions }: Props) {
  const region = useRef<HTMLElement>(null);
  const open = actions.find(work.isOpen);
  // It stands in the place of the done button, and not a second time beside it.
  const answer = work.isAsked ? actions.find(({ isAnswer }) => isAnswer) : undefined;
  const possible = actions.filter((action) => action.isPossible && action !== answer);
  const big = BIG_ACTIONS - (work.task === null ? 0 : 1);

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
  useEscape(work.takeBackUnsaid, work.isUnsaid);

  return (
    <section className="work-actions" aria-label="处理" ref={region}>
      {open && (
        <FormFrame>
          <Fragment key={open.label}>{open.form(work.form)}</Fragment>
        </FormFrame>
      )}
      {work.beforeDone}
      {work.isUnsaid && <Unsaid work={work} />}
      {actions.map((action) => (
        <ActionKey key={action.label} action={action} work={work} />
      ))}
      <div className="action-buttons">
        {work.task !== null && <DoneButton work={work} answer={answer} onPress={finishTask} />}
        {possible.slice(0, big).map((action) => (
          <ActionButton key={action.label} action={action} work={work} />
        ))}
        <More actions={possible.slice(big)} work={work} />
      </div>
    </section>
  );
}
