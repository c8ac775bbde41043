import { AutoComplete, Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { OrderItem } from '../../../../shared/domain/orders/order.ts';
import { paidOrPayableFen } from '../../../../shared/domain/orders/order.ts';
import {
  REFUND_TYPE_LABELS,
  REFUND_TYPES,
  type RefundType,
} from '../../../../shared/domain/refunds/refund-words.ts';
import type { OrderDetail } from '../../../../shared/ipc/contract/order-contract.ts';
import type { FormWork } from '../../../lib/place/subject-panel.ts';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';

const TYPES = REFUND_TYPES.map((type) => ({ value: type, label: REFUND_TYPE_LABELS[type] }));

/** In the words of the platforms, so that the advice on the refund is the same as after an import. */
const REASONS = [
  '不想要了',
  '拍错/多拍',
  '七天无理由退换货',
  '尺码不合适',
  '商品质量问题',
  '发错货',
  '少件/漏发',
  '商品破损',
  '未按约定时间发货',
].map((value) => ({ value }));

const WHOLE = 'whole';

const isShipped = ({ order }: OrderDetail) => order.status === 'shipped' || order.status === 'completed';

type PartProps = {
  readonly items: readonly OrderItem[];
  readonly lineNo: string | null;
  readonly onLine: (lineNo: string | null) => void;
};

function Part({ items, lineNo, onLine }: PartProps) {
  if (items.length < 2) return null;
  return (
    <Select<string>
      className="refund-form-part"
      aria-label="退款商品"
      value={lineNo ?? WHOLE}
      popupMatchSelectWidth={false}
      options={[
        { value: WHOLE, label: `整单（${items.length} 件商品）` },
        ...items.map((item) => ({
          value: item.lineNo,
          label: [item.title, item.sku].filter(Boolean).join(' '),
        })),
      ]}
      onChange={(value) => onLine(value === WHOLE ? null : value)}
    />
  );
}

/** A2, A4: the customer says so before any file does; the next import that shows it takes it over. */
export function RefundForm({ detail, work }: { readonly detail: OrderDetail; readonly work: FormWork }) {
  const { order, items } = detail;
  const amountOf = (line: string | null) =>
    paidOrPayableFen(items.find((item) => item.lineNo === line) ?? order);
  const [lineNo, setLineNo] = useState<string | null>(null);
  const [type, setType] = useState<RefundType>(isShipped(detail) ? 'return-refund' : 'refund-unshipped');
  const [refundFen, setRefundFen] = useState(amountOf(null));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isApplied, setIsApplied] = useState(false);
  const register = useAction('refunds.register', work.close);
  return (
    <form
      aria-label="登记退款"
      className="refund-form"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate({ orderId: order.id, lineNo, type, refundFen, reason, isApplied, note });
      }}
    >
      <div className="form-row">
        <Select<RefundType>
          autoFocus
          aria-label="售后类型"
          value={type}
          options={TYPES}
          popupMatchSelectWidth={false}
          onChange={setType}
        />
        <Part
          items={items}
          lineNo={lineNo}
          onLine={(line) => {
            setLineNo(line);
            setRefundFen(amountOf(line));
          }}
        />
        <InputNumber<number>
          aria-label="退款金额"
          className="refund-form-amount"
          min={0.01}
          precision={2}
          prefix="¥"
          placeholder="金额未定"
          value={refundFen === null ? null : refundFen / 100}
          onChange={(yuan) => setRefundFen(yuan === null ? null : Math.round(yuan * 100))}
        />
        <AutoComplete
          className="refund-form-reason"
          aria-label="退款原因"
          placeholder="原因"
          options={REASONS}
          value={reason}
          maxLength={100}
          onChange={setReason}
        />
      </div>
      <div className="form-row">
        <NoteInput label="退款说明" placeholder="客户怎么说，可不填" text={note} onText={setNote} />
        <Checkbox checked={isApplied} onChange={(event) => setIsApplied(event.target.checked)}>
          客户已在平台申请
        </Checkbox>
        <Button type="primary" htmlType="submit">
          登记退款
        </Button>
      </div>
    </form>
  );
}
