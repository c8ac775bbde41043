import {
  attentionAtMs,
  type Task,
  taskKindLabel,
  taskKindSpec,
  taskName,
} from '../../../shared/domain/tasks/task.ts';
import type { QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { nickOf } from './queue-view.ts';

/** The step; where the agent wrote words of their own, or the program advises against it, that. */
function whatOf({ advice, state, snoozeNote, isPromise, reason, kind, step }: Task): string {
  if (state === 'snoozed' && snoozeNote) return snoozeNote;
  if (advice?.kind === 'advised-against') return `不建议：${advice.reason}`;
  return isPromise || !taskKindSpec(kind).isNamedByStep ? reason : taskName({ kind, step });
}

/** The kind, unless the words below say it better. */
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

/** `'38 分'`, `'5 时'`, `'3 天'`: in a row a unit is enough; the exact time is in the tooltip. */
function shortDuration(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.ceil(ms / MINUTE))} 分`;
  return ms < DAY ? `${Math.floor(ms / HOUR)} 时` : `${Math.floor(ms / DAY)} 天`;
}

/** The time until the end as a bar that runs out over the last day. */
function End({ endsAtMs, nowMs }: { readonly endsAtMs: number; readonly nowMs: number }) {
  const leftMs = endsAtMs - nowMs;
  const share = Math.min(1, Math.max(0, leftMs / DAY));
  const isLastHour = leftMs > 0 && leftMs <= HOUR;
  return (
    <time
      className="queue-row-end numeric"
      data-last-hour={isLastHour || undefined}
      dateTime={new Date(endsAtMs).toISOString()}
      title={`${formatMoment(endsAtMs, nowMs)} 截止`}
    >
      {leftMs > 0 && (
        <span className="queue-row-bar" aria-hidden="true">
          <span style={{ width: `${Math.max(6, share * 100)}%` }} />
        </span>
      )}
      {leftMs > 0 ? shortDuration(leftMs) : `过 ${shortDuration(-leftMs)}`}
    </time>
  );
}

/** A task that is not due yet says when it comes back; every other one how long it can still be done. */
function Time({ row: { task, endsAtMs } }: { readonly row: QueueRow }) {
  const nowMs = useNow(MINUTE);
  const atMs = attentionAtMs(task);
  if (atMs > nowMs) {
    return (
      <time className="muted numeric" dateTime={new Date(atMs).toISOString()} title="提醒时间">
        {formatMoment(atMs, nowMs)}
      </time>
    );
  }
  if (endsAtMs !== null) return <End endsAtMs={endsAtMs} nowMs={nowMs} />;
  return (
    <time className="muted numeric" dateTime={new Date(atMs).toISOString()} title={formatMoment(atMs, nowMs)}>
      已到期 {formatDuration(nowMs - atMs)}
    </time>
  );
}

type Props = {
  readonly row: QueueRow;
  readonly hasManyShops: boolean;
  readonly isMarked: boolean;
};

/** One matter: its most urgent task, and beside it what else is to do about it. */
export function QueueRowView({ row, hasManyShops, isMarked }: Props) {
  const { task, summary } = row;
  const kind = kindOf(row);
  const from = row.giverName === null ? row.ownerName : `${row.giverName} 转来`;
  const place = [hasManyShops ? row.shopName : null, from].filter(Boolean).join(' · ');
  const what = whatOf(task);
  return (
    <div className="queue-row">
      <span className="queue-row-mark" data-mark aria-hidden="true" data-checked={isMarked || undefined} />
      <div className="queue-row-line">
        <span className="queue-row-nick truncate">{nickOf(row)}</span>
        {kind !== null && <Tag>{kind}</Tag>}
        <Also labels={alsoOf(row)} />
        <span className="queue-row-place truncate" title={place}>
          <span className="truncate">{place}</span>
        </span>
        {/* A task that costs nothing has no amount; nothing is not ¥0.00. */}
        <span className="queue-row-money">{row.amountFen > 0 && <Money fen={row.amountFen} isStrong />}</span>
      </div>
      <div className="queue-row-line">
        <span className="queue-row-what truncate" title={`${what}：${task.reason}`}>
          {what}
        </span>
        <span className="queue-row-detail truncate" title={summary.detail ?? undefined}>
          {summary.detail}
        </span>
        <span className="queue-row-time">
          <Time row={row} />
        </span>
      </div>
    </div>
  );
}
