import { Button, Popover } from 'antd';
import { useRef } from 'react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { SHORTCUTS, useEscape, useOverridingShortcut } from '../../lib/shortcuts.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { HandOverForm } from '../../ui/forms/hand-over-form.tsx';

/** One hand-over is one transaction. */
const MOST_TASKS = 500;

type Props = {
  readonly cardCount: number;
  /** Everything that is to do about the marked cards. */
  readonly taskIds: readonly TaskId[];
  readonly isHandingOver: boolean;
  readonly onHandingOver: (isOpen: boolean) => void;
  /** Handed over, or not wanted any more: no row is marked from then on. */
  readonly onFinish: () => void;
};

/** H6: the actions on all marked rows at once. */
export function MarkedBar({ cardCount, taskIds, isHandingOver, onHandingOver, onFinish }: Props) {
  const form = useRef<HTMLDivElement>(null);
  const isShown = cardCount > 1;
  useOverridingShortcut(SHORTCUTS.handOver, () => onHandingOver(true), isShown);
  useEscape(() => onHandingOver(false), isShown && isHandingOver);
  if (!isShown) return null;
  return (
    <div className="queue-marked">
      <span className="numeric">已选 {cardCount} 项</span>
      <Popover
        trigger="click"
        open={isHandingOver}
        onOpenChange={onHandingOver}
        // Before it has appeared, nothing in it can take the focus.
        afterOpenChange={(isOpen) => isOpen && form.current?.querySelector('input')?.focus()}
        destroyOnHidden
        content={
          <div ref={form}>
            <HandOverForm taskIds={taskIds.slice(0, MOST_TASKS)} onDone={onFinish} />
          </div>
        }
      >
        <Button size="small" type="primary">
          转交 <Kbd keys={SHORTCUTS.handOver.label} />
        </Button>
      </Popover>
      <Button size="small" onClick={onFinish}>
        取消选择
      </Button>
    </div>
  );
}
