import type { QueueGroup } from '../../../shared/domain/tasks/queue-place.ts';
import { GROUP_LABELS } from './queue-view.ts';

type Props = { readonly group: QueueGroup; readonly count: number };

/** How soon the rows below it end; only the last hour is red. */
export function GroupHead({ group, count }: Props) {
  return (
    <span className="group-head" data-group={group}>
      {GROUP_LABELS[group]} <span className="numeric">{count.toLocaleString('zh-CN')}</span>
    </span>
  );
}
