import { EyeInvisibleOutlined, EyeOutlined, PictureOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { CUSTOMER_GRADE_HINTS } from '../../../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../../../shared/domain/orders/order.ts';
import { UNPAID_REASON_LABELS, UNPAID_REASONS } from '../../../../shared/domain/orders/unpaid-reason.ts';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';

import type { CustomerCard, OrderDetail } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { maskAddress, maskName, maskPhone } from '../../../lib/mask.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { CopyTarget } from '../../../ui/copy-button.tsx';
import { Fact } from '../../../ui/facts/fact.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { ProductNameField } from '../../../ui/forms/product-name-field.tsx';
import { MemoFacts } from '../memo/memo-facts.tsx';
import { ConcessionFact } from './concession-fact.tsx';
import { DisputePanel } from './dispute-panel.tsx';
import { Duplicates } from './duplicates.tsx';
import { OrderRefunds } from './order-refunds.tsx';

type ItemProps = Pick<OrderDetail, 'order' | 'productNames'> & { readonly item: OrderItem };

function Item({ order, productNames, item }: ItemProps) {
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
        <ShortName order={order} productNames={productNames} title={item.title} />
      </span>
      {item.refundStatus && <Tag tone="warning">{item.refundStatus}</Tag>}
      <span className="numeric muted">×{item.quantity ?? 1}</span>
      <Money fen={item.payableFen ?? item.priceFen} />
    </li>
  );
}

type ShortNameProps = Pick<OrderDetail, 'order' | 'productNames'> & { readonly title: string | null };

/** B15: beside the title, which is written for a search and not for a customer. */
function ShortName({ order, productNames, title }: ShortNameProps) {
  if (title === null) return null;
  const named = productNames.find((one) => one.title === title)?.name;
  return <ProductNameField key={title} title={title} named={named} orderId={order.id} />;
}

/** An export that has no items of its own says of the goods what fits a line. */
function Summary({ order, productNames }: Pick<OrderDetail, 'order' | 'productNames'>) {
  return (
    <div className="items items-summary">
      {order.itemTitle ?? '商品名称未导出'}
      {order.sku && <span className="muted"> {order.sku}</span>}
      {order.itemCount !== null && order.itemCount > 0 && (
        <span className="muted numeric"> 共 {order.itemCount} 件</span>
      )}
      {/* The titles of several products stand in one text, which names none of them. */}
      {(order.itemKinds ?? 1) < 2 && (
        <ShortName order={order} productNames={productNames} title={order.itemTitle} />
      )}
    </div>
  );
}

/** As many as an agent takes in at a glance; what else is known of the order stays in sight below them. */
const MOST_ITEMS = 3;

function Items({ order, items, productNames }: Pick<OrderDetail, 'order' | 'items' | 'productNames'>) {
  const [isWhole, setIsWhole] = useState(false);
  const more = items.length - MOST_ITEMS;
  if (items.length > 0) {
    return (
      <div className="items">
        <ul aria-label="商品">
          {items.slice(0, isWhole ? undefined : MOST_ITEMS).map((item) => (
            <Item key={item.lineNo} order={order} productNames={productNames} item={item} />
          ))}
        </ul>
        {more > 0 && (
          <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? '收起' : `另 ${more} 件`}
          </Button>
        )}
      </div>
    );
  }
  return <Summary order={order} productNames={productNames} />;
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
          {name}{' '}
          <span className="numeric">
            {phone !== '' && (
              <CopyTarget text={receiver.phone} what="手机号">
                {phone}
              </CopyTarget>
            )}
          </span>
          <Button
            type="text"
            size="small"
            icon={isShown ? <EyeInvisibleOutlined aria-hidden="true" /> : <EyeOutlined aria-hidden="true" />}
            aria-label={isShown ? '隐藏收货信息' : '显示收货信息'}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
        </span>
        <CopyTarget text={whole} what="收货信息">
          {address === '' ? '全部收货信息' : address}
        </CopyTarget>
      </span>
    </Fact>
  );
}

