import { attentionAtMs, type Task, taskKindLabel, taskKindSpec } from '../../../shared/domain/task.ts';
import type { QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { Money } from '../../ui/money.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';

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

/** What else is to do about the same matter, each kind once. */
function alsoOf({ task, alsoToDo }: QueueRow): string[] {
  const kinds = new Set(alsoToDo.map(({ kind }) => kind));
  kinds.delete(task.kind);
  return [...kinds].map(taskKindLabel);
}

type Props = { readonly row: QueueRow; readonly hasManyShops: boolean; readonly isMissed: boolean };

export function QueueRowView({ row, hasManyShops, isMissed }: Props) {
  const { task } = row;
  const place = [hasManyShops ? row.shopName : null, row.ownerName].filter(Boolean).join(' · ');
  return (
    <div className="queue-row">
      <div className="queue-row-line">
        <span className="queue-row-nick truncate">{row.summary.customerNick ?? row.summary.title}</span>
        {!taskKindSpec(task.kind).isNamedByStep && <Tag>{taskKindLabel(task.kind)}</Tag>}
        {alsoOf(row).map((label) => (
          <Tag key={label}>{label}</Tag>
        ))}
        <span className="queue-row-place truncate" title={place}>
          {place}
        </span>
        <Money fen={task.amountAtRiskFen} isStrong />
      </div>
      <div className="queue-row-line">
        <Reason task={task} />
        <span className="queue-row-time">
          {isMissed && task.expiresAtMs !== null ? (
            <TimeLeft atMs={task.expiresAtMs} event="失效" />
          ) : (
            <TimeLeft atMs={attentionAtMs(task)} />
          )}
        </span>
      </div>
    </div>
  );
}
