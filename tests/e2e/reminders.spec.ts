import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { importBeside } from './support/cli.ts';
import { clearNotifications, clickNotification, dunstctl, shownNotifications } from './support/desktop.ts';
import { unpaidOrder, writeOrderCsv } from './support/exports.ts';
import { closeWindow, windowState } from './support/main-process.ts';
import { importFile, openShop, signIn } from './support/seed.ts';
import { bucket, openCustomer, queueList } from './support/workbench.ts';

const BEFORE = '2026-06-10T09:50:00+08:00';
/** A quarter of an hour later the order asks for its first chase. */
const PLACED = '2026-06-10T09:45:04+08:00';
const JUST_BEFORE = '2026-06-10T10:00:00+08:00';
const JUST_AFTER = '2026-06-10T10:00:10+08:00';

type Launch = (options: { readonly now: string }) => Promise<RunningApp>;

const TITLE = '催付：山间一壶茶 ¥69.80';

async function oneOrder(launchApp: Launch): Promise<RunningApp> {
  const app = await launchApp({ now: BEFORE });
  await openShop(app);
  await importFile(
    app,
    writeOrderCsv(app, { name: 'orders.csv', writtenAt: BEFORE }, [
      unpaidOrder({ no: '3304370000000000001', nick: '山间一壶茶', placedAt: PLACED }),
    ]),
  );
  return app;
}