/** In one column the card is far below, and this much the agent must know before the first word. */
function CustomerFact({ card }: { readonly card: CustomerCard }) {
  const { customer, history, grade } = card;
  return (
    <Fact label="客户" isOnlyNarrow>
      {customer.note && <strong>{customer.note}</strong>}
      <p className="muted">
        {history.orderCount} 单，已付 {history.paidOrderCount} 单 <Money fen={history.paidFen} /> ·{' '}
        {CUSTOMER_GRADE_HINTS[grade]}
      </p>
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
      {order.chaseStoppedAtMs !== null && <Fact label="催付">{why ? `已放弃：${why}` : '不催'}</Fact>}
    </>
  );
}

type ShipEndProps = { readonly detail: OrderDetail };

/** O7: said where it is near: of a pre-sale, or once it is late. */
function Compensation({ detail: { shipEnd, isPresale } }: ShipEndProps) {
  const nowMs = useNow(MINUTE);
  const isLate = shipEnd !== null && shipEnd.atMs <= nowMs;
  if (shipEnd === null || shipEnd.compensationFen === 0 || !(isLate || isPresale)) return null;
  return (
    <span className="muted">
      {' '}
      {isLate ? '已超时，' : ''}可能赔付 <Money fen={shipEnd.compensationFen} />
    </span>
  );
}

function ShipEnd({ detail }: ShipEndProps) {
  const nowMs = useNow(MINUTE);
  const { shipEnd, agreedShipAtMs, isPresale } = detail;
  if (shipEnd === null) return null;
  const { atMs, sourceText, isByRule, moveText } = shipEnd;
  return (
    <Fact label={isPresale ? '预售发货' : '发货期限'}>
      <span className="ship-end numeric" data-late={atMs <= nowMs || undefined}>
        {formatMoment(atMs, nowMs)}
      </span>{' '}
      <span className="muted" title={sourceText}>
        {moveText ?? (isByRule ? '按设置估算' : sourceText)}
      </span>
      <Compensation detail={detail} />
      {agreedShipAtMs !== null && agreedShipAtMs !== atMs && (
        <span className="muted numeric"> 客户同意等到 {formatMoment(agreedShipAtMs, nowMs)}</span>
      )}
    </Fact>
  );
}

function Shipping({ detail }: { readonly detail: OrderDetail }) {
  const { order, noShipEnd } = detail;
  return (
    <>
      <ShipEnd detail={detail} />
      {noShipEnd !== null && (
        <Fact label="发货期限">
          <span className="muted">{noShipEnd}</span>
        </Fact>
      )}
      {order.trackingNo !== null && (
        <Fact label="物流">
          {order.carrier}{' '}
          <span className="numeric">
            <CopyTarget text={order.trackingNo} what="快递单号" />
          </span>
        </Fact>
      )}
    </>
  );
}

type OrderFactsProps = {
  readonly detail: OrderDetail;
  readonly onOpenOrder: (orderId: OrderId) => void;
  readonly onOpenRefund: (refundId: RefundId) => void;
};

export function OrderFacts({ detail, onOpenOrder, onOpenRefund }: OrderFactsProps) {
  const { order, items } = detail;
  return (
    <>
      {detail.duplicates.length > 0 && (
        <Duplicates order={order} duplicates={detail.duplicates} onOpenOrder={onOpenOrder} />
      )}
      {detail.dispute && <DisputePanel orderId={order.id} dispute={detail.dispute} />}
      {order.customerMessage && (
        <p className="customer-message">
          <span className="visually-hidden">买家留言：</span>
          {order.customerMessage}
        </p>
      )}
      <Items order={order} items={items} productNames={detail.productNames} />
      <dl className="facts">
        <Amounts order={order} />
        <OrderRefunds refunds={detail.refunds} onOpenRefund={onOpenRefund} />
        {detail.customer && <CustomerFact card={detail.customer} />}
        <MemoFacts order={order} pendingMemos={detail.pendingMemos} />
        <Chase order={order} />
        <ConcessionFact orderId={order.id} />
        <Receiver order={order} />
        <Shipping detail={detail} />
        {order.platformStatus && <Fact label="平台状态">{order.platformStatus}</Fact>}
        {order.afterSalesStatus && <Fact label="售后">{order.afterSalesStatus}</Fact>}
      </dl>
    </>
  );
}
