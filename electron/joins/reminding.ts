import { AppError } from '../../shared/errors.ts';
import { WHOLE_QUEUE } from '../../shared/ipc/contract/task-contract.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/time/durations.ts';
import type { AppPreferences } from '../app/app-preferences.ts';
import type { Core } from '../core.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import { holdUntil } from '../kernel/tasks/scheduling/pop-up-policy.ts';
import { createScheduler } from '../kernel/tasks/scheduling/scheduler.ts';
import { isStoreBusy, type MakeRoom, type WhenFree } from '../platform/when-free.ts';
import type { Notifier } from '../platform/windows/notifier.ts';
import type { Tray, TrayActions } from '../platform/windows/tray.ts';
import type { PastNotices } from '../reminders/past-notices.ts';
import { createReminders } from '../reminders/reminders.ts';
import { watchOtherWrites } from '../store/other-writes.ts';

/** The pop-up's own button; to the minute, so never less than it says. */
const SNOOZE_FROM_POP_UP_MS = 10 * MINUTE + MINUTE;

/** With a look every 20 seconds, what others have written is told within 30. */
const TELL_EVERY_MS = 10 * SECOND;

type Dependencies = {
  readonly core: Core;
  readonly preferences: AppPreferences;
  readonly notifier: Notifier;
  /** Says something on the desktop, without a sound; a click opens the window. */
  readonly notify: (title: string, body: string) => void;
  readonly createTray: (actions: TrayActions) => Tray;
  readonly mainWindow: { readonly bringToFront: () => void; readonly send: Broadcast };
  /** New reports in the watched folder that nobody has imported yet. */
  readonly waitingReports: () => number;
  readonly openImports: () => void;
  readonly pastNotices: PastNotices;
  readonly beep: () => void;
  readonly broadcast: Broadcast;
  readonly whenFree: WhenFree;
  readonly makeRoom: MakeRoom;
  /** Tells the windows of what another program has written. */
  readonly tellOfOthers: () => void;
  /** Works the tasks of the marked shops out anew, behind the screens. */
  readonly keepTasksCurrent: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
  readonly quit: () => void;
};

/** X2: scheduler, pop-ups, sound and tray, joined: whatever is due reaches the agent. */
export function createReminding(dependencies: Dependencies) {
  const { core, preferences, notifier, mainWindow, broadcast, whenFree, reportBug } = dependencies;
  const { clock, stores, session, taskActions } = core;
  const actor = () => ({ agentId: session.currentAgentId(), nowMs: clock.now() });
  /** The whole queue of the agent who is signed in: window, tray and notification say the same of it. */
  const countAll = () => core.queue.count(WHOLE_QUEUE, actor()).byTab;
  const isDoNotDisturb = () => (preferences.doNotDisturbUntilMs() ?? 0) > clock.now();

  function open(target: EventPayload<'task.opened'>): void {
    mainWindow.bringToFront();
    mainWindow.send('task.opened', target);
  }

  function playSound(): void {
    dependencies.beep();
    mainWindow.send('reminder.sounded', undefined);
  }

  async function actOnTask(work: () => unknown): Promise<void> {
    try {
      await whenFree(work);
    } catch (error) {
      // The task was settled while its notification stood on the screen; the window shows how.
      if (!(error instanceof AppError)) reportBug('notification action', error);
      open(null);
    }
    tasksChanged();
  }

  const reminders = createReminders({
    show(notice) {
      notifier.show(notice);
      dependencies.pastNotices.note(notice);
    },
    summarise: core.subjects.summarise,
    countAll,
    isSoundOn: () => preferences.current().reminders.soundEnabled,
    playSound,
    open,
    snooze(task) {
      const untilMs = clock.now() + SNOOZE_FROM_POP_UP_MS;
      void actOnTask(() => taskActions.snoozeTask({ taskId: task.id, untilMs }, actor()));
    },
    complete: (task) => void actOnTask(() => taskActions.completeTask({ taskId: task.id }, actor())),
  });

  const haveOthersWritten = watchOtherWrites(core.db);
  let toldAtMs = Number.NEGATIVE_INFINITY;

  /** `false`: there is nothing to tell now. */
  function toldOfOthers(): boolean {
    // While a job writes page after page, a click does not throw away each time what is kept of the store.
    if (clock.elapsed() - toldAtMs < TELL_EVERY_MS || !haveOthersWritten()) return false;
    toldAtMs = clock.elapsed();
    dependencies.tellOfOthers();
    return true;
  }

  const scheduler = createScheduler({
    store: stores.tasks,
    periods: core.duties.periods,
    clock,
    noticeOthers() {
      if (toldOfOthers()) showTrayState();
    },
    clockDoubted(isDoubtful) {
      broadcast('app.changed', undefined);
      if (!isDoubtful) return;
      dependencies.notify(
        '请核对电脑时间',
        `电脑时间忽然变成 ${formatBeijing(clock.now()).slice(0, 16)}。时间不对请先改正；时间正确请在窗口顶部确认。确认之前不提示「已错过」。`,
      );
    },
    putRight(nowMs, when) {
      preferences.dropPauseOfLaterTime(nowMs);
      if (core.markForgotten(when)) dependencies.keepTasksCurrent();
    },
    remind(due) {
      reminders.remind(due);
      broadcast('subjects.changed', { subjects: 'many' });
      showTrayState();
    },
    holdUntil: (nowMs) =>
      holdUntil(
        {
          doNotDisturbUntilMs: preferences.doNotDisturbUntilMs(),
          quietHours: preferences.current().reminders.popUpQuietHours,
        },
        nowMs,
      ),
    reportError(error) {
      // An import is writing, or there is room again; the scheduler looks again.
      if (!isStoreBusy(error) && !dependencies.makeRoom(error)) reportBug('reminder', error);
    },
  });

  const tray = dependencies.createTray({
    open: mainWindow.bringToFront,
    openImports: dependencies.openImports,
    toggleDoNotDisturb() {
      preferences.pauseUntil(isDoNotDisturb() ? null : clock.now() + HOUR, clock.now());
      broadcast('app.changed', undefined);
      refresh();
    },
    quit: dependencies.quit,
  });

  function showTrayState(): void {
    const dueCount = countAll().todo.count;
    const reportCount = dependencies.waitingReports();
    tray.show({ dueCount, reportCount, isDoNotDisturb: isDoNotDisturb() });
  }

  let isStopped = false;

  function refresh(): void {
    if (isStopped) return;
    scheduler.refresh();
    showTrayState();
  }

  function tasksChanged(): void {
    // A job of the program has written as another connection does.
    if (isStopped || !toldOfOthers()) broadcast('subjects.changed', { subjects: 'many' });
    refresh();
  }

  return {
    refresh,
    showTrayState,
    isClockDoubtful: scheduler.isClockDoubtful,
    confirmClock: scheduler.confirmClock,
    fellAsleep: scheduler.fellAsleep,
    wokeUp(): void {
      scheduler.wokeUp();
      tasksChanged();
    },
    /** After anything as large as an import, and whenever somebody is back. */
    tasksChanged,
    stop(): void {
      isStopped = true;
      scheduler.stop();
    },
    /** The first-run check: one pop-up, one sound. */
    test(): { isSupported: boolean } {
      notifier.show({
        title: '小二工作台：测试提醒',
        body: '看到这条通知、听到提示音，提醒就是正常的。',
        isSilent: !preferences.current().reminders.soundEnabled,
        onOpen: mainWindow.bringToFront,
        actions: [],
      });
      playSound();
      return { isSupported: notifier.isSupported() };
    },
  };
}
