import type { TaskId } from '../../../../shared/domain/ids.ts';
import { isMissed, type Task } from '../../../../shared/domain/tasks/task.ts';
import type { Clock, EpochMs } from '../../../../shared/time/clock.ts';
import { SECOND } from '../../../../shared/time/durations.ts';
import { createClockWatch } from './clock-watch.ts';

/** Within that time it is noticed that the clock was set, or another program has written. */
const LOOK_EVERY_MS = 20 * SECOND;

/** The tasks that came due. Those in `missed` are pointless by now: they are counted in the digest, not popped up. */
export type DueReminders = { readonly due: readonly Task[]; readonly missed: readonly Task[] };

type Dependencies = {
  readonly store: {
    listToRemind(nowMs: EpochMs): Task[];
    markReminded(ids: readonly TaskId[], nowMs: EpochMs): void;
    nextReminderAtMs(): EpochMs | undefined;
    /** The reminders that were shown on the word of a later time are owed again. */
    oweAgain(nowMs: EpochMs): void;
  };
  /** The rest of main undoes its deeds of a wrong time; the clock may have been set before the start as well. */
  readonly putRight: (nowMs: EpochMs, when: 'at-start' | 'jumped') => void;
  /** Doubt about the PC's time has begun or ended. */
  readonly clockDoubted: (isDoubtful: boolean) => void;
  /** Tells the windows if another program has written anything. */
  readonly noticeOthers: () => void;
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
export function createScheduler(dependencies: Dependencies) {
  const { store, periods, clock, remind, holdUntil, reportError } = dependencies;
  const clockWatch = createClockWatch(clock);
  let cancelTimer: (() => void) | undefined;
  let isRunning = false;
  let wasDoubtful = false;
  let isStopped = false;
  /** Kept until it was possible: a store that is busy refuses it. */
  let toPutRight: 'at-start' | 'jumped' | null = 'at-start';
  /** Reminders that are on the screen but not recorded, because the store was busy with an import. */
  const shown = new Map<TaskId, EpochMs | null>();

  /** While the clock is doubted nothing is said to be missed: its reminder stays owed. */
  function listToShow(nowMs: EpochMs): Task[] {
    const reminders = store.listToRemind(nowMs);
    return clockWatch.isDoubtful() ? reminders.filter((task) => !isMissed(task, nowMs)) : reminders;
  }

  function showDue(nowMs: EpochMs): void {
    if ((store.nextReminderAtMs() ?? Number.POSITIVE_INFINITY) > nowMs) return;
    const reminders = listToShow(nowMs);
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

  function noticeDoubt(): boolean {
    const isDoubtful = clockWatch.isDoubtful();
    if (isDoubtful === wasDoubtful) return isDoubtful;
    // The time before may have been the wrong one.
    if (isDoubtful) toPutRight = 'jumped';
    wasDoubtful = isDoubtful;
    dependencies.clockDoubted(isDoubtful);
    return isDoubtful;
  }

  function putRight(nowMs: EpochMs): void {
    if (toPutRight === null) return;
    store.oweAgain(nowMs);
    dependencies.putRight(nowMs, toPutRight);
    toPutRight = null;
  }

  function nextShowMs(heldUntilMs: EpochMs | null): EpochMs {
    const reminderMs = store.nextReminderAtMs() ?? Number.POSITIVE_INFINITY;
    return Math.max(reminderMs, heldUntilMs ?? reminderMs);
  }

  /** How long to wait until the next look. */
  function run(): number {
    const nowMs = clock.now();
    try {
      if (clockWatch.look()) toPutRight = 'jumped';
      const isDoubtful = noticeDoubt();
      putRight(nowMs);
      dependencies.noticeOthers();
      // A turn that begins ends the one before it as missed.
      const periodMs = (isDoubtful ? undefined : periods.look(nowMs)) ?? Number.POSITIVE_INFINITY;
      const heldUntilMs = holdUntil(nowMs);
      if (heldUntilMs === null) showDue(nowMs);
      // Reminders that wait for the agent's word on the clock are no reason to look at once.
      const showMs = isDoubtful ? Number.POSITIVE_INFINITY : nextShowMs(heldUntilMs);
      return Math.min(LOOK_EVERY_MS, Math.max(0, Math.min(showMs, periodMs) - nowMs));
    } catch (error) {
      reportError(error);
      // Nothing was recorded as shown, so the next look shows what was not shown and records the rest.
      return shown.size > 0 ? SECOND : LOOK_EVERY_MS;
    }
  }

  function refresh(): void {
    // A write made while a reminder is being shown asks for a refresh; the one under way looks again at its end.
    if (isRunning || isStopped) return;
    isRunning = true;
    cancelTimer?.();
    try {
      cancelTimer = clock.runAfter(run(), refresh);
    } finally {
      isRunning = false;
    }
  }

  return {
    refresh,
    /** The system tells of a sleep; only one of which it tells nothing is taken for a clock that was set. */
    fellAsleep: clockWatch.fellAsleep,
    wokeUp(): void {
      // Not every system tells of the beginning as well.
      clockWatch.fellAsleep();
      refresh();
      clockWatch.wokeUp();
    },
    isClockDoubtful: clockWatch.isDoubtful,
    /** An agent says that the time is right; what is missed by it is told. */
    confirmClock(): void {
      clockWatch.confirm();
      refresh();
    },
    stop(): void {
      isStopped = true;
      cancelTimer?.();
    },
  };
}
