import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../../electron/kernel/jobs/progress.ts';
import type { JobProgress } from '../../../../shared/ipc/contract/program/job-contract.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

function aJob() {
  const clock = createFakeClock(1_000_000);
  const told: JobProgress[] = [];
  const onProgress = createProgress({ now: clock.now, tell: (progress) => void told.push(progress) });
  return { clock, told, onProgress };
}

describe('how far a job is', () => {
  it('is told ten times a second at most, and at the end', () => {
    const { clock, told, onProgress } = aJob();
    for (let done = 0; done <= 1000; done++) {
      onProgress(done, 1000);
      clock.advanceBy(1);
    }
    expect(told.map(({ done }) => done)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
  });

  it('comes with the time that is left as soon as some of it was measured', () => {
    const { clock, told, onProgress } = aJob();
    clock.advanceBy(60_000);
    onProgress(0, 400);
    clock.advanceBy(400);
    onProgress(40, 400);
    clock.advanceBy(600);
    onProgress(100, 400);
    expect(told.map(({ timeLeftMs }) => timeLeftMs)).toEqual([null, null, 3000]);
  });

  it('has no end and no time where nobody knows how much there is', () => {
    const { clock, told, onProgress } = aJob();
    onProgress(0, null);
    onProgress(10, null);
    clock.advanceBy(5000);
    onProgress(500, null);
    onProgress(510, 510);
    expect(told).toMatchObject([
      { done: 0, total: null, timeLeftMs: null },
      { done: 500, total: null, timeLeftMs: null },
      { done: 510, total: 510, timeLeftMs: 0 },
    ]);
  });

  it('is told again after the clock was set back', () => {
    const { clock, told, onProgress } = aJob();
    onProgress(0, 10);
    clock.jumpTo(clock.now() - 60_000);
    onProgress(1, 10);
    expect(told).toHaveLength(2);
  });
});
