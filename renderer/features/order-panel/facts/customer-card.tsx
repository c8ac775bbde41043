import { Button, Input, Select } from 'antd';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import {
  CUSTOMER_GRADE_HINTS,
  CUSTOMER_GROUP_LABELS,
  CUSTOMER_GROUPS,
  groupOf,
} from '../../../../shared/domain/orders/customer.ts';
import { paidOrPayableFen } from '../../../../shared/domain/orders/order.ts';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';
import type { CustomerCard, OrderLine } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useDraft } from '../../../lib/place/draft.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { StatusTag } from '../../../ui/facts/status-tag.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import { RefundLineView } from './order-refunds.tsx';

const AUTOMATIC = 'automatic';

function Group({ card }: { readonly card: CustomerCard }) {
  const { customer, grade } = card;
  const edit = useAction('customers.edit');
  return (
    <Select
      size="small"
      aria-label="客户分组"
      value={customer.groupOverride ?? AUTOMATIC}
      popupMatchSelectWidth={false}
      options={[
        { value: AUTOMATIC, label: `${CUSTOMER_GROUP_LABELS[groupOf(grade)]}（按订单）` },
        ...CUSTOMER_GROUPS.map((group) => ({ value: group, label: CUSTOMER_GROUP_LABELS[group] })),
      ]}
      onChange={(value: string) => {
        const groupOverride = CUSTOMER_GROUPS.find((group) => group === value) ?? null;
        edit.mutate({ id: customer.id, note: customer.note, groupOverride });
      }}
    />
  );
}

/** The typed text stays while the agent looks at another order; it is the customer's only once it is saved. */
function Note({ card: { customer } }: { readonly card: CustomerCard }) {
  const [draft, setDraft] = useDraft(`customer.${customer.id}`);
  const edit = useAction('customers.edit', () => setDraft(''));
  const text = draft === '' ? (customer.note ?? '') : draft;
  const isChanged = draft !== '' && draft !== (customer.note ?? '');
  return (
    <div className="customer-note">
      <Input.TextArea
        aria-label="客户备注"
        placeholder="尺码、偏好、注意事项"
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        value={text}
        // A single blank stands for "emptied", so that the stored note does not come back while it is being deleted.
        onChange={(event) => setDraft(event.target.value === '' ? ' ' : event.target.value)}
      />
      {isChanged && (
        <div className="form-row">
          <Button
            size="small"
            type="primary"
            onClick={() =>
              edit.mutate({
                id: customer.id,
                note: draft,
                groupOverride: customer.groupOverride,
              })
            }
          >
            保存
          </Button>
          <Button size="small" onClick={() => setDraft('')}>
            放弃修改
          </Button>
        </div>
      )}
    </div>
  );
}

function PastOrder({ line, onOpenOrder }: { line: OrderLine; onOpenOrder: (id: OrderId) => void }) {
  const nowMs = useNow(MINUTE);
  return (
    <li className="order-line">
      <Button
        type="link"
        size="small"
        className="order-line-title"
        title={`${line.no} ${line.itemTitle ?? ''}`}
        onClick={() => onOpenOrder(line.id)}
      >
        <span className="truncate">{line.itemTitle ?? line.no}</span>
      </Button>
      <span className="numeric muted">
        {line.placedAtMs === null ? '' : formatMoment(line.placedAtMs, nowMs)}
      </span>
      <Money fen={paidOrPayableFen(line)} />
      <StatusTag status={line.status} />
    </li>
  );
}

type Props = {
  readonly card: CustomerCard;
  readonly onOpenOrder: (orderId: OrderId) => void;
  readonly onOpenRefund: (refundId: RefundId) => void;
};

/** R2, R11: the customer's name, how to treat them and what they bought. */
export function CustomerCardView({ card, onOpenOrder, onOpenRefund }: Props) {
  const { history, lastOrders, refunds, grade } = card;
  const nowMs = useNow(MINUTE);
  return (
    <div className="customer-card">
      <p className="customer-hint">{CUSTOMER_GRADE_HINTS[grade]}</p>
      <p className="numeric">
        {history.orderCount} 单，已付 {history.paidOrderCount} 单，共 <Money fen={history.paidFen} isStrong />
        {history.lastPaidAtMs !== null && `，最近 ${formatMoment(history.lastPaidAtMs, nowMs)}`}
      </p>
      <div className="form-row">
        <span className="muted">分组</span>
        <Group card={card} />
      </div>
      <Note card={card} />
      <h3 className="customer-heading">最近订单</h3>
      <ul>
        {lastOrders.map((line) => (
          <PastOrder key={line.id} line={line} onOpenOrder={onOpenOrder} />
        ))}
      </ul>
      {refunds.count > 0 && (
        <>
          <h3 className="customer-heading numeric">退款 {refunds.count} 笔</h3>
          <ul>
            {refunds.last.map((line) => (
              <RefundLineView key={line.id} line={line} onOpenRefund={onOpenRefund} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
