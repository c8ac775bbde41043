import './memo.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { MEMO_STATE_LABELS, type Memo } from '../../../../shared/domain/memos/memo.ts';
import { FLAG_LABELS } from '../../../../shared/domain/orders/order.ts';
import type { OrderDetail } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useAppState } from '../../../lib/main-process/app-state.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Fact } from '../../../ui/facts/fact.tsx';
import { FlagMark } from '../../../ui/facts/flag-mark.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';

type Props = Pick<OrderDetail, 'order' | 'pendingMemos'>;

const TONES = { copied: 'accent', written: 'neutral', proven: 'success', unproven: 'warning' } as const;

function Dropping({ memo, onEnd }: { readonly memo: Memo; readonly onEnd: () => void }) {
  const [reason, setReason] = useState('');
  const drop = useAction('memos.drop', onEnd);
  return (
    <form
      aria-label="不再写备注"
      className="form-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') drop.mutate({ id: memo.id, reason });
      }}
    >
      <Input
        autoFocus
        size="small"
        aria-label="不再写的原因"
        placeholder="原因，例如：客户又要了"
        maxLength={100}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={reason.trim() === ''}>
        不再写
      </Button>
      <Button size="small" onClick={onEnd}>
        取消
      </Button>
    </form>
  );
}

function PendingMemo({ memo }: { readonly memo: Memo }) {
  const nowMs = useNow(MINUTE);
  const { agents } = useAppState();
  const [isDropping, setIsDropping] = useState(false);
  const { state, flag, fragment, agentId, copiedAtMs } = memo;
  return (
    <li className="memo-pending">
      <div className="memo-pending-line">
        <Tag tone={TONES[state]}>{MEMO_STATE_LABELS[state]}</Tag>
        <FlagMark flag={flag}>{fragment}</FlagMark>
        <span className="muted numeric">
          {agents.find(({ id }) => id === agentId)?.name} {formatMoment(copiedAtMs, nowMs)}
        </span>
        {!isDropping && (
          <Button type="link" size="small" onClick={() => setIsDropping(true)}>
            不再写
          </Button>
        )}
      </div>
      {isDropping && <Dropping memo={memo} onEnd={() => setIsDropping(false)} />}
    </li>
  );
}

function ToWriteBack({ order, pendingMemos }: Props) {
  const write = useAction('memos.markWritten');
  if (pendingMemos.length === 0) return null;
  return (
    <Fact label="待写回">
      <ul aria-label="待写回的备注">
        {pendingMemos.map((memo) => (
          <PendingMemo key={memo.id} memo={memo} />
        ))}
      </ul>
      {pendingMemos.some(({ state }) => state !== 'written') && (
        <Button size="small" disabled={write.isPending} onClick={() => write.mutate({ orderId: order.id })}>
          已写回
        </Button>
      )}
    </Fact>
  );
}

/** O1: the memo as the newest import shows it, and those that no import has shown yet. */
export function MemoFacts({ order, pendingMemos }: Props) {
  return (
    <>
      {(order.memo || order.flag) && (
        <Fact label="备注">
          {order.flag && <FlagMark flag={order.flag}>{FLAG_LABELS[order.flag]}</FlagMark>} {order.memo}
        </Fact>
      )}
      <ToWriteBack order={order} pendingMemos={pendingMemos} />
    </>
  );
}
