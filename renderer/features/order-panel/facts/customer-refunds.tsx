import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';
import type { CustomerCard } from '../../../../shared/ipc/contract/order-contract.ts';
import { orderPanelQueries } from '../queries.ts';
import { RefundLineView } from './order-refunds.tsx';

type Props = {
  readonly card: Pick<CustomerCard, 'customer' | 'refunds'>;
  readonly onOpenRefund: (refundId: RefundId) => void;
};

/** A4: the refunds of all orders of the customer; the last few, and all of them when asked for. */
export function CustomerRefunds({ card: { customer, refunds }, onOpenRefund }: Props) {
  const { count, last } = refunds;
  const [isOpen, setIsOpen] = useState(false);
  const { data, isFetching } = useQuery({
    ...orderPanelQueries.refundsOfCustomer(customer.id),
    enabled: isOpen,
  });
  if (count === 0) return null;
  const lines = (isOpen && data) || last;
  const isCut = lines.length < count;
  return (
    <>
      <h3 className="customer-heading numeric">
        退款 {count} 笔{isCut && `，最近 ${lines.length} 笔`}
      </h3>
      <ul aria-label="客户的退款">
        {lines.map((line) => (
          <RefundLineView key={line.id} line={line} onOpenRefund={onOpenRefund} />
        ))}
      </ul>
      {isCut && !(isOpen && data) && (
        <Button type="link" size="small" loading={isOpen && isFetching} onClick={() => setIsOpen(true)}>
          显示全部
        </Button>
      )}
    </>
  );
}
