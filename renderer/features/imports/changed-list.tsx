import { Button } from 'antd';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { idIn } from '../../../shared/domain/subjects/subject.ts';
import type { ImportPreview } from '../../../shared/ipc/contract/program/import-contract.ts';

type ChangedListProps = {
  readonly changed: ImportPreview['changed'];
  readonly total: number;
  readonly onOpenOrder: (id: OrderId) => void;
};

type TitleProps = Pick<ChangedListProps, 'onOpenOrder'> & {
  readonly title: string;
  readonly orderId: OrderId | null;
};

function Title({ title, orderId, onOpenOrder }: TitleProps) {
  if (orderId === null) return <span className="numeric">{title}</span>;
  return (
    <Button type="link" size="small" className="numeric" onClick={() => onOpenOrder(orderId)}>
      {title}
    </Button>
  );
}

/** A sample of the records that the file says something new about. */
export function ChangedList({ changed, total, onOpenOrder }: ChangedListProps) {
  return (
    <div className="imports-changed">
      <ul>
        {changed.map(({ ref, title, fields }) => (
          <li key={title}>
            <Title title={title} orderId={idIn(ref, 'order')} onOpenOrder={onOpenOrder} />
            <span className="truncate">{fields.join('、')}</span>
          </li>
        ))}
      </ul>
      {changed.length < total && <p className="muted">此处显示前 {changed.length} 个</p>}
    </div>
  );
}
