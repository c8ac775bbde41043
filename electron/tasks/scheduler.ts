import type { TaskId } from '../../shared/domain/ids.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

/** What came due. `missed` is pointless by now: it is counted in the digest, not popped up one by one. */
export type DueReminders = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly store: {
    listToRemind(nowMs: EpochMs): Task[];
    markReminded(ids: readonly TaskId[], nowMs: EpochMs): void;
    nextReminderAtMs(): EpochMs | undefined;
  };
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
export function createScheduler({ store, clock, remind, holdUntil, reportError }: Dependencies) {
  let cancelTimer: (() => void) | undefined;
  let isRunning = false;
  let isStopped = false;

  function showDue(nowMs: EpochMs): void {
    const reminders = store.listToRemind(nowMs);
    if (reminders.length === 0) return;
    const isMissed = (task: Task) => task.expiresAtMs !== null && task.expiresAtMs <= nowMs;
    // Shown first, recorded second: a crash in between repeats a reminder, and never loses one.
    remind({ due: reminders.filter((task) => !isMissed(task)), missed: reminders.filter(isMissed) });
    store.markReminded(
      reminders.map((task) => task.id),
      nowMs,
    );
  }

  /** When to look again; `undefined` when nothing waits. */
  function run(): EpochMs | undefined {
    const nowMs = clock.now();
    try {
      const heldUntilMs = holdUntil(nowMs);
      if (heldUntilMs === null) showDue(nowMs);
      const nextMs = store.nextReminderAtMs();
      return nextMs === undefined ? undefined : Math.max(nextMs, heldUntilMs ?? nextMs);
    } catch (error) {
      reportError(error);
      // Nothing was recorded as shown, so the next look shows it again.
      return nowMs + MINUTE;
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
