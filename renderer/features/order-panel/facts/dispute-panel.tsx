import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import type { OrderDetail } from '../../../../shared/ipc/contract/order-contract.ts';
import { DISPUTE_OUTCOME_LABELS, DISPUTE_OUTCOMES } from '../../../../shared/ipc/contract/task-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { TimeLeft } from '../../../ui/facts/time-left.tsx';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';

type Dispute = NonNullable<OrderDetail['dispute']>;
type Outcome = (typeof DISPUTE_OUTCOMES)[number];

function CloseForm({ orderId }: { readonly orderId: OrderId }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const close = useAction('disputes.close');
  return (
    <form
      className="dispute-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome) close.mutate({ orderId, outcome, note });
      }}
    >
      <Radio.Group
        aria-label="纠纷结果"
        value={outcome}
        onChange={(event) => setOutcome(DISPUTE_OUTCOMES.find((one) => one === event.target.value) ?? null)}
        options={DISPUTE_OUTCOMES.map((one) => ({ value: one, label: DISPUTE_OUTCOME_LABELS[one] }))}
      />
      <NoteInput label="纠纷说明" placeholder="说明" text={note} onText={setNote} />
      <Button htmlType="submit" disabled={outcome === null}>
        结束纠纷
      </Button>
    </form>
  );
}

/** P7: the claim for the fee, followed to its end. */
export function DisputePanel({ orderId, dispute }: { readonly orderId: OrderId; readonly dispute: Dispute }) {
  const nowMs = useNow(MINUTE);
  const outcome = DISPUTE_OUTCOMES.find((one) => one === dispute.outcome);
  return (
    <section className="notice" aria-label="纠纷">
      <h3 className="notice-title">纠纷</h3>
      <p className="numeric">
        {formatMoment(dispute.openedAtMs, nowMs)} 发起
        {dispute.closedAtMs === null ? (
          <>
            ，跟进：
            <TimeLeft atMs={dispute.followUpAtMs} />
          </>
        ) : (
          `，${formatMoment(dispute.closedAtMs, nowMs)} 结束：${outcome ? DISPUTE_OUTCOME_LABELS[outcome] : (dispute.outcome ?? '')}`
        )}
      </p>
      {dispute.closedAtMs === null && <CloseForm orderId={orderId} />}
    </section>
  );
}
