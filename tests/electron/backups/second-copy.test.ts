import { describe, expect, it } from 'vitest';
import { createSecondCopy } from '../../../electron/backups/second-copy.ts';
import type { StartJob } from '../../../electron/kernel/jobs/job-runner.ts';
import type { JobOutcome } from '../../../electron/kernel/jobs/outcome.ts';
import type { Backup } from '../../../shared/domain/backups/backup.ts';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const SHARE = String.raw`\\nas\backups`;
const backup: Backup = {
  file: '/data/backups/xiaoer-20260610-180000.db',
  atMs: 0,
  reason: 'manual',
  bytes: 1000,
  content: null,
  filesLeftOut: 0,
};

/** A share that answers when the test lets it. */
function aShare() {
  const clock = createFakeClock(0);
  const failures: (string | null)[] = [];
  const result = Promise.withResolvers<JobOutcome<never>>();
  const ended = Promise.withResolvers<void>();
  const world = { isCancelled: false, progress: () => {} };
  const start: StartJob = (_spec, _input, options) => {
    world.progress = () => options?.onProgress?.({ done: 1, total: null, timeLeftMs: null });
    return {
      result: result.promise,
      ended: ended.promise,
      cancel: () => {
        world.isCancelled = true;
      },
    };
  };
  const second = createSecondCopy({
    start,
    clock,
    changed: () => {},
    ended: (failure) => void failures.push(failure),
  });
  return { second, clock, failures, world, result, ended };
}

describe('X6: a second folder on a share that hangs', () => {
  it('is given up after a minute without a byte, and asked for nothing more until it answers', async () => {
    const { second, clock, failures, world, result, ended } = aShare();
    second.copy(backup, SHARE);
    clock.advanceBy(50 * SECOND);
    world.progress();
    clock.advanceBy(50 * SECOND);
    expect(failures).toEqual([]);
    clock.advanceBy(10 * SECOND);
    expect(failures).toEqual([expect.stringContaining(`没有复制到 ${SHARE}：该文件夹 1 分钟没有响应`)]);
    expect(world.isCancelled).toBe(true);

    second.copy(backup, SHARE);
    expect(failures).toHaveLength(2);
    result.resolve({ kind: 'cancelled' });
    ended.resolve();
    await expect.poll(() => second.isRunning()).toBe(false);
    expect(failures).toHaveLength(2);
    expect(clock.timerCount()).toBe(0);
  });

  it('is waited for as long as it takes something', async () => {
    const { second, clock, failures, world, result, ended } = aShare();
    second.copy(backup, SHARE);
    for (let minutes = 0; minutes < 30; minutes += 1) {
      clock.advanceBy(MINUTE - SECOND);
      world.progress();
    }
    ended.resolve();
    result.resolve({ kind: 'done', value: null as never });
    await expect.poll(() => failures).toEqual([null]);
  });
});
