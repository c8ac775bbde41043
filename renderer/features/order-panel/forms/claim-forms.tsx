import { Button } from 'antd';
import { useState } from 'react';
import { MomentField } from '../../../ui/forms/moment-field.tsx';
import { NoteInput } from '../../../ui/forms/note-input.tsx';
import { useAction } from '../../../ui/forms/use-action.ts';
import type { OrderFormProps } from '../order-form.ts';

/** X4: a claim, no more; the next import proves it or brings the chase back. */
export function ClaimPaidForm({ order, work }: OrderFormProps) {
  const orderId = order.id;
  const [note, setNote] = useState('');
  const claim = useAction('chases.claimPaid', work.finish, work.comeBack);
  return (
    <form
      aria-label="标记已付款"
      onSubmit={(event) => {
        event.preventDefault();
        claim.mutate({ orderId, note });
      }}
    >
      <p className="muted">暂停催付；下次导入核实，若仍未付款会重新提醒。</p>
      <div className="form-row">
        <NoteInput autoFocus label="付款说明" placeholder="说明，可不填" text={note} onText={setNote} />
        <Button type="primary" htmlType="submit">
          标记已付款
        </Button>
      </div>
    </form>
  );
}

/** The platform may give this order another closing time than the shop's setting. */
export function CloseTimeForm({ order, work }: OrderFormProps) {
  const [closesAtMs, setClosesAtMs] = useState<number | null>(null);
  const setCloseTime = useAction('chases.setCloseTime', work.close);
  return (
    <form
      aria-label="关闭时间"
      onSubmit={(event) => {
        event.preventDefault();
        if (closesAtMs !== null) setCloseTime.mutate({ orderId: order.id, closesAtMs });
      }}
    >
      <MomentField label="平台关闭订单的时间" value={closesAtMs} onChange={setClosesAtMs} autoFocus />
      <div className="form-row">
        <Button type="primary" htmlType="submit" disabled={closesAtMs === null}>
          修改关闭时间
        </Button>
        {order.closesAtMs !== null && (
          <Button onClick={() => setCloseTime.mutate({ orderId: order.id, closesAtMs: null })}>
            恢复店铺设置
          </Button>
        )}
      </div>
    </form>
  );
}
