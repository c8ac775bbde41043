import { HOUR, SECOND } from '../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';

export type Urgency = 'later' | 'soon' | 'last-hour' | 'past';

/** Red is for the last hour before an end, and for nothing else: what is red all day is read by nobody. */
function urgencyOf(leftMs: number, { event, soonMs = 4 * HOUR }: Omit<TimeLeftProps, 'atMs'>): Urgency {
  if (event === undefined) return 'later';
  if (leftMs <= 0) return 'past';
  if (leftMs <= HOUR) return 'last-hour';
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
export function TimeLeft({ atMs, ...rest }: TimeLeftProps) {
  const nowMs = useNow(SECOND);
  const leftMs = atMs - nowMs;
  return (
    <time
      className="time-left"
      data-urgency={urgencyOf(leftMs, rest)}
      dateTime={new Date(atMs).toISOString()}
      title={formatMoment(atMs, nowMs)}
    >
      {wordsOf(leftMs, rest.event)}
    </time>
  );
}
