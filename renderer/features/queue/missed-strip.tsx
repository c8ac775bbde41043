import { Button } from 'antd';
import { useState } from 'react';
import type { ActivityId } from '../../../shared/domain/ids.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { wayBack } from '../../ui/forms/use-action.ts';
import { allTasksOf } from './marks/queue-acts.ts';
import type { QueueView } from './queue-view.ts';

/** So many cards at a time, so that main is never held for long. */
const AT_ONCE = 50;

/** Everything that was missed goes out of sight with one press, however much it is, and comes back with one undo. */
export function MissedStrip({ view, count }: { readonly view: QueueView; readonly count: number }) {
  const feedback = useFeedback();
  const [isClearing, setIsClearing] = useState(false);
  if (count === 0) return null;

  async function clearAll(): Promise<ActivityId[]> {
    const { rows } = await call('tasks.queue', { ...view, offset: 0, limit: AT_ONCE });
    if (rows.length === 0) return [];
    const { activityId } = await call('tasks.clearMissed', { ids: allTasksOf(rows) });
    return [activityId, ...(await clearAll())];
  }

  async function press(): Promise<void> {
    setIsClearing(true);
    try {
      const acts = await clearAll();
      feedback.done(`已清除 ${count} 项已错过`, wayBack(...acts));
    } catch (error) {
      feedback.fail(error);
    } finally {
      setIsClearing(false);
    }
  }

  return (
    <div className="queue-strip">
      <span className="muted">可再联系客户，或一次清除</span>
      <Button size="small" loading={isClearing} onClick={() => void press()}>
        全部清除
      </Button>
    </div>
  );
}
