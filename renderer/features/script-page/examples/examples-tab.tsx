import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import type { ShownExample } from '../../../../shared/ipc/contract/scripts/script-page-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { scriptExamplesQuery } from '../../../lib/main-process/script-queries.ts';
import { formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Tag } from '../../../ui/facts/tag.tsx';
import { useRemoveExample } from '../mutations.ts';
import { ExampleOfScriptForm } from './example-form.tsx';

type RowProps = { readonly one: ShownExample; readonly onOpenOrder: (id: OrderId) => void };

function ExampleRow({ one, onOpenOrder }: RowProps) {
  const nowMs = useNow(MINUTE);
  const remove = useRemoveExample();
  return (
    <li className="example">
      <div className="example-head">
        <Button type="link" size="small" className="numeric" onClick={() => onOpenOrder(one.orderId)}>
          {one.orderNo}
        </Button>
        <span>{one.customerNick ?? '匿名客户'}</span>
        {one.changeId !== null && <Tag tone="success">已用于修改</Tag>}
        <span className="muted numeric">
          {one.agentName} {formatMoment(one.atMs, nowMs)}
        </span>
        <Button
          size="small"
          type="text"
          aria-label={`移除案例 ${one.orderNo}`}
          onClick={() => remove.mutate(one.id)}
        >
          移除
        </Button>
      </div>
      <p>{one.note}</p>
    </li>
  );
}

type TabProps = {
  readonly scriptId: ScriptId;
  readonly openOrderId: OrderId | null;
  readonly onOpenOrder: (id: OrderId) => void;
};

/** K9: the orders that the script was made or improved from. */
export function ExamplesTab({ scriptId, openOrderId, onOpenOrder }: TabProps) {
  const { data, error, refetch } = useQuery(scriptExamplesQuery(scriptId));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ExampleOfScriptForm scriptId={scriptId} orderId={openOrderId} />
      {data?.length === 0 && (
        <EmptyState title="还没有案例" hint="把典型的订单记在这里，修改话术时可说明来自哪个案例" />
      )}
      <ul className="examples" aria-label="案例">
        {data?.map((one) => (
          <ExampleRow key={one.id} one={one} onOpenOrder={onOpenOrder} />
        ))}
      </ul>
    </>
  );
}
