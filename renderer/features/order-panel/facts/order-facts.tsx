import { EyeInvisibleOutlined, EyeOutlined, FlagFilled, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { CUSTOMER_GRADE_HINTS } from '../../../../shared/domain/orders/customer.ts';
import type { Flag, Order, OrderItem } from '../../../../shared/domain/orders/order.ts';
import { UNPAID_REASON_LABELS, UNPAID_REASONS } from '../../../../shared/domain/orders/unpaid-reason.ts';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';

import type { CustomerCard, OrderDetail } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Fact } from '../../../ui/facts/fact.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { ConcessionFact } from './concession-fact.tsx';
import { DisputePanel } from './dispute-panel.tsx';
import { Duplicates } from './duplicates.tsx';
import { maskAddress, maskName, maskPhone } from './mask.ts';
import { OrderRefunds } from './order-refunds.tsx';

const FLAG_LABELS = {
  red: '红旗',
  yellow: '黄旗',
  green: '绿旗',
  blue: '蓝旗',
  purple: '紫旗',
  grey: '灰旗',
} as const satisfies Record<Flag, string>;

function Item({ item }: { readonly item: OrderItem }) {
  return (
    <li className="item">
      <span className="item-picture" aria-hidden="true">
        <PictureOutlined />
      </span>
      <span className="item-text">
        <span className="truncate" title={item.title ?? ''}>
          {item.title ?? '商品名称未导出'}
        </span>
        <span className="muted truncate">
          {item.sku ?? '—'}
          {item.outerCode && ` · ${item.outerCode}`}
        </span>
      </span>
      {item.refundStatus && <Tag tone="warning">{item.refundStatus}</Tag>}
      <span className="numeric muted">×{item.quantity ?? 1}</span>
      <Money fen={item.payableFen ?? item.priceFen} />
    </li>
  );
}

function Items({ order, items }: Pick<OrderDetail, 'order' | 'items'>) {
  if (items.length > 0) {
    return (
      <ul className="items" aria-label="商品">
        {items.map((item) => (
          <Item key={item.lineNo} item={item} />
        ))}
      </ul>
    );
  }
  return (
    <p className="items items-summary">
      {order.itemTitle ?? '商品名称未导出'}
      {order.sku && <span className="muted"> {order.sku}</span>}
      {order.itemCount !== null && order.itemCount > 0 && (
        <span className="muted numeric"> 共 {order.itemCount} 件</span>
      )}
    </p>
  );
}

function Amounts({ order }: { readonly order: Order }) {
  return (
    <Fact label="金额">
      <span className="amounts">
        <span>
          应付 <Money fen={order.payableFen} isStrong />
        </span>
        <span className="muted">
          商品 <Money fen={order.goodsFen} /> · 邮费 <Money fen={order.postageFen} />
        </span>
        {order.paidFen !== null && (order.paidFen > 0 || order.status !== 'unpaid') && (
          <span>
            实付 <Money fen={order.paidFen} isStrong />
          </span>
        )}
        {order.refundFen !== null && order.refundFen > 0 && (
          <span>
            退款 <Money fen={order.refundFen} />
          </span>
        )}
      </span>
    </Fact>
  );
}

type Address = { readonly name: string; readonly phone: string; readonly address: string };

function receiverOf(order: Order): Address {
  const phone = order.receiverMobile ?? order.receiverPhone ?? '';
  return { name: order.receiverName ?? '', phone, address: order.receiverAddress ?? '' };
}

function masked({ name, phone, address }: Address): Address {
  return { name: maskName(name), phone: maskPhone(phone), address: maskAddress(address) };
}

/** Personal data stay covered until somebody needs them: the screen stands in a room full of people. */
function Receiver({ order }: { readonly order: Order }) {
  const [isShown, setIsShown] = useState(false);
  const receiver = receiverOf(order);
  const whole = [receiver.name, receiver.phone, receiver.address].filter(Boolean).join(' ');
  if (whole === '') return <Fact label="收货">未导出</Fact>;
  const { name, phone, address } = isShown ? receiver : masked(receiver);
  return (
    <Fact label="收货">
      <span className="receiver">
        <span>
          {name} <span className="numeric">{phone}</span>
          <Button
            type="text"
            size="small"
            icon={isShown ? <EyeInvisibleOutlined aria-hidden="true" /> : <EyeOutlined aria-hidden="true" />}
            aria-label={isShown ? '隐藏收货信息' : '显示收货信息'}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
          {isShown && <CopyButton text={whole} what="收货信息" />}
        </span>
        <span>{address}</span>
      </span>
    </Fact>
  );
}

