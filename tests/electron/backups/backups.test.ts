import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backups } from '../../../electron/backups/backups.ts';
import { type Core, createCore } from '../../../electron/core.ts';
import { createBackingUp } from '../../../electron/joins/keeping/backing-up.ts';
import { createWhenFree } from '../../../electron/platform/when-free.ts';
import { readNote } from '../../../electron/store/state/store-note.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createFakeComputer } from '../../support/main-side/fake-computer.ts';
import { jobsInThisThread } from '../../support/main-side/jobs-in-this-thread.ts';
import { createStoreFile } from '../../support/memory-store.ts';

const MORNING = Date.parse('2026-06-10T09:00:00+08:00');

let folder: string;
let clock: FakeClock;
let core: Core;
let backups: Backups;
let computer: ReturnType<typeof createFakeComputer>;
let bugs: unknown[];
let pushes: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-backing-up-'));
  clock = createFakeClock(MORNING);
  core = createCore({ db: createStoreFile(join(folder, 'xiaoer.db')), clock });
  computer = createFakeComputer();
  bugs = [];
  pushes = 0;
  const reportBug = (_what: string, error: unknown) => void bugs.push(error);
  backups = createBackingUp({
    core,
    start: jobsInThisThread(core, reportBug).start,
    broadcast: () => void pushes++,
    notify: computer.notify,
    wasCutOff: false,
    foundDamage: () => {},
    whenFree: createWhenFree(clock, () => false),
    reportBug,
  });
});
afterEach(() => {
  core.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const openShop = () => void core.shops.add({ name: '示例旗舰店', platform: 'tmall' });
const reasons = () => backups.state().backups.map(({ reason }) => reason);
const wait = async (ms: number) => {
  clock.advanceBy(ms);
  await expect.poll(() => backups.state().isRunning).toBe(false);
};
/** A file stands where the folder of the backups would be made. */
const spoil = () => writeFileSync(join(folder, 'backups'), '');

describe('X6: the store is backed up by itself', () => {
  it('at the first start of a day and at its end, and on the next day while the program runs on', async () => {
    openShop();
    backups.watch();
    await wait(MINUTE);
    expect(reasons()).toEqual(['day-start']);
    await wait(10 * HOUR);
    expect(reasons()).toEqual(['day-start']);
    await wait(2 * HOUR);
    expect(reasons()).toEqual(['day-end', 'day-start']);
    await wait(4 * HOUR);
    expect(reasons()).toEqual(['day-start', 'day-end', 'day-start']);
    expect(pushes).toBeGreaterThan(0);
  });

  it('not before there is a shop, and soon after that', async () => {
    backups.watch();
    await wait(HOUR);
    expect(readdirSync(folder)).not.toContain('backups');
    openShop();
    await wait(10 * MINUTE);
    expect(reasons()).toEqual(['day-start']);
  });

  it('before a large import, and not before a small one or again at once', async () => {
    openShop();
    await backups.beforeImport(999);
    expect(reasons()).toEqual([]);
    await backups.beforeImport(1000);
    await backups.beforeImport(50_000);
    expect(reasons()).toEqual(['import']);
  });

  it('before the program ends, when hours have passed', async () => {
    openShop();
    await backups.makeNow();
    clock.advanceBy(3 * HOUR);
    await backups.beforeEnd();
    expect(reasons()).toEqual(['manual']);
    clock.advanceBy(HOUR);
    await backups.beforeEnd();
    expect(reasons()).toEqual(['quit', 'manual']);
  });
});

describe('X6: a backup that fails is said on the same day', () => {
  it('once on the desktop, and in the window until one is made', async () => {
    openShop();
    spoil();
    backups.watch();
    await wait(MINUTE);
    expect(backups.state().failure).toMatchObject({ reason: expect.stringContaining('备份没有完成') });
    expect(computer.notices).toMatchObject([{ title: '备份没有成功' }]);
    await wait(2 * HOUR);
    expect(computer.notices).toHaveLength(1);
    rmSync(join(folder, 'backups'));
    await wait(HOUR);
    expect(backups.state()).toMatchObject({ failure: null, backups: [{ reason: 'day-start' }] });
  });

  it('to the agent who asked for one', async () => {
    openShop();
    spoil();
    await expect(backups.makeNow()).rejects.toThrow('备份没有完成');
  });

  it('does not keep an import from its work, and its reason is in the log', async () => {
    openShop();
    spoil();
    await expect(backups.beforeImport(5000)).resolves.toBeUndefined();
    await expect.poll(() => backups.state().failure).not.toBeNull();
    // A file in the place of the folder: the sentence says that the log knows more.
    expect(bugs).toHaveLength(1);
  });
});

describe('X6: a second folder has every backup as well', () => {
  it('is told beside the store, gets a copy with its note, and spoils nothing when it is gone', async () => {
    openShop();
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    await backups.makeNow();
    await backups.setSecondFolder(stick);
    expect(readNote(core.db.name)?.secondFolder).toBe(stick);
    clock.advanceBy(HOUR);
    await backups.makeNow();
    await expect
      .poll(() => readdirSync(join(stick, '小二工作台备份')))
      .toEqual(['xiaoer-20260610-100000.db', 'xiaoer-20260610-100000.json']);
    rmSync(stick, { recursive: true });
    clock.advanceBy(HOUR);
    await backups.makeNow();
    await expect.poll(() => backups.state().second?.failure?.reason).toContain('U 盘或共享可能没有连接');
    expect(backups.state().failure).toBeNull();
    expect(existsSync(stick)).toBe(false);
    expect(computer.notices).toHaveLength(1);
    await backups.setSecondFolder(null);
    expect(backups.state().second).toBeNull();
  });
});
