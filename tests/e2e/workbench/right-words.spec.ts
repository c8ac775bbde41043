import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { CLOSED, PAID, unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { clipboardText } from '../support/main-process.ts';
import { importFile, openShop, signIn, takeSeat } from '../support/seed.ts';
import { chaseByHand, openCustomer, orderPanel, queueList, queueRow } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const LATER = '2026-06-10T10:20:00+08:00';

const KETTLE = { no: '3304370000000000101', nick: '橘子不吃皮', placedAt: '2026-06-10T09:30:00+08:00' };
const CUP = { no: '3304370000000000102', nick: '老王家的猫', placedAt: '2026-06-10T09:40:00+08:00' };

/** Two customers have not paid, and both are due. */
async function twoUnpaid(app: RunningApp): Promise<void> {
  await openShop(app);
  const orders = [unpaidOrder(KETTLE), unpaidOrder(CUP)];
  await importFile(app, writeOrderCsv(app, { name: 'morning.csv', writtenAt: NOW }, orders));
}

async function openOrder(window: Page, nick: string): Promise<void> {
  await queueRow(window, nick).first().click();
  await expect(openCustomer(window)).toHaveText(nick);
}

const scripts = (window: Page) => window.getByRole('listbox', { name: '话术' }).getByRole('option');

test.describe('never the wrong words to the wrong customer', () => {
  test('A1: once an import shows the payment, the words beside the open order are no chase any more', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await twoUnpaid(app);
    await openOrder(window, KETTLE.nick);
    await expect(scripts(window).first()).toContainText('首次');

    const paid = { ...unpaidOrder(KETTLE), 订单状态: PAID, 订单付款时间: '2026-06-10 10:05:00' };
    await importFile(app, writeOrderCsv(app, { name: 'later.csv', writtenAt: LATER }, [paid]));

    await expect(openCustomer(window)).toHaveText(KETTLE.nick);
    await expect(scripts(window).first()).toContainText('付款后');
    await window.keyboard.press('Control+E');
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).not.toBe('');
    expect(await clipboardText(app)).toMatch(/付款|收到/);
  });

  test('A1: a customer who was just chased is not greeted again', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeOrderCsv(app, { name: 'morning.csv', writtenAt: NOW }, [unpaidOrder(KETTLE)]));
    await openOrder(window, KETTLE.nick);
    await window.keyboard.press('Control+E');
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toContain(KETTLE.nick);
    await window.keyboard.press('Control+Enter');
    await expect(queueRow(window, KETTLE.nick)).toHaveCount(0);
    await expect(openCustomer(window)).toHaveText(KETTLE.nick);
    await expect(scripts(window).first()).not.toContainText('首次');
  });

  test('A2: what one agent has narrowed the queue to hides nothing from the next', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await twoUnpaid(app);
    await ask(window, 'agents.create', { name: '亦安', role: 'agent' });
    await expect(queueList(window).getByRole('option')).toHaveCount(2);
    await window.keyboard.press('Control+F');
    await window.keyboard.type('没有这样的客户');
    await expect(queueList(window)).toHaveCount(0);

    await takeSeat(app, '亦安');
    await expect(queueList(window).getByRole('option')).toHaveCount(2);
    await takeSeat(app, '小满');
    await expect(queueList(window)).toHaveCount(0);
  });

  test('A5: a key held down records one customer, and nothing that was not copied without a word', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    const orders = Array.from({ length: 6 }, (_, at) =>
      unpaidOrder({ ...KETTLE, no: `330437000000000020${at}`, nick: `示例客户${at}` }),
    );
    await importFile(app, writeOrderCsv(app, { name: 'morning.csv', writtenAt: NOW }, orders));
    await expect(queueList(window).getByRole('option')).toHaveCount(6);

    await test.step('held down, without a copy', async () => {
      // Each further `down` of a key that is down is a repetition of it.
      await window.keyboard.down('Control');
      for (let held = 0; held < 20; held += 1) await window.keyboard.down('Enter');
      await window.keyboard.up('Enter');
      await window.keyboard.up('Control');
      await expect(window.getByText('还没有为该订单复制话术')).toBeVisible();
      await expect(queueList(window).getByRole('option')).toHaveCount(6);
      await window.keyboard.press('Escape');
      await expect(window.getByText('还没有为该订单复制话术')).toBeHidden();
    });

    await test.step('held down, after a copy', async () => {
      await window.keyboard.press('Control+E');
      await window.keyboard.press('Enter');
      await expect.poll(() => clipboardText(app)).toContain('示例客户');
      await window.keyboard.down('Control');
      for (let held = 0; held < 20; held += 1) await window.keyboard.down('Enter');
      await window.keyboard.up('Enter');
      await window.keyboard.up('Control');
      await expect(queueList(window).getByRole('option')).toHaveCount(5);
    });

    await test.step('typed by hand: one key says so, and the record too', async () => {
      await chaseByHand(window);
      await expect(queueList(window).getByRole('option')).toHaveCount(4);
    });
  });

  test('A8: a concession is no larger than the order bears, and takes no postage off where there is none', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { platform: 'taobao' });
    const price = { 总金额: '12.90', 买家应付货款: '12.90', 买家应付邮费: '0.00' };
    const orders = [unpaidOrder(KETTLE, price)];
    await importFile(app, writeOrderCsv(app, { name: 'morning.csv', writtenAt: NOW }, orders));
    await openOrder(window, KETTLE.nick);
    await window.keyboard.press('Control+B');
    const bargain = window.getByRole('group', { name: '议价' });
    await expect(bargain).toContainText('¥1.93');
    await expect(bargain.getByRole('button', { name: /提出减/ })).toHaveCount(0);
    await expect(bargain.getByRole('button', { name: '小礼品一份' })).toBeVisible();
    await expect(bargain.getByRole('button', { name: '免运费' })).toHaveCount(0);
  });

  test('A6: a time after the closing is kept: the customer is reminded then to order again, in F2 and F3 alike', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await twoUnpaid(app);

    await openOrder(window, KETTLE.nick);
    await window.keyboard.press('F2');
    const reason = window.getByRole('form', { name: '未付原因' });
    await reason.getByRole('radio', { name: '余额不足，稍后充值' }).check();
    await reason.getByLabel('约定付款时间，指定时间').fill('明天 20:30');
    await expect(reason).toContainText('关闭，到时已不能付款');
    await reason.getByRole('button', { name: '明天 20:30 再拍提醒' }).click();
    await expect(window.getByText(/^订单到时已关闭：/)).toBeVisible();

    await openOrder(window, CUP.nick);
    await window.keyboard.press('F3');
    const snooze = window.getByRole('form', { name: '延后' });
    await snooze.getByLabel('延后到，指定时间').fill('明天 21:00');
    await expect(snooze.getByRole('button', { name: '明早 09:00' })).toBeVisible();
    await snooze.getByRole('button', { name: '明天 21:00 再拍提醒' }).click();
    await expect(window.getByText(/^订单到时已关闭：/)).toBeVisible();

    const evening = await app.relaunch({ now: '2026-06-11T20:31:00+08:00' });
    await signIn(evening);
    const closed = [KETTLE, CUP].map((one) => ({ ...unpaidOrder(one), 订单状态: CLOSED }));
    const file = { name: 'evening.csv', writtenAt: '2026-06-11T20:31:00+08:00' };
    await importFile(evening, writeOrderCsv(evening, file, closed));
    await evening.window.keyboard.press('Control+1');
    await openOrder(evening.window, KETTLE.nick);
    await expect(orderPanel(evening.window)).toContainText('再拍提醒');
    await expect(scripts(evening.window).first()).toContainText('再拍提醒');
  });

  test('A7: every form keeps its button in view in the smallest window', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await twoUnpaid(app);
    await openOrder(window, KETTLE.nick);
    await app.resize(960, 600);
    for (const [key, name] of [
      ['F2', '未付原因'],
      ['F3', '延后'],
      ['F6', '备注'],
      ['F7', '标记已付款'],
      ['F8', '放弃催付'],
      ['F9', '关闭时间'],
      ['Control+N', '新建待办'],
    ] as const) {
      await window.keyboard.press(key);
      const form = window.getByRole('form', { name });
      await expect(form.locator('button[type="submit"]')).toBeInViewport({ ratio: 1 });
      await window.keyboard.press('Escape');
      await expect(form).toBeHidden();
    }
  });
});
