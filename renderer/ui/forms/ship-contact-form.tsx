import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import {
  CONTACT_CHANNEL_LABELS,
  type ContactChannel,
} from '../../../shared/domain/shared-parts/contact-attempt.ts';
import {
  SHIP_OUTCOME_LABELS,
  SHIP_OUTCOMES,
  type ShipOutcome,
} from '../../../shared/domain/shipping/ship-contact.ts';
import { MomentField } from './moment-field.tsx';
import { NoteInput } from './note-input.tsx';
import { useAction } from './use-action.ts';

const CHANNELS = ['phone', 'chat'] as const satisfies readonly ContactChannel[];
const channelOptions = CHANNELS.map((value) => ({ value, label: CONTACT_CHANNEL_LABELS[value] }));
const AT_ONCE = SHIP_OUTCOMES.filter((outcome) => outcome !== 'waits');

type Props = {
  readonly orderIds: readonly OrderId[];
  readonly onDone: (outcome: ShipOutcome, note: string) => void;
  readonly onUndone?: () => void;
};

/** O7: a customer who agrees to wait has said so in words that are kept, and until when. */
function Waiting({ onWait }: { readonly onWait: (agreedAtMs: number, quote: string) => void }) {
  const [agreedAtMs, setAgreedAtMs] = useState<number | null>(null);
  const [quote, setQuote] = useState('');
  return (
    <form
      aria-label="客户同意等待"
      onSubmit={(event) => {
        event.preventDefault();
        if (agreedAtMs !== null) onWait(agreedAtMs, quote);
      }}
    >
      <MomentField label="客户同意等到" value={agreedAtMs} onChange={setAgreedAtMs} autoFocus />
      <div className="form-row">
        <Input
          aria-label="客户的原话"
          placeholder="客户同意等待的原话，作为凭证"
          maxLength={1000}
          value={quote}
          onChange={(event) => setQuote(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={agreedAtMs === null || quote.trim() === ''}>
          记录同意等待
        </Button>
      </div>
      <p className="muted">平台的发货期限不因客户同意而改变，超时仍可能赔付</p>
    </form>
  );
}

/** O4, O7: one press says what came of the call. */
export function ShipContactForm({ orderIds, onDone, onUndone }: Props) {
  const [channel, setChannel] = useState<ContactChannel>('phone');
  const [note, setNote] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const contact = useAction('shipping.contact', undefined, onUndone);
  const record = (outcome: ShipOutcome, agreedAtMs: number | null = null, quote: string | null = null) =>
    contact.mutate(
      { orderIds: [...orderIds], channel, outcome, note, quote, agreedAtMs },
      { onSuccess: () => onDone(outcome, note) },
    );
  return (
    <div role="group" aria-label="联系结果">
      <div className="form-row">
        <Segmented<ContactChannel>
          aria-label="联系方式"
          options={channelOptions}
          value={channel}
          onChange={setChannel}
        />
        <NoteInput autoFocus label="联系说明" placeholder="说明，可不填" text={note} onText={setNote} />
      </div>
      <div className="form-row">
        {AT_ONCE.map((outcome) => (
          <Button key={outcome} loading={contact.isPending} onClick={() => record(outcome)}>
            {SHIP_OUTCOME_LABELS[outcome]}
          </Button>
        ))}
        <Button aria-expanded={isWaiting} onClick={() => setIsWaiting(!isWaiting)}>
          {SHIP_OUTCOME_LABELS.waits}…
        </Button>
      </div>
      {isWaiting && <Waiting onWait={(agreedAtMs, quote) => record('waits', agreedAtMs, quote)} />}
    </div>
  );
}
