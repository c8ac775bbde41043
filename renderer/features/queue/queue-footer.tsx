import { TASK_KINDS, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import { AMOUNT_AT_RISK } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import { QUEUE_TAB_LABELS, type QueueCounts } from '../../../shared/ipc/contract/task-contract.ts';
import { Money } from '../../ui/facts/money.tsx';
import type { QueueView } from './queue-view.ts';

/**
 * The word for the money of all that is shown, where its kinds agree on one. What was missed can no longer be got back,
 * so its money is only what it was about.
 */
function moneyWord({ kind, bucket }: QueueView, counts: QueueCounts): string {
  if (bucket === 'missed') return AMOUNT_AT_RISK;
  const shown = kind === null ? TASK_KINDS.filter((one) => counts.byKind[one] > 0) : [kind];
  const words = new Set(shown.map((one) => taskKindSpec(one).money));
  const [first = AMOUNT_AT_RISK] = words;
  return words.size > 1 ? AMOUNT_AT_RISK : first;
}

type Props = { readonly view: QueueView; readonly counts: QueueCounts | undefined };

/** How much it is, and how much money it is about: the same as over the list, in the notification and in the note. */
export function QueueFooter({ view, counts }: Props) {
  if (!counts) return <footer className="queue-footer" />;
  const { count, amountFen } = counts.byTab[view.bucket];
  return (
    <footer className="queue-footer numeric">
      <span>
        {QUEUE_TAB_LABELS[view.bucket]} {count.toLocaleString('zh-CN')} 项
      </span>
      <span>
        {moneyWord(view, counts)} <Money fen={amountFen} isStrong />
      </span>
    </footer>
  );
}
