import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Concession, ConcessionOffer } from '../../../../shared/domain/chasing/concession.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { formatFen } from '../../../../shared/domain/money.ts';
import type { ConcessionView } from '../../../../shared/ipc/contract/concession-contract.ts';
import { useDraft } from '../../../lib/place/draft.ts';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';

const toFen = (yuan: number | null) => (yuan === null ? null : Math.round(yuan * 100));

type AmountProps = {
  readonly label: string;
  readonly aboveFen: number;
  readonly mostFen?: number;
  readonly amountFen: number | null;
  readonly onAmount: (amountFen: number | null) => void;
};

/** More than the customer has turned down already. */
function AmountInput({ label, aboveFen, mostFen, amountFen, onAmount }: AmountProps) {
  return (
    <InputNumber<number>
      className="bargain-amount"
      aria-label={label}
      min={(aboveFen + 1) / 100}
      {...(mostFen === undefined ? {} : { max: mostFen / 100 })}
      precision={2}
      prefix="减"
      suffix="元"
      value={amountFen === null ? null : amountFen / 100}
      onChange={(yuan) => onAmount(toFen(yuan))}
    />
  );
}

/** Beyond the agent's limit: how much, and why. */
export function AskLeadForm({ orderId, view }: { readonly orderId: OrderId; readonly view: ConcessionView }) {
  const [amountFen, setAmountFen] = useState<number | null>(null);
  const [reason, setReason] = useDraft(`ask-lead.${orderId}`);
  const ask = useAction('concessions.ask', () => setReason(''));
  const isComplete = amountFen !== null && reason.trim() !== '';
  return (
    <form
      aria-label="请示主管"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) ask.mutate({ orderId, amountFen, reason });
      }}
    >
      <div className="form-row" data-first={view.extras.length === 0 || undefined}>
        <AmountInput
          label="申请优惠金额"
          aboveFen={view.refusedFen}
          amountFen={amountFen}
          onAmount={setAmountFen}
        />
        <Input
          aria-label="申请原因"
          placeholder="原因，例如：老客，一次买 5 件"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={!isComplete}>
          请示主管
        </Button>
      </div>
    </form>
  );
}

/** A lead offers any amount without asking. */
export function OwnAmountForm({
  view,
  onOffer,
}: {
  readonly view: ConcessionView;
  readonly onOffer: (offer: ConcessionOffer) => void;
}) {
  const [amountFen, setAmountFen] = useState<number | null>(null);
  return (
    <form
      aria-label="主管决定"
      onSubmit={(event) => {
        event.preventDefault();
        if (amountFen !== null) onOffer({ kind: 'money', amountFen });
      }}
    >
      <div className="form-row">
        <span className="muted">主管可直接决定</span>
        <AmountInput
          label="决定优惠金额"
          aboveFen={view.refusedFen}
          amountFen={amountFen}
          onAmount={setAmountFen}
        />
        <Button htmlType="submit" disabled={amountFen === null}>
          提出
        </Button>
      </div>
    </form>
  );
}

type DecideProps = { readonly concession: Concession; readonly view: ConcessionView };

/** The lead's answer: all of it, less, or nothing. */
export function DecideForm({ concession, view }: DecideProps) {
  const askedFen = concession.request?.amountFen ?? 0;
  const [amountFen, setAmountFen] = useState<number | null>(askedFen);
  const [note, setNote] = useState('');
  const decide = useAction('concessions.decide');
  const { id } = concession;
  const asker = view.entries.find((entry) => entry.concession.id === id)?.agentName ?? '';
  return (
    <form
      aria-label="答复优惠申请"
      onSubmit={(event) => {
        event.preventDefault();
        if (amountFen === null) return;
        decide.mutate({ id, answer: { kind: 'grant', amountFen }, note });
      }}
    >
      <p>
        {asker} 申请 <strong className="numeric">减 ¥{formatFen(askedFen)}</strong>：
        {concession.request?.reason}
      </p>
      <div className="form-row" data-first>
        <AmountInput
          label="同意的金额"
          aboveFen={view.refusedFen}
          mostFen={askedFen}
          amountFen={amountFen}
          onAmount={setAmountFen}
        />
        <NoteInput label="答复说明" placeholder="说明，可不填" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit" disabled={amountFen === null}>
          同意
        </Button>
        <Button onClick={() => decide.mutate({ id, answer: { kind: 'deny' }, note })}>不同意</Button>
      </div>
    </form>
  );
}