/** The agent must know this much before the first word; the rest of the card is one tab away. */
function CustomerFact({ card }: { readonly card: CustomerCard }) {
  const { customer, history, grade } = card;
  return (
    <Fact label="客户">
      {customer.note && <strong>{customer.note}</strong>}
      <p className="muted numeric">
        {history.orderCount} 单，已付 {history.paidOrderCount} 单 <Money fen={history.paidFen} /> ·{' '}
        {CUSTOMER_GRADE_HINTS[grade]}
      </p>
    </Fact>
  );
}

function Memo({ order }: { readonly order: Order }) {
  if (!order.memo && !order.flag) return null;
  return (
    <Fact label="备注">
      {order.flag && (
        <span className="flag" data-flag={order.flag}>
          <FlagFilled aria-hidden="true" /> {FLAG_LABELS[order.flag]}
        </span>
      )}
      {order.memo}
    </Fact>
  );
}

/** The agreement with the customer, or the reason why the order is chased no more. */
function Chase({ order }: { readonly order: Order }) {
  const nowMs = useNow(MINUTE);
  const reason = UNPAID_REASONS.find((one) => one === order.chaseStopReason);
  const why = reason ? UNPAID_REASON_LABELS[reason] : order.chaseStopReason;
  return (
    <>
      {order.agreedPayAtMs !== null && (
        <Fact label="约定付款">
          <strong className="numeric">{formatMoment(order.agreedPayAtMs, nowMs)}</strong>
        </Fact>
      )}
      {order.chaseStoppedAtMs !== null && <Fact label="催付">已放弃{why ? `：${why}` : ''}</Fact>}
    </>
  );
}

function Shipping({ order, shipEnd }: Pick<OrderDetail, 'order' | 'shipEnd'>) {
  const nowMs = useNow(MINUTE);
  return (
    <>
      {shipEnd && (
        <Fact label="发货期限">
          <span className="numeric" title={shipEnd.moveText ?? undefined}>
            {formatMoment(shipEnd.atMs, nowMs)}
            {shipEnd.moveText && '（已顺延）'}
          </span>
        </Fact>
      )}
      {order.trackingNo !== null && (
        <Fact label="物流">
          {order.carrier} <span className="numeric">{order.trackingNo}</span>
          <CopyButton text={order.trackingNo} what="快递单号" />
        </Fact>
      )}
    </>
  );
}

type OrderFactsProps = {
  readonly detail: OrderDetail;
  /** The customer's card stands beside it already. */
  readonly isCardBeside: boolean;
  readonly onOpenOrder: (orderId: OrderId) => void;
  readonly onOpenRefund: (refundId: RefundId) => void;
};

export function OrderFacts({ detail, isCardBeside, onOpenOrder, onOpenRefund }: OrderFactsProps) {
  const { order, items } = detail;
  return (
    <>
      {detail.duplicates.length > 0 && (
        <Duplicates order={order} duplicates={detail.duplicates} onOpenOrder={onOpenOrder} />
      )}
      {detail.dispute && <DisputePanel orderId={order.id} dispute={detail.dispute} />}
      <Items order={order} items={items} />
      <dl className="facts">
        <Amounts order={order} />
        <OrderRefunds refunds={detail.refunds} onOpenRefund={onOpenRefund} />
        {detail.customer && !isCardBeside && <CustomerFact card={detail.customer} />}
        {order.customerMessage && <Fact label="买家留言">{order.customerMessage}</Fact>}
        <Memo order={order} />
        <Chase order={order} />
        <ConcessionFact orderId={order.id} />
        <Receiver order={order} />
        <Shipping order={order} shipEnd={detail.shipEnd} />
        {order.platformStatus && <Fact label="平台状态">{order.platformStatus}</Fact>}
        {order.afterSalesStatus && <Fact label="售后">{order.afterSalesStatus}</Fact>}
      </dl>
    </>
  );
}
