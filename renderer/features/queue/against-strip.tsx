import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { MOST_TASKS } from '../../../shared/ipc/contract/task-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useAction } from '../../ui/forms/use-action.ts';
import { GROUP_LABELS, type QueueView } from './queue-view.ts';

type Props = {
  readonly view: QueueView;
  readonly count: number;
  /** So many stand before them in the list. */
  readonly before: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** Cards that the program advises against, out of the way: looked at, or left all at once. */
export function AgainstStrip({ view, count, before, isOpen, onOpen }: Props) {
  const skip = useAction('tasks.skip');
  const [isReading, setIsReading] = useState(false);
  if (count === 0) return null;

  async function skipAll(): Promise<void> {
    setIsReading(true);
    try {
      const { rows } = await call('tasks.queue', { ...view, offset: before, limit: MOST_TASKS });
      const ids = rows.filter(({ group }) => group === 'against').map(({ task }) => task.id);
      if (ids.length > 0) skip.mutate({ ids });
    } finally {
      setIsReading(false);
    }
  }

  return (
    <div className="queue-against">
      <button type="button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        {isOpen ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        {GROUP_LABELS.against} <span className="numeric">{count.toLocaleString('zh-CN')}</span>
      </button>
      <Button size="small" type="text" loading={isReading || skip.isPending} onClick={() => void skipAll()}>
        全部不催
      </Button>
    </div>
  );
}
