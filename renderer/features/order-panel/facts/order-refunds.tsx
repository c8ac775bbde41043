import { Button } from 'antd';
import { type RefundId, refundTitle } from '../../../../shared/domain/refunds/refund.ts';
import type { RefundLine } from '../../../../shared/ipc/contract/refunds/refund-contract.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { Fact } from '../../../ui/facts/fact.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { TimeLeft } from '../../../ui/facts/time-left.tsx';

type Opening = { readonly onOpenRefund: (refundId: RefundId) => void };
type Props = Opening & { readonly refunds: readonly RefundLine[] };

type LineProps = Opening & { readonly line: RefundLine };

/** One refund, of this order or of another one of its customer; pressing it opens it. */
export function RefundLineView({ line, onOpenRefund }: LineProps) {
  const { id, stateText, typeText, refundFen, end } = line;
  return (
    <li className="refund-line">
      <Button type="link" size="small" className="numeric" onClick={() => onOpenRefund(id)}>
        {refundTitle(line)}
      </Button>
      <Money fen={refundFen} />
      <Tag>{stateText}</Tag>
      <span className="muted truncate">{typeText}</span>
      {end !== null && <TimeLeft atMs={end.atMs} event="超时" soonMs={4 * HOUR} />}
    </li>
  );
}

/** A4: the money that is asked back for parts of the order, each with its own clock. */
export function OrderRefunds({ refunds, onOpenRefund }: Props) {
  if (refunds.length === 0) return null;
  return (
    <Fact label="退款">
      <ul aria-label="退款">
        {refunds.map((line) => (
          <RefundLineView key={line.id} line={line} onOpenRefund={onOpenRefund} />
        ))}
      </ul>
    </Fact>
  );
}
