import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { QueueTab } from '../../../shared/domain/tasks/queue-place.ts';
import { attentionAtMs } from '../../../shared/domain/tasks/task.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';
import { queueQueries } from './queries.ts';
import { isNarrowed, nickOf, type QueueView, widened } from './queue-view.ts';

const TITLES = {
  todo: '待办都处理完了',
  given: '没有同事交给你的待办',
  promised: '没有和客户约好的事',
  later: '没有稍后的待办',
  colleagues: '同事手上没有待办',
  missed: '没有错过的待办',
} as const satisfies Record<QueueTab, string>;

type Props = {
  readonly view: QueueView;
  readonly onView: (view: QueueView) => void;
  readonly onImport: () => void;
  readonly achieved?: ReactNode;
};

function NextDue({ view, onView, achieved }: Omit<Props, 'onImport'>) {
  const { data: next } = useQuery(queueQueries.next(view));
  if (!next)
    return (
      <EmptyState title={TITLES[view.bucket]} hint={<>新订单导入后，待办会自动出现在这里{achieved}</>} />
    );
  return (
    <EmptyState
      title={TITLES[view.bucket]}
      hint={
        <>
          下一项：{nickOf(next)}，
          <TimeLeft atMs={attentionAtMs(next.task)} />
          {achieved}
        </>
      }
      action={<Button onClick={() => onView({ ...view, bucket: 'later' })}>查看稍后的</Button>}
    />
  );
}

/** Why the queue is empty, and what is next. */
export function QueueEmpty({ view, onView, onImport, achieved }: Props) {
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
  if (view.bucket !== 'todo') return <EmptyState title={TITLES[view.bucket]} />;
  return <NextDue view={view} onView={onView} achieved={achieved} />;
}
