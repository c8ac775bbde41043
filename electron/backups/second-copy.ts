import type { Backup } from '../../shared/domain/backups/backup.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { RunningJob, StartJob } from '../kernel/jobs/job-runner.ts';
import { backupCopyJob } from './backup-job.ts';

/** A share that is slow still takes a piece in this time. */
const STALLED_AFTER_MS = MINUTE;

type Dependencies = {
  readonly start: StartJob;
  readonly clock: Clock;
  readonly changed: () => void;
  /** `null`: the copy is there. */
  readonly ended: (failure: string | null) => void;
};

/** Copies backups to a stick or a share. One that hangs holds up nothing but its own thread. */
export function createSecondCopy({ start, clock, changed, ended }: Dependencies) {
  let running: RunningJob<null> | undefined;

  const silent = (folder: string) =>
    `没有复制到 ${folder}：该文件夹 1 分钟没有响应，网络共享可能已断开。请检查连接，或换一个文件夹。`;

  async function follow(job: RunningJob<null>, settle: (failure: string | null) => void): Promise<void> {
    const outcome = await job.result;
    if (outcome.kind !== 'cancelled') settle(outcome.kind === 'failed' ? outcome.failure.message : null);
    await job.ended;
    running = undefined;
    changed();
  }

  return {
    isRunning: (): boolean => running !== undefined,

    copy({ file }: Backup, secondFolder: string): void {
      if (running) return ended(silent(secondFolder));
      let isSettled = false;
      let stopWaiting = () => {};
      function settle(failure: string | null): void {
        stopWaiting();
        if (!isSettled) ended(failure);
        isSettled = true;
      }
      function wait(): void {
        stopWaiting();
        if (isSettled) return;
        stopWaiting = clock.runAfter(STALLED_AFTER_MS, () => {
          // It ends with the next piece, should the share come back.
          job.cancel();
          settle(silent(secondFolder));
        });
      }
      const job = start(backupCopyJob, { file, secondFolder }, { onProgress: wait });
      running = job;
      wait();
      changed();
      void follow(job, settle);
    },
  };
}
