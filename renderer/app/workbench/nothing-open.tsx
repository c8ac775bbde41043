import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { WHOLE_QUEUE } from '../../../shared/ipc/contract/task-contract.ts';
import { queueQueries } from '../../features/queue/queries.ts';
import { taskCountsQuery } from '../../lib/main-process/task-counts.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import type { Screen } from '../../lib/place/screens.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/facts/kbd.tsx';

type Way = { readonly screen: Screen; readonly label: string; readonly words: string };

const FIRST_STEPS: readonly Way[] = [
  { screen: 'imports', label: '导入报表', words: '把平台导出的订单报表拖进窗口，未付款的会自动排进左侧队列' },
  { screen: 'library', label: '整理话术', words: '看一遍现成的话术，改成店里的说法' },
  { screen: 'settings', label: '设置催付', words: '设好多久没付款开始催、夜里几点不催' },
];
const MEANWHILE: readonly Way[] = [
  { screen: 'orders', label: '看订单', words: '即将超时、今天要发的订单' },
  { screen: 'refunds', label: '看退款', words: '按剩余时间排好的退款' },
  { screen: 'report', label: '看报表', words: '催付的成效，哪条话术最管用' },
];

function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const { openScreen } = useNavigation();
  return (
    <ol className="ways">
      {ways.map(({ screen, label, words }) => (
        <li key={screen}>
          <Button onClick={() => openScreen(screen)}>
            {label} <Kbd keys={SHORTCUTS[screen].label} />
          </Button>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}

/** Where to begin on the first day, and where to look when all is done; else how a task is chosen. */
export function NothingOpen() {
  const { data: counts } = useQuery(taskCountsQuery(WHOLE_QUEUE));
  const isNothingDue = counts?.byTab.todo.count === 0;
  // At a start there is mostly something to do, and the queue must not wait for another question.
  const { data: hasOrders } = useQuery({ ...queueQueries.hasOrders(), enabled: isNothingDue });
  if (counts === undefined || (isNothingDue && hasOrders === undefined)) return null;
  if (!isNothingDue)
    return (
      <EmptyState title="选择一项待办" hint="左侧队列按金额和剩余时间排列，↑ ↓ 选择，Enter 取推荐话术" />
    );
  return hasOrders === true ? (
    <EmptyState title="没有要马上处理的" hint={<Ways ways={MEANWHILE} />} />
  ) : (
    <EmptyState title="第一天从这里开始" hint={<Ways ways={FIRST_STEPS} />} />
  );
}
