import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Checks, createChecks } from '../../../electron/backups/checks.ts';
import { type Core, createCore } from '../../../electron/core.ts';
import { createWhenFree } from '../../../electron/platform/when-free.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { jobsInThisThread } from '../../support/main-side/jobs-in-this-thread.ts';
import { createUsedStore, NOW, type UsedStore } from '../store/backups/a-used-store.ts';

let store: UsedStore;
let clock: FakeClock;
let core: Core;
let told: string[];
let damageCount: number;

beforeEach(() => {
  store = createUsedStore();
  clock = createFakeClock(NOW);
  told = [];
  damageCount = 0;
});
afterEach(() => store.remove());

function checksOf({ wasCutOff = false } = {}): Checks {
  core = createCore({ db: store.db, clock });
  const reportBug = (_what: string, error: unknown) => {
    throw error;
  };
  return createChecks({
    start: jobsInThisThread(core, reportBug).start,
    clock,
    settings: core.stores.settings,
    wasCutOff,
    isUsed: () => true,
    foundDamage: () => void damageCount++,
    tell: (problem) => void told.push(problem),
    whenFree: createWhenFree(clock, () => false),
    changed: () => {},
    reportBug,
  });
}

const wait = async (checks: Checks, ms: number) => {
  clock.advanceBy(ms);
  await expect.poll(() => checks.state().isRunning).toBe(false);
};

describe('X6: the store is looked through by itself', () => {
  it('soon after it was first used, and then once a week', async () => {
    const checks = checksOf();
    checks.watch();
    await wait(checks, 3 * MINUTE);
    const first = NOW + 3 * MINUTE;
    await expect.poll(() => checks.state().last).toEqual({ atMs: first, problems: [], failure: null });
    await wait(checks, 7 * DAY - HOUR);
    expect(checks.state().last?.atMs).toBe(first);
    await wait(checks, 2 * HOUR);
    await expect.poll(() => checks.state().last?.atMs).toBeGreaterThan(first);
    expect([told, damageCount]).toEqual([[], 0]);
  });

  it('again after the program was cut off, once', async () => {
    await checksOf().makeNow();
    const checks = checksOf({ wasCutOff: true });
    await expect.poll(() => checks.state().last).not.toBeNull();
    clock.advanceBy(HOUR);
    checks.watch();
    await wait(checks, 3 * MINUTE);
    const again = NOW + HOUR + 3 * MINUTE;
    await expect.poll(() => checks.state().last?.atMs).toBe(again);
    await wait(checks, DAY);
    expect(checks.state().last?.atMs).toBe(again);
  });

  it('says damage at once, and any other problem on the desktop', async () => {
    const checks = checksOf();
    store.db.exec(`UPDATE import_runs SET rows_read = 5`);
    store.db.pragma('foreign_keys = OFF');
    store.db.exec(`UPDATE orders SET customer_id = 'nobody'`);
    await checks.makeNow();
    await expect.poll(() => told).toHaveLength(1);
    expect(damageCount).toBe(0);

    store.damage('orders_by_no');
    const damaged = checksOf();
    await damaged.makeNow();
    await expect.poll(() => damageCount).toBe(1);
    expect(damaged.state().last?.problems).toContain('数据文件已损坏');
    expect(told).toHaveLength(1);
  });
});
