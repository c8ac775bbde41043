import { join } from 'node:path';
import { expect, test } from '../support/app.ts';
import { clickNotification, dunstctl, pressKeys, shownNotifications } from '../support/desktop.ts';

const folder = join(import.meta.dirname, '../support/probe-app');

type Probe = {
  readonly inMain: string;
  readonly inWorker: string;
  readonly clicked: number;
  readonly hotkeys: number;
  readonly openedAt: string;
  notify(title: string, body: string): void;
};

test.describe('the Electron runtime', () => {
  test('loads the database in the main process and in a worker thread', async ({ launchApp }) => {
    const { electron } = await launchApp({ folder, now: '2026-06-18T09:00:00+08:00' });
    const probe = await electron.evaluate(() => (globalThis as unknown as { probe: Probe }).probe);
    expect(probe).toMatchObject({
      inMain: expect.stringMatching(/^3\.\d+/),
      inWorker: '待付款的订单',
      openedAt: '2026-06-18T09:00:00+08:00',
    });
    const names = await electron.evaluate(({ app }) => [app.name, app.getVersion(), app.isPackaged]);
    expect(names).toEqual(['运行时探针', '1.2.3', false]);
  });

  test('opens a window in both sizes and colour schemes', async ({ launchApp }) => {
    const app = await launchApp({ folder });
    await expect(app.window.getByRole('heading')).toHaveText('小二工作台');
    for (const scheme of ['light', 'dark'] as const) {
      await app.useColorScheme(scheme);
      await app.resize(1280, 800);
      await app.screenshot(`runtime-${scheme}-1280`);
      await app.resize(1920, 1080);
      await app.screenshot(`runtime-${scheme}-1920`);
    }
  });

  test('shows a desktop notification and hears the click on it', async ({ launchApp }) => {
    const { electron } = await launchApp({ folder });
    const clicked = () => electron.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.clicked);
    await electron.evaluate(() =>
      (globalThis as unknown as { probe: Probe }).probe.notify('催付', '下单 15 分钟未付款'),
    );
    await expect.poll(shownNotifications).toMatchObject([{ title: '催付', body: '下单 15 分钟未付款' }]);
    await clickNotification();
    await expect.poll(clicked).toBe(1);
    await dunstctl('close-all');
    expect(await dunstctl('history')).toContain('催付');
  });

  test('hears a global shortcut and a resume', async ({ launchApp }) => {
    const { electron } = await launchApp({ folder });
    const hotkeys = () => electron.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.hotkeys);
    await pressKeys('ctrl+shift+space');
    await expect.poll(hotkeys).toBe(1);
    const resumes = await electron.evaluate(({ powerMonitor }) => {
      let count = 0;
      powerMonitor.once('resume', () => {
        count += 1;
      });
      powerMonitor.emit('resume');
      return count;
    });
    expect(resumes).toBe(1);
  });

  test('answers the tests also while main collects its garbage', async ({ launchApp }) => {
    const { electron } = await launchApp({ folder, args: ['--js-flags=--expose-gc'] });
    await electron.evaluate(() => {
      setInterval(() => globalThis.gc?.(), 1);
    });
    // Without `hear-main.ts` one answer in fifty is lost.
    for (let asked = 0; asked < 300; asked += 1) {
      expect(await electron.evaluate(({ app }) => app.getVersion())).toBe('1.2.3');
    }
  });

  test('keeps its data over a restart and after the process is killed', async ({ launchApp }) => {
    const first = await launchApp({ folder });
    const button = (app: typeof first) => app.window.getByRole('button');
    await button(first).click();
    await expect(button(first)).toHaveText('1');
    const second = await first.relaunch();
    await button(second).click();
    await expect(button(second)).toHaveText('2');
    await second.kill();
    const third = await second.relaunch();
    await expect(third.window.getByRole('heading')).toBeVisible();
  });
});
