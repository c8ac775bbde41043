import { CloseOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type ComponentType, type ReactElement, type ReactNode, useRef } from 'react';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import type { QueueRow } from '../../../../shared/ipc/contract/task-contract.ts';
import { useEscape, useOverridingShortcut } from '../../../lib/shortcuts.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { HandOverForm } from '../../../ui/forms/hand-over-form.tsx';
import { allTasksOf, type MarkedForm, type QueueAct, type QueueActs } from './queue-acts.ts';
import { SnoozeManyForm } from './snooze-many-form.tsx';

type Props = {
  readonly rows: readonly QueueRow[];
  /** More than one call takes may be marked. */
  readonly markedCount: number;
  readonly acts: QueueActs;
  readonly form: MarkedForm | null;
  readonly onForm: (form: MarkedForm | null) => void;
  /** Dealt with, or not wanted any more: no row is marked from then on. */
  readonly onFinish: () => void;
};

const FORMS = { snooze: SnoozeManyForm, 'hand-over': HandOverForm } as const satisfies Record<
  MarkedForm,
  ComponentType<{ readonly taskIds: readonly TaskId[]; readonly onDone: () => void }>
>;

type WithFormProps = {
  readonly button: ReactElement;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ReactNode;
};

function WithForm({ button, isOpen, onOpen, children }: WithFormProps) {
  const form = useRef<HTMLDivElement>(null);
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={isOpen}
      onOpenChange={onOpen}
      // Before it has appeared, nothing in it can take the focus.
      afterOpenChange={(isThere) => isThere && form.current?.querySelector('input')?.focus()}
      destroyOnHidden
      content={<div ref={form}>{children}</div>}
    >
      {button}
    </Popover>
  );
}

/** Says how many are marked, and on how many of them the keys act. */
function Say({ rows, markedCount }: Pick<Props, 'rows' | 'markedCount'>) {
  const money = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <p className="queue-marked-say numeric" role="status">
      已选 {markedCount} 项{markedCount > rows.length && `，一次处理前 ${rows.length} 项`}{' '}
      <Money fen={money} isStrong />
      <span className="muted">，其他按键只对打开的一项</span>
    </p>
  );
}

type ActProps = Pick<Props, 'rows' | 'form' | 'onForm' | 'onFinish'> & { readonly act: QueueAct };

function Act({ act, rows, form, onForm, onFinish }: ActProps) {
  const words = (
    <>
      {act.label} {act.shortcut && <Kbd keys={act.shortcut.label} />}
    </>
  );
  if (!('form' in act)) {
    return (
      <Button size="small" onClick={act.run}>
        {words}
      </Button>
    );
  }
  const Form = FORMS[act.form];
  return (
    <WithForm
      button={<Button size="small">{words}</Button>}
      isOpen={form === act.form}
      onOpen={(isOpen) => onForm(isOpen ? act.form : null)}
    >
      <Form taskIds={allTasksOf(rows)} onDone={onFinish} />
    </WithForm>
  );
}

/** H6, B12: the actions on all marked cards at once, with the keys that act on one card otherwise. */
export function MarkedBar({ rows, markedCount, acts, form, onForm, onFinish }: Props) {
  const isShown = rows.length > 0;
  const { snooze, handOver, complete } = acts;
  useOverridingShortcut(snooze.shortcut, () => onForm(snooze.form), isShown && snooze.isPossible);
  useOverridingShortcut(handOver.shortcut, () => onForm(handOver.form), isShown && handOver.isPossible);
  useOverridingShortcut(complete.shortcut, complete.run, isShown && complete.isPossible);
  useEscape(() => onForm(null), isShown && form !== null);
  if (!isShown) return null;
  return (
    <section className="queue-marked" aria-label="所选待办">
      <Say rows={rows} markedCount={markedCount} />
      {Object.values<QueueAct>(acts)
        .filter(({ isPossible }) => isPossible)
        .map((act) => (
          <Act key={act.label} act={act} rows={rows} form={form} onForm={onForm} onFinish={onFinish} />
        ))}
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label="取消选择"
        title="取消选择（Esc）"
        onClick={onFinish}
      />
    </section>
  );
}
