import { Button } from 'antd';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { OrderLine } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { StatusTag } from '../../../ui/facts/status-tag.tsx';

type Props = {
  readonly order: Order;
  readonly duplicates: readonly OrderLine[];
  readonly onOpenOrder: (orderId: OrderId) => void;
};

/** P8: the agent asks and confirms how many are really wanted; the customer closes the rest. */
export function Duplicates({ order, duplicates, onOpenOrder }: Props) {
  const nowMs = useNow(MINUTE);
  return (
    <section className="notice" aria-label="疑似重复下单">
      <h3 className="notice-title">疑似重复下单</h3>
      <p className="muted">
        先向客户确认要 {order.itemCount ?? 1}{' '}
        件还是更多；多拍的订单由客户自行关闭。确认后完成「重复下单」待办。
      </p>
      <ul>
        {duplicates.map((line) => (
          <li key={line.id} className="order-line">
            <Button type="link" size="small" className="numeric" onClick={() => onOpenOrder(line.id)}>
              {line.no}
            </Button>
            <span className="truncate muted">{line.itemTitle}</span>
            <span className="numeric muted">
              {line.placedAtMs === null ? '' : formatMoment(line.placedAtMs, nowMs)}
            </span>
            <Money fen={line.payableFen} />
            <StatusTag status={line.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
