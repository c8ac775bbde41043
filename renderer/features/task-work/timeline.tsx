import { useQuery } from '@tanstack/react-query';
import type { Activity } from '../../../shared/domain/activities/activity.ts';
import { ACTIVITY_KIND_SPECS, activityLabel } from '../../../shared/domain/activities/activity-kinds.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { TaskKind, taskStepLabel } from '../../../shared/domain/tasks/task.ts';

import type { TimelineEntry } from '../../../shared/ipc/contract/subject-contract.ts';
import { DISPUTE_OUTCOME_LABELS } from '../../../shared/ipc/contract/task-contract.ts';
import { ownValue } from '../../../shared/own-value.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { taskWorkQueries } from './queries.ts';

const WORDS: Readonly<Record<string, string>> = {
  ...UNPAID_REASON_LABELS,
  ...DISPUTE_OUTCOME_LABELS,
  // An undo names the kind of activity that it has taken back.
  ...Object.fromEntries(Object.entries(ACTIVITY_KIND_SPECS).map(([kind, { label }]) => [kind, label])),
};

/** Another build may have stored a name of the code that this one has no word for: it tells an agent nothing. */
const isCode = (stored: string) => /^[a-z]+(-[a-z0-9]+)*$/.test(stored);

const wordOf = (stored: string | undefined) =>
  stored === undefined ? null : (ownValue(WORDS, stored) ?? (isCode(stored) ? null : stored));

/** A step has its words from its kind. */
function stepOf({ taskKind, step }: Activity['data']): string | null {
  const kind = TaskKind.safeParse(taskKind);
  return wordOf(step !== undefined && kind.success ? taskStepLabel(kind.data, step) : step);
}

function detailsOf({ activity, scriptTitle, importFileName }: TimelineEntry, nowMs: number): string {
  const { data } = activity;
  const facts = [
    stepOf(data),
    wordOf(data.reason),
    wordOf(data.outcome),
    data.untilMs === undefined ? null : `至 ${formatMoment(data.untilMs, nowMs)}`,
    data.amountFen === undefined ? null : `¥${formatFen(data.amountFen)}`,
    data.minutesSinceChase === undefined ? null : `催付后 ${data.minutesSinceChase} 分钟`,
    scriptTitle,
    data.text,
    importFileName,
  ];
  return facts.filter(Boolean).join(' · ');
}

type Line = { readonly entry: TimelineEntry; readonly count: number };

/** Records of one import row by row, such as the forty goods of an order, are one line. */
function linesOf(entries: readonly TimelineEntry[]): Line[] {
  const lines: Line[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const { kind, importRunId } = entry.activity;
    const isSame = importRunId !== null && last?.entry.activity.importRunId === importRunId;
    if (last && isSame && last.entry.activity.kind === kind)
      lines[lines.length - 1] = { ...last, count: last.count + 1 };
    else lines.push({ entry, count: 1 });
  }
  return lines;
}

function Entry({ entry, count }: Line) {
  const nowMs = useNow(MINUTE);
  const details = detailsOf(entry, nowMs);
  const label = `${activityLabel(entry.activity.kind)}${count > 1 ? ` ${count} 条` : ''}`;
  return (
    <li className="timeline-entry" data-undone={entry.isUndone || undefined}>
      <time className="numeric muted">{formatMoment(entry.activity.atMs, nowMs)}</time>
      <span className="timeline-label">
        {entry.isUndone ? <del>{label}</del> : label}
        {entry.isUndone && <span className="muted">（已撤销）</span>}
      </span>
      <span className="truncate" title={details}>
        {details}
      </span>
      <span className="muted">{entry.agentName ?? '系统'}</span>
    </li>
  );
}

type TimelineProps = { readonly subject: SubjectRef; readonly most?: number };

/** Everything that was done, newest first; what was taken back is struck through, not gone. */
export function Timeline({ subject, most }: TimelineProps) {
  const { data } = useQuery(taskWorkQueries.timeline(subject));
  if (data?.length === 0) return most === undefined ? <EmptyState title="还没有记录" /> : null;
  return (
    <ol className="timeline" aria-label="记录">
      {linesOf(data ?? [])
        .slice(0, most)
        .map((line) => (
          <Entry key={line.entry.activity.id} {...line} />
        ))}
    </ol>
  );
}
