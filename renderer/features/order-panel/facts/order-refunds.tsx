import { Button } from 'antd';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';
import type { RefundLine } from '../../../../shared/ipc/contract/refund-contract.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { Fact } from '../../../ui/facts/fact.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { TimeLeft } from '../../../ui/facts/time-left.tsx';

type Props = {
  readonly refunds: readonly RefundLine[];
  readonly onOpenRefund: (refundId: RefundId) => void;
};

/** A4: the money that is asked back for parts of the order, each with its own clock. */
export function OrderRefunds({ refunds, onOpenRefund }: Props) {
  if (refunds.length === 0) return null;
  return (
    <Fact label="退款">
      <ul aria-label="退款">
        {refunds.map(({ id, refundNo, stateText, typeText, refundFen, end }) => (
          <li key={id} className="order-line">
            <Button type="link" size="small" className="numeric" onClick={() => onOpenRefund(id)}>
              {refundNo}
            </Button>
            <Money fen={refundFen} />
            <Tag>{stateText}</Tag>
            <span className="muted truncate">{typeText}</span>
            {end !== null && <TimeLeft atMs={end.atMs} event="超时" soonMs={4 * HOUR} />}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
