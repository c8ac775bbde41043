import { Button } from 'antd';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { ImportPreview } from '../../../shared/ipc/contract/import-contract.ts';

type ChangedListProps = {
  readonly changed: ImportPreview['changed'];
  readonly total: number;
  readonly onOpenOrder: (id: OrderId) => void;
};

/** A sample of the orders that the file says something new about. */
export function ChangedList({ changed, total, onOpenOrder }: ChangedListProps) {
  return (
    <div className="imports-changed">
      <ul>
        {changed.map(({ orderId, orderNo, fields }) => (
          <li key={orderId}>
            <Button type="link" size="small" className="numeric" onClick={() => onOpenOrder(orderId)}>
              {orderNo}
            </Button>
            <span className="truncate">{fields.join('、')}</span>
          </li>
        ))}
      </ul>
      {changed.length < total && <p className="muted">此处显示前 {changed.length} 个</p>}
    </div>
  );
}
