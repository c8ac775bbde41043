import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { taskKindSpec } from '../../../shared/domain/task.ts';
import { type UnpaidReason } from '../../../shared/domain/unpaid-reason.ts';

import { assertNever } from '../../../shared/errors.ts';
import type { WarningChecks } from '../../../shared/ipc/contract/task-contract.ts';
import { SHORTCUTS, useEscape, useShortcut } from '../../lib/shortcuts.ts';
import { HandOverForm } from '../../ui/hand-over-form.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { BargainForm } from './forms/bargain-form.tsx';
import { ClaimPaidForm, CloseTimeForm, NoteForm } from './forms/note-forms.tsx';
import { GiveUpForm, ReasonForm } from './forms/reason-forms.tsx';
import { SnoozeForm } from './forms/snooze-form.tsx';
import { FORMS, type FormName, needsChecks, type OrderWork } from './use-order-work.ts';

const FORM_LABELS = {
  reason: '未付原因',
  bargain: '议价',
  snooze: '延后',
  handOver: '转交',
  note: '备注',
  claimPaid: '标记已付款',
  giveUp: '放弃催付',
  closeTime: '关闭时间',
} as const satisfies Record<FormName, string>;

const CHECK_LABELS = {
  inStock: '商品有货，不是缺货',
  notCancelled: '客户没有要求取消',
  reminderSent: '3 天提醒已发出',
} as const satisfies Record<keyof WarningChecks, string>;
const CHECKS = ['inStock', 'notCancelled', 'reminderSent'] as const;

type Props = {
  readonly work: OrderWork;
  readonly reason: UnpaidReason | null;
  readonly onReason: (reason: UnpaidReason | null) => void;
  /** R10: an offer is on record; its words are next. */
  readonly onOffered: () => void;
};

/** P6: no warning goes out before all three are looked at. */
function Checks({ work }: { readonly work: OrderWork }) {
  return (
    <fieldset className="checks">
      <legend>发出警告前核对</legend>
      {CHECKS.map((name) => (
        <Checkbox
          key={name}
          checked={work.checks[name]}
          onChange={(event) => work.setChecks({ ...work.checks, [name]: event.target.checked })}
        >
          {CHECK_LABELS[name]}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function CurrentForm({ form, work, reason, onReason, onOffered }: Props & { readonly form: FormName }) {
  switch (form) {
    case 'reason':
      return <ReasonForm work={work} reason={reason} onReason={onReason} />;
    case 'bargain':
      return <BargainForm work={work} onOffered={onOffered} />;
    case 'giveUp':
      return <GiveUpForm work={work} reason={reason} onReason={onReason} />;
    case 'snooze':
      return <SnoozeForm work={work} />;
    case 'handOver':
      return (
        work.task && <HandOverForm taskIds={[work.task.id]} onDone={work.finish} onUndone={work.comeBack} />
      );
    case 'note':
      return <NoteForm work={work} />;
    case 'claimPaid':
      return <ClaimPaidForm work={work} />;
    case 'closeTime':
      return <CloseTimeForm work={work} />;
    default:
      return assertNever(form);
  }
}

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

function FormButton({ name, work }: { readonly name: FormName; readonly work: OrderWork }) {
  const isPossible = work.canRecord(name);
  useShortcut(name, () => work.toggle(name), isPossible);
  return (
    <Button
      disabled={!isPossible}
      aria-expanded={work.form === name}
      className={work.form === name ? 'action-open' : ''}
      onClick={() => work.toggle(name)}
    >
      {FORM_LABELS[name]} <Kbd keys={SHORTCUTS[name].label} />
    </Button>
  );
}

/** Always in the same place, forms open above it, so that no button moves under the mouse. There is no way to close an order (P9). */
export function OrderActions(props: Props) {
  const { work } = props;
  const region = useRef<HTMLElement>(null);

  useShortcut('done', () => {
    if (work.isAsked) work.toggle('bargain');
    else if (work.canComplete) work.complete();
    // Ctrl+Enter on a warning leads to what is still to be looked at.
    else region.current?.querySelector<HTMLInputElement>('.checks input:not(:checked)')?.focus();
  });

  useEscape(work.closeForm, work.form !== null);

  return (
    <section className="order-actions" aria-label="处理" ref={region}>
      {work.form && (
        <FormFrame>
          <CurrentForm {...props} form={work.form} />
        </FormFrame>
      )}
      {needsChecks(work.task) && <Checks work={work} />}
      <div className="action-buttons">
        <Button
          type="primary"
          disabled={!work.canComplete && !work.isAsked}
          onClick={() => (work.isAsked ? work.toggle('bargain') : work.complete())}
        >
          {work.isAsked ? '答复' : taskKindSpec(work.task?.kind ?? 'chase').done.label}{' '}
          <Kbd keys={SHORTCUTS.done.label} />
        </Button>
        {FORMS.map((name) => (
          <FormButton key={name} name={name} work={work} />
        ))}
      </div>
    </section>
  );
}
