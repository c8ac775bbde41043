import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { attentionAtMs } from '../../../shared/domain/tasks/task.ts';
import type { QueueBucket } from '../../../shared/ipc/contract/task-contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';
import { queueQueries } from './queries.ts';
import { isNarrowed, type QueueView, widened } from './queue-view.ts';

const TITLES = {
  now: '现在没有到期的待办',
  soon: '2 小时内没有到期的待办',
  today: '今天没有待办',
  all: '没有待办',
  snoozed: '没有已延后的待办',
  missed: '没有错过的待办',
} as const satisfies Record<QueueBucket, string>;

type Props = {
  readonly view: QueueView;
  readonly onView: (view: QueueView) => void;
  readonly onImport: () => void;
};

function NextDue({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  const { data: next } = useQuery(queueQueries.next(view));
  if (!next) return <EmptyState title={TITLES[view.bucket]} hint="新订单导入后，待办会自动出现在这里" />;
  return (
    <EmptyState
      title={TITLES[view.bucket]}
      hint={
        <>
          下一项：{next.summary.customerNick ?? next.summary.title}，
          <TimeLeft atMs={attentionAtMs(next.task)} />
        </>
      }
      action={<Button onClick={() => onView({ ...view, bucket: 'all' })}>查看全部</Button>}
    />
  );
}

/** Why the queue is empty, and what is next. */
export function QueueEmpty({ view, onView, onImport }: Props) {
  const { data: hasOrders } = useQuery(queueQueries.hasOrders());
  if (hasOrders === undefined) return null;
  if (!hasOrders) {
    return (
      <EmptyState
        title="还没有订单"
        hint="导入平台导出的订单文件，未付款的订单会按时出现在这里"
        action={
          <Button type="primary" onClick={onImport}>
            导入订单
          </Button>
        }
      />
    );
  }
  if (isNarrowed(view)) {
    return (
      <EmptyState
        title="没有符合条件的待办"
        action={<Button onClick={() => onView(widened(view))}>清除筛选</Button>}
      />
    );
  }
  if (view.bucket === 'snoozed' || view.bucket === 'missed')
    return <EmptyState title={TITLES[view.bucket]} />;
  return <NextDue view={view} onView={onView} />;
}
