import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import type { ShownCase } from '../../../../shared/ipc/contract/script-page-contract.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useNow } from '../../../lib/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useRemoveCase } from '../mutations.ts';
import { scriptPageQueries } from '../queries.ts';
import { CaseOfScriptForm } from './case-form.tsx';

type RowProps = { readonly one: ShownCase; readonly onOpenOrder: (id: OrderId) => void };

function CaseRow({ one, onOpenOrder }: RowProps) {
  const nowMs = useNow(MINUTE);
  const remove = useRemoveCase();
  return (
    <li className="case">
      <div className="case-head">
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
export function CasesTab({ scriptId, openOrderId, onOpenOrder }: TabProps) {
  const { data, error, refetch } = useQuery(scriptPageQueries.cases(scriptId));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <CaseOfScriptForm scriptId={scriptId} orderId={openOrderId} />
      {data?.length === 0 && (
        <EmptyState title="还没有案例" hint="把典型的订单记在这里，修改话术时可说明来自哪个案例" />
      )}
      <ul className="cases" aria-label="案例">
        {data?.map((one) => (
          <CaseRow key={one.id} one={one} onOpenOrder={onOpenOrder} />
        ))}
      </ul>
    </>
  );
}
