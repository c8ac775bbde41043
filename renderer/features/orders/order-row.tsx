import { paidOrPayableFen } from '../../../shared/domain/orders/order.ts';
import type { OrderLine } from '../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';

const COLUMNS = ['订单号', '状态', '客户', '商品', '金额', '下单时间', '店铺', '备注'];

export function OrderHead() {
  return (
    <div className="orders-row orders-head" aria-hidden="true">
      {COLUMNS.map((column) => (
        <span key={column} data-column={column}>
          {column}
        </span>
      ))}
    </div>
  );
}

function itemText({ itemTitle, itemCount }: OrderLine): string {
  if (itemTitle === null) return '—';
  return itemCount !== null && itemCount > 1 ? `${itemTitle} ×${itemCount}` : itemTitle;
}

export function OrderRow({ order }: { readonly order: OrderLine }) {
  const nowMs = useNow(MINUTE);
  const { no, status, platformStatus, customerNick, placedAtMs, shopName, memo } = order;
  return (
    <div className="orders-row">
      <span className="numeric truncate" title={no}>
        {no}
      </span>
      <span>
        <StatusTag status={status} platformStatus={platformStatus} />
      </span>
      <span className="truncate" title={customerNick ?? undefined}>
        {customerNick ?? '—'}
      </span>
      <span className="truncate" title={order.itemTitle ?? undefined}>
        {itemText(order)}
      </span>
      <span data-column="金额">
        <Money fen={paidOrPayableFen(order)} />
      </span>
      <span className="numeric muted">{placedAtMs === null ? '—' : formatMoment(placedAtMs, nowMs)}</span>
      <span className="truncate muted" title={shopName}>
        {shopName}
      </span>
      <span className="truncate muted" title={memo ?? undefined}>
        {memo ?? ''}
      </span>
    </div>
  );
}
