import './reminders.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { z } from 'zod';
import { WHOLE_QUEUE } from '../../../shared/ipc/contract/task-contract.ts';
import { taskCountsQuery } from '../../lib/main-process/task-counts.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { Money } from '../../ui/facts/money.tsx';

/** X2: tells in one line what was missed, with the number and the money of its list, until an agent has read it. */
export function MissedNote({ onShow }: { readonly onShow: () => void }) {
  const { data: counts } = useQuery(taskCountsQuery(WHOLE_QUEUE));
  const { count = 0, amountFen = 0 } = counts?.byTab.missed ?? {};
  const [seenCount, setSeenCount] = useViewState('missed-seen', z.int(), 0);
  const isFewer = counts !== undefined && count < seenCount;
  useEffect(() => {
    // Some of it was cleared or worked off: the next one that is missed is news again.
    if (isFewer) setSeenCount(count);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isFewer, count]);
  if (count <= seenCount) return null;
  return (
    <div className="missed-note" role="status">
      <span className="numeric">
        已错过 {count.toLocaleString('zh-CN')} 项，
        <Money fen={amountFen} />
      </span>
      <Button
        size="small"
        onClick={() => {
          setSeenCount(count);
          onShow();
        }}
      >
        查看
      </Button>
      <Button size="small" type="text" onClick={() => setSeenCount(count)}>
        知道了
      </Button>
    </div>
  );
}
