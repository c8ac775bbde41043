import { attentionAtMs, type Task, taskKindLabel, taskKindSpec } from '../../../shared/domain/tasks/task.ts';
import type { QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { useNow } from '../../lib/time/now.ts';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';

function Reason({ task }: { readonly task: Task }) {
  if (task.advice?.kind === 'advised-against') {
    const text = `不建议：${task.advice.reason}`;
    return (
      <span className="queue-row-against truncate" title={text}>
        {text}
      </span>
    );
  }
  const text = task.state === 'snoozed' && task.snoozeNote ? task.snoozeNote : task.reason;
  return (
    <span className="muted truncate" title={text}>
      {text}
    </span>
  );
}

/** The kind, unless the reason below says it better. */
function kindOf({ task }: QueueRow): string | null {
  return taskKindSpec(task.kind).isNamedByStep ? null : taskKindLabel(task.kind);
}

/** The other tasks of the same matter, each kind once. */
function alsoOf({ task, alsoToDo }: QueueRow): string[] {
  const kinds = new Set(alsoToDo.map(({ kind }) => kind));
  kinds.delete(task.kind);
  return [...kinds].map(taskKindLabel);
}

/** One kind by its name; of several the number says enough until the agent asks. */
function Also({ labels }: { readonly labels: readonly string[] }) {
  const [first] = labels;
  if (first === undefined) return null;
  const all = `还有：${labels.join('、')}`;
  return <Tag title={all}>{labels.length === 1 ? first : `还有 ${labels.length} 类`}</Tag>;
}

type TimeProps = { readonly task: Task; readonly isMissed: boolean };

/** Until it is due that is what counts; from then on the end, where the kind says so. */
function Time({ task, isMissed }: TimeProps) {
  const nowMs = useNow(SECOND);
  const { endEvent } = taskKindSpec(task.kind);
  const isEndShown = isMissed || (endEvent !== null && attentionAtMs(task) <= nowMs);
  return isEndShown && task.expiresAtMs !== null ? (
    <TimeLeft atMs={task.expiresAtMs} event={endEvent ?? '失效'} />
  ) : (
    <TimeLeft atMs={attentionAtMs(task)} />
  );
}

type Props = { readonly row: QueueRow; readonly hasManyShops: boolean; readonly isMissed: boolean };

/** One matter: its most urgent task, and beside it what else is to do about it. */
export function QueueRowView({ row, hasManyShops, isMissed }: Props) {
  const { task, summary } = row;
  const kind = kindOf(row);
  const place = [hasManyShops ? row.shopName : null, row.ownerName].filter(Boolean).join(' · ');
  return (
    <div className="queue-row">
      <div className="queue-row-line">
        <span className="queue-row-nick truncate">{summary.customerNick ?? summary.title}</span>
        {kind !== null && <Tag>{kind}</Tag>}
        <span className="queue-row-place truncate" title={place}>
          {place}
        </span>
        {/* A task that costs nothing has no amount; nothing is not ¥0.00. */}
        <span className="queue-row-money">{row.amountFen > 0 && <Money fen={row.amountFen} isStrong />}</span>
      </div>
      <div className="queue-row-line">
        <Reason task={task} />
        <Also labels={alsoOf(row)} />
        <span className="queue-row-time">
          <Time task={task} isMissed={isMissed} />
        </span>
      </div>
    </div>
  );
}
