import type { Clock } from '../../../shared/time/clock.ts';
import type { Backups } from '../../backups/backups.ts';
import type { JobRunner } from '../../kernel/jobs/job-runner.ts';
import type { WritableDb } from '../../store/connection.ts';
import { leaveStore } from '../../store/state/leave-store.ts';
import type { Updates } from '../../updates/updates.ts';

type Dependencies = {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly jobs: Pick<JobRunner, 'end' | 'underWay'>;
  readonly backups: Pick<Backups, 'beforeEnd'>;
  readonly updates: Pick<Updates, 'installAtEnd'>;
  /** All that looks, reminds or writes by itself. */
  readonly stops: readonly (() => void)[];
  /** The store has failed, and the program ends over it. */
  readonly hasFailed: () => boolean;
  readonly relaunch: () => void;
  readonly exit: (code: number) => void;
  /** At once, wherever its threads are. */
  readonly kill: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** How the program ends: in order, with the store closed behind the last job, or at once over a store that has failed. */
export function createEnding(dependencies: Dependencies) {
  const { db, clock, jobs, backups, updates, stops, reportBug } = dependencies;

  function stopAll(): void {
    for (const stop of stops) stop();
  }

  function leave(): void {
    try {
      leaveStore(db, clock.now());
    } catch (error) {
      // The program ends all the same, and the next start looks at every page.
      reportBug('leave', error);
    }
  }

  async function endWithJobs(wasBusy: boolean): Promise<void> {
    await backups.beforeEnd();
    const haveEnded = await jobs.end();
    leave();
    updates.installAtEnd({ wasBusy });
    // Electron would wait for a thread that is in the middle of one long statement; the store outlives even a crash.
    if (!haveEnded) dependencies.kill();
    // Every window is closed by now; a second `quit` from inside the first is ignored.
    dependencies.exit(0);
  }

  return {
    stopAll,
    /** Over a store that has failed: the next start shows it to a person. */
    async startAgain(): Promise<void> {
      await jobs.end();
      dependencies.relaunch();
      dependencies.exit(1);
    },
    endInOrder(): void {
      // It ends by itself, and must not say that the store was left in order.
      if (dependencies.hasFailed()) return;
      const wasBusy = jobs.underWay().length > 0;
      stopAll();
      void endWithJobs(wasBusy);
    },
  };
}
