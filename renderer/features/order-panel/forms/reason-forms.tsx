import { Button, Radio } from 'antd';
import { useState } from 'react';
import {
  UNPAID_REASON_LABELS,
  UNPAID_REASONS,
  type UnpaidReason,
} from '../../../../shared/domain/orders/unpaid-reason.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useDraft } from '../../../lib/place/draft.ts';
import { useIntent } from '../../../lib/place/use-intent.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { MomentField } from '../../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import type { OrderFormProps } from '../order-form.ts';

type ChoiceProps = {
  readonly reason: UnpaidReason | null;
  readonly onReason: (reason: UnpaidReason | null) => void;
};

function ReasonChoice({ reason, onReason }: ChoiceProps) {
  return (
    <Radio.Group
      className="reasons"
      aria-label="未付原因"
      value={reason}
      onChange={(event) => onReason(UNPAID_REASONS.find((one) => one === event.target.value) ?? null)}
    >
      {UNPAID_REASONS.map((one, index) => (
        <Radio key={one} value={one} autoFocus={reason === null ? index === 0 : reason === one}>
          {UNPAID_REASON_LABELS[one]}
        </Radio>
      ))}
    </Radio.Group>
  );
}

/** P2: the reason chooses the remedy script at once; an agreed time becomes the next reminder. */
export function ReasonForm({ order, work, intent, onIntent }: OrderFormProps) {
  const orderId = order.id;
  const { reason = null } = intent;
  const [note, setNote] = useDraft(`reason.${orderId}`);
  const [agreedAtMs, setAgreedAtMs] = useState<number | null>(null);
  useIntent(onIntent, 'agreedAtMs', agreedAtMs ?? undefined);
  const nowMs = useNow(MINUTE);
  const clear = () => setNote('');
  const noteReason = useAction('chases.noteReason', () => {
    clear();
    work.close();
  });
  const agree = useAction(
    'chases.agree',
    () => {
      clear();
      work.finish();
    },
    work.comeBack,
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
      <ReasonChoice reason={reason} onReason={(next) => onIntent({ reason: next })} />
      <MomentField label="约定付款时间" value={agreedAtMs} onChange={setAgreedAtMs} />
      <div className="form-row">
        <NoteInput label="说明" placeholder="例如：客户说 20:30 充值" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" disabled={reason === null}>
          {agreedAtMs === null ? '记录原因' : `约定 ${formatMoment(agreedAtMs, nowMs)} 付款`}
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
