import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { QueueHandle, QueuePlace } from '../../features/queue/queue-panel.tsx';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';

type StepsProps = {
  readonly queue: { current: QueueHandle | null };
  readonly place: QueuePlace;
};

/** Beside the chat there is no room for the queue: one step either way, and the whole of it behind a key. */
export function QueueSteps({ queue, place: { at, count } }: StepsProps) {
  return (
    <div className="stacked-place">
      <Button
        type="text"
        size="small"
        icon={<LeftOutlined aria-hidden="true" />}
        aria-label="上一条"
        title={`上一条（${SHORTCUTS.previous.label}）`}
        onClick={() => queue.current?.move(-1)}
      />
      <Button type="text" size="small" className="stacked-place-queue" onClick={() => queue.current?.focus()}>
        <span className="numeric">队列 {at < 0 ? count : `${at + 1}/${count}`}</span>{' '}
        <Kbd keys={SHORTCUTS.queue.label} />
      </Button>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined aria-hidden="true" />}
        aria-label="下一条"
        title={`下一条（${SHORTCUTS.next.label}）`}
        onClick={() => queue.current?.move(1)}
      />
    </div>
  );
}
