import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followGrowth } from '../../../../electron/kernel/jobs/follow-growth.ts';
import { SECOND } from '../../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

let folder: string;
let clock: FakeClock;
let shares: number[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'growth-'));
  clock = createFakeClock(0);
  shares = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Each look reads the disk behind the timer. */
async function look(): Promise<void> {
  await expect.poll(() => clock.timerCount()).toBe(1);
  clock.advanceBy(SECOND);
  await expect.poll(() => clock.timerCount()).toBe(1);
}

describe('X6: no silence while one statement copies the store', () => {
  it('tells how much of the file is there, as a share of all the work, until it is stopped', async () => {
    const file = join(folder, 'copy');
    const stop = followGrowth(
      { file, bytes: 100, from: 0.2, to: 0.6 },
      { clock, tell: (share) => shares.push(share) },
    );
    await look();
    expect(shares).toEqual([]);
    appendFileSync(file, 'x'.repeat(50));
    await look();
    appendFileSync(file, 'x'.repeat(150));
    await look();
    expect(shares.map((share) => share.toFixed(2))).toEqual(['0.40', '0.60']);
    stop();
    expect(clock.timerCount()).toBe(0);
  });
});
