import './reminders.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { taskCountsQuery, WHOLE_QUEUE } from '../../lib/main-process/task-counts.ts';
import { useViewState } from '../../lib/place/view-state.ts';

/** X2: tells once, in one line, what fell due while no agent was there, until an agent has read it. */
export function MissedNote({ onShow }: { readonly onShow: () => void }) {
  const { data: counts } = useQuery(taskCountsQuery(WHOLE_QUEUE));
  const missedCount = counts?.byBucket.missed ?? 0;
  const [seenCount, setSeenCount] = useViewState('missed-seen', z.int(), 0);
  const newCount = missedCount - Math.min(seenCount, missedCount);
  if (newCount === 0) return null;
  return (
    <div className="missed-note" role="status">
      <span className="numeric">你不在时有 {newCount} 项待办到期，已过有效时间</span>
      <Button
        size="small"
        onClick={() => {
          setSeenCount(missedCount);
          onShow();
        }}
      >
        查看
      </Button>
      <Button size="small" type="text" onClick={() => setSeenCount(missedCount)}>
        知道了
      </Button>
    </div>
  );
}
