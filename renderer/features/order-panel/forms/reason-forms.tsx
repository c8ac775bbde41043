import { Button, type InputRef, Radio } from 'antd';
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import {
  UNPAID_REASON_LABELS,
  UNPAID_REASONS,
  type UnpaidReason,
} from '../../../../shared/domain/orders/unpaid-reason.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { isComposing } from '../../../lib/keyboard.ts';
import { useDraft, useMomentDraft } from '../../../lib/place/draft.ts';
import { beyondLimit } from '../../../lib/place/put-off.ts';
import { useIntent } from '../../../lib/place/use-intent.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Kbd } from '../../../ui/facts/kbd.tsx';
import { MomentField } from '../../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import type { OrderFormProps } from '../order-form.ts';

type ChoiceProps = {
  readonly reason: UnpaidReason | null;
  readonly onReason: (reason: UnpaidReason | null) => void;
  /** A figure has chosen: the hand is on the keys and goes on. */
  readonly onPicked?: () => void;
};

const CLEARS = '0';

/** By the figure before it, by the arrows, or with the mouse. */
function ReasonChoice({ reason, onReason, onPicked }: ChoiceProps) {
  function clear({ currentTarget }: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>): void {
    // The button goes with the reason; the next key chooses another one.
    currentTarget.closest('.reasons')?.querySelector('input')?.focus();
    onReason(null);
  }
  function pick(event: KeyboardEvent<HTMLElement>): void {
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.altKey || isComposing(event)) return;
    const picked = UNPAID_REASONS[Number(event.key) - 1];
    if (picked === undefined && event.key !== CLEARS) return;
    event.preventDefault();
    if (picked === undefined) clear(event);
    else {
      onReason(picked);
      onPicked?.();
    }
  }
  return (
    <Radio.Group
      className="reasons"
      aria-label="未付原因"
      value={reason}
      onChange={(event) => onReason(UNPAID_REASONS.find((one) => one === event.target.value) ?? null)}
    >
      {UNPAID_REASONS.map((one, index) => (
        <Radio
          key={one}
          value={one}
          autoFocus={reason === null ? index === 0 : reason === one}
          onKeyDown={pick}
        >
          <Kbd keys={String(index + 1)} /> {UNPAID_REASON_LABELS[one]}
        </Radio>
      ))}
      {reason !== null && (
        // Tab goes on to the time that was agreed.
        <Button type="link" size="small" tabIndex={-1} onClick={clear}>
          清除原因 <Kbd keys={CLEARS} />
        </Button>
      )}
    </Radio.Group>
  );
}

/** P2: the reason chooses the remedy script at once; an agreed time becomes the next reminder. */
export function ReasonForm({ order, limit, work, intent, onIntent }: OrderFormProps) {
  const orderId = order.id;
  const { reason = null } = intent;
  const time = useRef<InputRef>(null);
  const [note, setNote] = useDraft(`reason.${orderId}`);
  const nowMs = useNow(MINUTE);
  const [agreedAtMs, setAgreedAtMs] = useMomentDraft(`agreed.${orderId}`, nowMs);
  useIntent(onIntent, 'agreedAtMs', agreedAtMs ?? undefined);
  const beyond = beyondLimit({ limit, untilMs: agreedAtMs, nowMs });
  function clear(): void {
    setNote('');
    setAgreedAtMs(null);
  }
  /** The scripts do not go by a reason that was taken back. */
  const forget = () => onIntent({ reason: undefined });
  const noteReason = useAction(
    'chases.noteReason',
    () => {
      clear();
      work.close();
    },
    forget,
  );
  const agree = useAction(
    'chases.agree',
    () => {
      clear();
      work.finish();
    },
    () => {
      forget();
      work.comeBack();
    },
  );

  function submit(): void {
    if (reason === null) return;
    if (agreedAtMs === null) noteReason.mutate({ orderId, reason, note });
    else agree.mutate({ orderId, untilMs: agreedAtMs, reason, note });
  }

  return (
    <form
      aria-label="未付原因"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ReasonChoice
        reason={reason}
        onReason={(next) => onIntent({ reason: next })}
        onPicked={() => time.current?.focus()}
      />
      <MomentField
        ref={time}
        label="约定付款时间"
        value={agreedAtMs}
        onChange={setAgreedAtMs}
        before={limit?.endsAtMs ?? null}
      />
      {beyond && <p className="form-warning">{beyond.says}</p>}
      <div className="form-row">
        <NoteInput label="说明" placeholder="例如：客户说 20:30 充值" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" disabled={reason === null}>
          {beyond?.does ??
            (agreedAtMs === null ? '记录原因' : `约定 ${formatMoment(agreedAtMs, nowMs)} 付款`)}
        </Button>
      </div>
    </form>
  );
}

export function GiveUpForm({ order, work, intent, onIntent }: OrderFormProps) {
  const orderId = order.id;
  const { reason = null } = intent;
  const [note, setNote] = useDraft(`give-up.${orderId}`);
  const giveUp = useAction(
    'chases.giveUp',
    () => {
      setNote('');
      work.finish();
    },
    work.comeBack,
  );
  return (
    <form
      aria-label="放弃催付"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason) giveUp.mutate({ orderId, reason, note });
      }}
    >
      <ReasonChoice reason={reason} onReason={(next) => onIntent({ reason: next })} />
      <p className="muted">放弃后不再提醒。订单由客户自行关闭，客服不代为关闭。</p>
      <div className="form-row">
        <NoteInput label="说明" placeholder="说明" text={note} onText={setNote} />
        <Button type="primary" danger htmlType="submit" disabled={reason === null}>
          放弃催付
        </Button>
      </div>
    </form>
  );
}
