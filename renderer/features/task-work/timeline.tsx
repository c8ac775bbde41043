import { useQuery } from '@tanstack/react-query';
import type { Activity } from '../../../shared/domain/activities/activity.ts';
import { ACTIVITY_KIND_SPECS, activityLabel } from '../../../shared/domain/activities/activity-kinds.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { TaskKind, taskStepLabel } from '../../../shared/domain/tasks/task.ts';

import type { TimelineEntry } from '../../../shared/ipc/contract/subject-contract.ts';
import { DISPUTE_OUTCOME_LABELS } from '../../../shared/ipc/contract/task-contract.ts';
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

/** An older build may have stored a word that this one no longer knows. */
const wordOf = (stored: string | undefined) => (stored === undefined ? null : (WORDS[stored] ?? stored));

/** A step has its words from its kind; what this build does not know is shown as it is. */
function stepOf({ taskKind, step }: Activity['data']): string | null {
  const kind = TaskKind.safeParse(taskKind);
  return step !== undefined && kind.success ? taskStepLabel(kind.data, step) : (step ?? null);
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

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const nowMs = useNow(MINUTE);
  const details = detailsOf(entry, nowMs);
  const label = activityLabel(entry.activity.kind);
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
      {data?.slice(0, most).map((entry) => (
        <Entry key={entry.activity.id} entry={entry} />
      ))}
    </ol>
  );
}
