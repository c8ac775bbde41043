import { AppError } from '../../shared/errors.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { HOUR, MINUTE } from '../../shared/time/durations.ts';
import type { AppPreferences } from '../app/app-preferences.ts';
import type { Core } from '../core.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import { holdUntil } from '../kernel/tasks/pop-up-policy.ts';
import { createScheduler } from '../kernel/tasks/scheduler.ts';
import { isStoreBusy, type MakeRoom, type WhenFree } from '../platform/when-free.ts';
import type { Notifier } from '../platform/windows/notifier.ts';
import type { Tray, TrayActions } from '../platform/windows/tray.ts';
import { createReminders } from '../reminders/reminders.ts';

/** The pop-up's own button; to the minute, so never less than it says. */
const SNOOZE_FROM_POP_UP_MS = 10 * MINUTE + MINUTE;

type Dependencies = {
  readonly core: Core;
  readonly preferences: AppPreferences;
  readonly notifier: Notifier;
  readonly createTray: (actions: TrayActions) => Tray;
  readonly mainWindow: { readonly bringToFront: () => void; readonly send: Broadcast };
  readonly beep: () => void;
  readonly broadcast: Broadcast;
  readonly whenFree: WhenFree;
  readonly makeRoom: MakeRoom;
  readonly reportBug: (what: string, error: unknown) => void;
  readonly quit: () => void;
};

/** X2: scheduler, pop-ups, sound and tray, joined: whatever is due reaches the agent. */
export function createReminding(dependencies: Dependencies) {
  const { core, preferences, notifier, mainWindow, broadcast, whenFree, reportBug } = dependencies;
  const { clock, stores, session, taskActions } = core;
  const actor = () => ({ agentId: session.currentAgentId(), nowMs: clock.now() });
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
    show: notifier.show,
    summarise: core.subjects.summarise,
    isSoundOn: () => preferences.current().reminders.soundEnabled,
    playSound,
    open,
    snooze(task) {
      const untilMs = clock.now() + SNOOZE_FROM_POP_UP_MS;
      void actOnTask(() => taskActions.snoozeTask({ taskId: task.id, untilMs }, actor()));
    },
    complete: (task) => void actOnTask(() => taskActions.completeTask({ taskId: task.id }, actor())),
  });

  const scheduler = createScheduler({
    store: stores.tasks,
    periods: core.duties.periods,
    clock,
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
    toggleDoNotDisturb() {
      preferences.pauseUntil(isDoNotDisturb() ? null : clock.now() + HOUR);
      broadcast('app.changed', undefined);
      refresh();
    },
    quit: dependencies.quit,
  });

  function showTrayState(): void {
    const filter = { bucket: 'now', shopId: null, kind: null, owner: null, text: '' } as const;
    const dueCount = core.queue.count(filter, clock.now()).byBucket.now;
    tray.show({ dueCount, isDoNotDisturb: isDoNotDisturb() });
  }

  let isStopped = false;

  function refresh(): void {
    if (isStopped) return;
    scheduler.refresh();
    showTrayState();
  }

  function tasksChanged(): void {
    refresh();
    broadcast('subjects.changed', { subjects: 'many' });
  }

  return {
    refresh,
    /** After anything as large as an import, and whenever the computer wakes up. */
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
