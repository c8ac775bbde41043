import { createScheduler } from '../../../electron/kernel/tasks/scheduling/scheduler.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { openProgram } from '../program/open-program.ts';
import { READY, say } from './say.ts';

/** Lets time pass, minute by minute; says each reminder as it is shown, and each minute that is over. */
export function keepReminding(path: string, [startMs = 0]: readonly number[]): void {
  const { core, clock } = openProgram(path, startMs);
  const scheduler = createScheduler({
    store: core.stores.tasks,
    periods: core.duties.periods,
    clock,
    remind: ({ due, missed }) => {
      for (const task of [...due, ...missed]) say(`shown ${task.id} ${task.reminderAtMs}`);
    },
    putRight: () => undefined,
    clockDoubted: () => undefined,
    noticeOthers: () => undefined,
    holdUntil: () => null,
    reportError(error) {
      throw error;
    },
  });
  say(READY);
  scheduler.refresh();
  for (;;) {
    clock.advanceBy(MINUTE);
    say(`over ${clock.now()}`);
  }
}
