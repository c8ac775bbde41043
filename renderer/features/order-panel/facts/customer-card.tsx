import { Button, Input, Select } from 'antd';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import {
  CUSTOMER_GRADE_HINTS,
  CUSTOMER_GROUP_LABELS,
  CUSTOMER_GROUPS,
  groupOf,
} from '../../../../shared/domain/orders/customer.ts';
import { ORDER_STATUS_LABELS, paidOrPayableFen } from '../../../../shared/domain/orders/order.ts';
import type { RefundId } from '../../../../shared/domain/refunds/refund.ts';
import type { CustomerCard, OrderLine } from '../../../../shared/ipc/contract/order-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { useDraft } from '../../../lib/place/draft.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import { CustomerRefunds } from './customer-refunds.tsx';

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
    <li className="past-order">
      <Button
        type="link"
        size="small"
        title={`${line.no} ${line.itemTitle ?? ''}`}
        onClick={() => onOpenOrder(line.id)}
      >
        <span className="truncate">{line.itemTitle ?? line.no}</span>
      </Button>
      <span className="past-order-facts muted numeric">
        {line.placedAtMs !== null && <span>{formatMoment(line.placedAtMs, nowMs)}</span>}
        <Money fen={paidOrPayableFen(line)} />
        <span>{ORDER_STATUS_LABELS[line.status]}</span>
      </span>
    </li>
  );
}

/** The last ones say how the customer buys; the rest is on the screen of orders. */
const MOST_ORDERS = 3;

type Props = {
  readonly card: CustomerCard;
  /** The order that is open beside it is not one of the others. */
  readonly openOrderId: OrderId;
  readonly onOpenOrder: (orderId: OrderId) => void;
  readonly onOpenRefund: (refundId: RefundId) => void;
};

/** R2, R11: the customer's name, how to treat them and what they bought. */
export function CustomerCardView({ card, openOrderId, onOpenOrder, onOpenRefund }: Props) {
  const { history, lastOrders, grade } = card;
  const nowMs = useNow(MINUTE);
  const others = lastOrders.filter(({ id }) => id !== openOrderId).slice(0, MOST_ORDERS);
  return (
    <div className="customer-card">
      <p className="customer-hint">{CUSTOMER_GRADE_HINTS[grade]}</p>
      <p>
        {history.orderCount} 单，已付 {history.paidOrderCount} 单，共 <Money fen={history.paidFen} isStrong />
        {history.lastPaidAtMs !== null && `，最近 ${formatMoment(history.lastPaidAtMs, nowMs)}`}
      </p>
      <div className="form-row">
        <span className="muted">分组</span>
        <Group card={card} />
      </div>
      <Note card={card} />
      {others.length > 0 && (
        <>
          <h3 className="customer-heading">其他订单</h3>
          <ul>
            {others.map((line) => (
              <PastOrder key={line.id} line={line} onOpenOrder={onOpenOrder} />
            ))}
          </ul>
        </>
      )}
      <CustomerRefunds card={card} onOpenRefund={onOpenRefund} />
    </div>
  );
}
