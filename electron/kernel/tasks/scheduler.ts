import type { TaskId } from '../../../shared/domain/ids.ts';
import { isMissed, type Task } from '../../../shared/domain/tasks/task.ts';
import type { Clock, EpochMs } from '../../../shared/time/clock.ts';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';

/** The tasks that came due. Those in `missed` are pointless by now: they are counted in the digest, not popped up. */
export type DueReminders = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly store: {
    listToRemind(nowMs: EpochMs): Task[];
    markReminded(ids: readonly TaskId[], nowMs: EpochMs): void;
    nextReminderAtMs(): EpochMs | undefined;
  };
  /** Runs the rules where a turn of a recurring duty has begun, and says when the next one does. */
  readonly periods: { look(nowMs: EpochMs): EpochMs | undefined };
  readonly clock: Clock;
  readonly remind: (reminders: DueReminders) => void;
  /** Until when pop-ups are held back, `null` when they are not. */
  readonly holdUntil: (nowMs: EpochMs) => EpochMs | null;
  readonly reportError: (error: unknown) => void;
};

export type Scheduler = ReturnType<typeof createScheduler>;

/**
 * X2: the table is the queue, and one timer waits for its earliest row. `refresh` is idempotent: call it at start,
 * after every write, on resume and on unlock.
 */
export function createScheduler({ store, periods, clock, remind, holdUntil, reportError }: Dependencies) {
  let cancelTimer: (() => void) | undefined;
  let isRunning = false;
  let isStopped = false;
  /** Reminders that are on the screen but not recorded, because the store was busy with an import. */
  const shown = new Map<TaskId, EpochMs | null>();

  function showDue(nowMs: EpochMs): void {
    const reminders = store.listToRemind(nowMs);
    if (reminders.length === 0) return;
    const unseen = reminders.filter((task) => shown.get(task.id) !== task.reminderAtMs);
    // The reminder is shown first and recorded second: a crash in between repeats it, and never loses it.
    if (unseen.length > 0)
      remind({
        due: unseen.filter((task) => !isMissed(task, nowMs)),
        missed: unseen.filter((task) => isMissed(task, nowMs)),
      });
    for (const task of unseen) shown.set(task.id, task.reminderAtMs);
    store.markReminded(
      reminders.map((task) => task.id),
      nowMs,
    );
    shown.clear();
  }

  /** When to look again; `undefined` when nothing waits. */
  function run(): EpochMs | undefined {
    const nowMs = clock.now();
    try {
      const periodMs = periods.look(nowMs);
      const heldUntilMs = holdUntil(nowMs);
      if (heldUntilMs === null) showDue(nowMs);
      const reminderMs = store.nextReminderAtMs();
      const showMs = reminderMs === undefined ? undefined : Math.max(reminderMs, heldUntilMs ?? reminderMs);
      return earlier(showMs, periodMs);
    } catch (error) {
      reportError(error);
      // Nothing was recorded as shown, so the next look shows what was not shown and records the rest.
      return nowMs + (shown.size > 0 ? SECOND : MINUTE);
    }
  }

  function refresh(): void {
    // A write made while a reminder is being shown asks for a refresh; the one under way looks again at its end.
    if (isRunning || isStopped) return;
    isRunning = true;
    cancelTimer?.();
    try {
      const nextMs = run();
      cancelTimer = nextMs === undefined ? undefined : clock.runAt(nextMs, refresh);
    } finally {
      isRunning = false;
    }
  }

  return {
    refresh,
    stop(): void {
      isStopped = true;
      cancelTimer?.();
    },
  };
}

function earlier(a: EpochMs | undefined, b: EpochMs | undefined): EpochMs | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
