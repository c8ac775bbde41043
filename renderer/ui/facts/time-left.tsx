import { MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';

export type Urgency = 'later' | 'soon' | 'overdue';

export function urgencyOf(leftMs: number, soonMs: number): Urgency {
  if (leftMs <= 0) return 'overdue';
  return leftMs <= soonMs ? 'soon' : 'later';
}

type TimeLeftProps = {
  readonly atMs: number;
  /** The event at the end of the time: `'关闭'` gives `'20 分钟后关闭'` and `'已关闭 5 分钟'`. */
  readonly event?: string;
  readonly soonMs?: number;
};

function wordsOf(leftMs: number, event: string | undefined): string {
  const duration = formatDuration(leftMs);
  if (leftMs > 0) return `${duration}后${event ?? ''}`;
  return event === undefined ? `逾期 ${duration}` : `已${event} ${duration}`;
}

/** Time left as time left, not as a clock time to be compared in the head; the clock time is in the tooltip. */
export function TimeLeft({ atMs, event, soonMs = 30 * MINUTE }: TimeLeftProps) {
  const nowMs = useNow(SECOND);
  const leftMs = atMs - nowMs;
  return (
    <time
      className="time-left"
      data-urgency={urgencyOf(leftMs, soonMs)}
      dateTime={new Date(atMs).toISOString()}
      title={formatMoment(atMs, nowMs)}
    >
      {wordsOf(leftMs, event)}
    </time>
  );
}