test.describe('reminders', () => {
  test('X2: a due task comes up on the desktop, also after the window was closed, and a click opens its order', async ({
    launchApp,
  }) => {
    const seeded = await oneOrder(launchApp);
    const app = await seeded.relaunch({ now: JUST_BEFORE });
    await signIn(app);
    await closeWindow(app);
    expect(await windowState(app)).toMatchObject({ isVisible: false });

    await expect
      .poll(shownNotifications)
      .toMatchObject([{ title: TITLE, body: expect.stringMatching(/^下单 15 分钟未付款\n示例积木/) }]);
    await clickNotification();
    await expect.poll(() => windowState(app)).toMatchObject({ isVisible: true });
    await expect(openCustomer(app.window)).toHaveText('山间一壶茶');
    // One more key copies: the scripts have the focus.
    await expect(app.window.getByRole('combobox', { name: '搜索话术' })).toBeFocused();
  });

  test('X2: it comes up while the window is in front as well, and only once over restarts', async ({
    launchApp,
  }) => {
    const seeded = await oneOrder(launchApp);
    const app = await seeded.relaunch({ now: JUST_BEFORE });
    await signIn(app);
    await expect.poll(shownNotifications).toHaveLength(1);
    const again = await app.relaunch({ now: JUST_AFTER });
    await signIn(again);
    await expect(queueList(again.window).getByRole('option')).toHaveCount(1);
    expect(await shownNotifications()).toHaveLength(1);
  });

  test('X2: a power cut between two reminders loses none of them', async ({ launchApp }) => {
    const seeded = await oneOrder(launchApp);
    await seeded.kill();
    const app = await seeded.relaunch({ now: JUST_AFTER });
    await expect.poll(shownNotifications).toMatchObject([{ title: TITLE }]);
    await app.kill();
    const again = await app.relaunch();
    await signIn(again);
    await expect(queueList(again.window).getByRole('option')).toHaveCount(1);
    expect(await shownNotifications()).toHaveLength(1);
  });

  test('X1 X2: many at once are one digest that leads to the queue, and what was missed says so', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: BEFORE });
    await openShop(app);
    const file = { name: 'orders.csv', writtenAt: BEFORE };
    const orders = Array.from({ length: 30 }, (_, index) =>
      unpaidOrder({
        no: `33043700000000010${index + 10}`,
        nick: `示例客户${index}`,
        placedAt: `2026-06-10T09:${index + 20}:00+08:00`,
      }),
    );
    await importFile(app, writeOrderCsv(app, file, orders));
    await clearNotifications();

    const nextDay = await app.relaunch({ now: '2026-06-11T09:30:30+08:00' });
    await expect
      .poll(shownNotifications)
      .toMatchObject([{ title: expect.stringMatching(/^待办 \d+ 项，已错过 \d+ 项$/) }]);
    await signIn(nextDay);
    await clickNotification();
    await expect(bucket(nextDay.window, '待办')).toHaveAttribute('aria-pressed', 'true');
    await expect(nextDay.window.getByText(/^已错过 \d+ 项，¥/)).toBeVisible();
    await nextDay.window.getByRole('button', { name: '查看', exact: true }).click();
    await expect(bucket(nextDay.window, '已错过')).toHaveAttribute('aria-pressed', 'true');
    await expect(queueList(nextDay.window).getByRole('option').first()).toContainText('过 ');
  });

  test('X2: of many pop-ups that nobody answers the last twenty stand', async ({ launchApp }) => {
    const app = await oneOrder(launchApp);
    await clearNotifications();
    for (let shown = 0; shown < 24; shown++) await ask(app.window, 'reminders.test', undefined);
    const standing = async () =>
      Number(await dunstctl('count', 'displayed')) + Number(await dunstctl('count', 'waiting'));
    await expect.poll(shownNotifications).toHaveLength(24);
    await expect.poll(standing).toBe(20);
  });

  test('F2: what the command line imports beside the app is shown and reminded of, without a click', async ({
    launchApp,
  }) => {
    const app = await oneOrder(launchApp);
    const order = { no: '3304370000000000002', nick: '夏天的风呀', placedAt: '2026-06-10T09:35:00+08:00' };
    const path = writeOrderCsv(app, { name: 'more.csv', writtenAt: BEFORE }, [unpaidOrder(order)]);
    await importBeside(app, path, { now: BEFORE });
    await expect
      .poll(shownNotifications, { timeout: 90_000 })
      .toMatchObject([{ title: expect.stringContaining('夏天的风呀') }]);
    await expect(queueList(app.window).getByRole('option', { name: /夏天的风呀/ })).toBeVisible();
  });

  test('X2: do not disturb holds the pop-up back, never the task', async ({ launchApp }) => {
    const seeded = await oneOrder(launchApp);
    const untilMs = Date.parse('2026-06-10T11:00:00+08:00');
    await ask(seeded.window, 'reminders.pauseUntil', { untilMs });
    const app = await seeded.relaunch({ now: JUST_AFTER });
    await signIn(app);
    await expect(queueList(app.window).getByRole('option')).toHaveCount(1);
    await expect(app.window.getByRole('button', { name: '勿扰至 11:00' })).toBeVisible();
    expect(await shownNotifications()).toEqual([]);

    await app.window.getByRole('button', { name: '勿扰至 11:00' }).click();
    await app.window.getByRole('menuitem', { name: '恢复弹窗提醒' }).click();
    await expect.poll(shownNotifications).toMatchObject([{ title: TITLE }]);
  });

  test('X2: waking up looks for what came due meanwhile', async ({ launchApp }) => {
    const app = await oneOrder(launchApp);
    // As if the timers had slept: the task is overdue, and nothing but the wake-up looks.
    await app.electron.evaluate(({ powerMonitor }) => {
      const sleptUntilMs = Date.now() + 3_600_000;
      Date.now = () => sleptUntilMs;
      powerMonitor.emit('resume');
    });
    await expect.poll(shownNotifications).toMatchObject([{ title: TITLE }]);
  });

  test('X2: the window hides, the app lives on, and starting it again brings it back', async ({
    launchApp,
  }) => {
    const app = await oneOrder(launchApp);
    await closeWindow(app);
    expect(await windowState(app)).toMatchObject({ isVisible: false });
    await app.startAgain();
    await expect.poll(() => windowState(app)).toMatchObject({ isVisible: true });
    await expect(app.window.getByRole('navigation', { name: '主导航' })).toBeVisible();
  });
});
