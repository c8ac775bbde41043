import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { clearNotifications, clickNotification, shownNotifications } from '../support/desktop.ts';
import { PAID, unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { clipboardText } from '../support/main-process.ts';
import { importFile, openShop } from '../support/seed.ts';
import { openCustomer, openSettings, orderPanel, queueRow } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const LATER = '2026-06-10T11:00:00+08:00';
const KETTLE = { no: '3304370000000000101', nick: '橘子不吃皮', placedAt: '2026-06-10T09:30:00+08:00' };
const PRICE = { 总金额: '238.00', 买家应付货款: '238.00', 买家应付邮费: '0.00' };

type Launch = (options: { readonly now: string }) => Promise<RunningApp>;

/** 小满 owns the shop, 小乔 serves, 亦安 leads; one customer has not paid 238 yuan. */
async function oneBargainer(launchApp: Launch): Promise<RunningApp> {
  const app = await launchApp({ now: NOW });
  await openShop(app, { platform: 'taobao' });
  await ask(app.window, 'agents.create', { name: '小乔', role: 'agent' });
  await ask(app.window, 'agents.create', { name: '亦安', role: 'lead' });
  const file = { name: 'orders.csv', writtenAt: NOW };
  await importFile(app, writeOrderCsv(app, file, [unpaidOrder(KETTLE, PRICE)]));
  return app;
}

/** Locks the workstation and sits down as somebody else. */
async function takeSeat(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+L');
  await window.getByRole('radio', { name }).click();
  await window.getByRole('button', { name: '进入' }).click();
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

const bargain = (window: Page) => window.getByRole('group', { name: '议价' });
const press = (window: Page, name: string) =>
  bargain(window).getByRole('button', { name, exact: true }).click();
/** The script that Enter copies. */
const recommended = (window: Page) =>
  window.getByRole('listbox', { name: '话术' }).getByRole('option').first();

async function openBargain(window: Page): Promise<void> {
  await queueRow(window, KETTLE.nick).first().click();
  await expect(openCustomer(window)).toHaveText(KETTLE.nick);
  await window.keyboard.press('Control+B');
  await expect(bargain(window)).toBeVisible();
}

test.describe('bargaining', () => {
  test('R10 X3: the agent concedes step by step, the lead answers in the app, the answer comes up on the desktop', async ({
    launchApp,
  }) => {
    const app = await oneBargainer(launchApp);
    const { window } = app;
    await takeSeat(window, '小乔');
    await openBargain(window);

    await test.step('the next smaller step, with its words one key away', async () => {
      await expect(bargain(window).getByRole('button', { name: '提出减 ¥3.00' })).toBeFocused();
      await expect(recommended(window)).toContainText('说明不议价');
      await window.keyboard.press('Enter');
      await expect(recommended(window)).toContainText('先给小幅优惠');
      await expect(recommended(window)).toContainText('立减3元');
      await expect(window.getByRole('combobox', { name: '搜索话术' })).toBeFocused();
      await window.keyboard.press('Enter');
      await expect.poll(() => clipboardText(app)).toContain('立减3元');
      await app.screenshot('bargain-offered');
    });

    await test.step('one step after the other, to the agent’s limit', async () => {
      await press(window, '未接受');
      await expect(bargain(window).getByRole('button', { name: '小礼品一份' })).toBeVisible();
      for (const step of ['5.00', '10.00', '20.00']) {
        await press(window, `提出减 ¥${step}`);
        await press(window, '未接受');
      }
      await expect(bargain(window).getByRole('button', { name: /^提出减/ })).toHaveCount(0);
      await expect(recommended(window)).toContainText('已到底线');
    });

    await test.step('beyond it, a question to the lead', async () => {
      await bargain(window).getByRole('spinbutton', { name: '申请优惠金额' }).fill('30');
      await bargain(window).getByRole('textbox', { name: '申请原因' }).fill('老客，一次买 5 件');
      await app.screenshot('bargain-ask');
      await press(window, '请示主管');
      await expect(bargain(window)).toContainText('已请示主管 减 ¥30.00');
    });

    await takeSeat(window, '亦安');
    await clearNotifications();
    await test.step('the lead finds it in the queue and grants less', async () => {
      // The order is one card, whatever is to do about it; the question is one of its steps.
      await queueRow(window, KETTLE.nick).click();
      await orderPanel(window)
        .getByTitle(/^请答复优惠 ¥30\.00/)
        .click();
      await window.keyboard.press('Control+Enter');
      await bargain(window).getByRole('spinbutton', { name: '同意的金额' }).fill('25');
      await bargain(window).getByRole('textbox', { name: '答复说明' }).fill('只此一次');
      await app.screenshot('bargain-decide');
      await press(window, '同意');
    });

    await expect.poll(shownNotifications).toMatchObject([
      {
        title: '议价：橘子不吃皮 ¥238.00',
        body: expect.stringContaining('主管同意减 ¥25.00（申请 ¥30.00）：只此一次'),
      },
    ]);
    await takeSeat(window, '小乔');
    await clickNotification();
    await expect(openCustomer(window)).toHaveText(KETTLE.nick);
    await expect(recommended(window)).toContainText('主管同意');
    await window.keyboard.press('Control+B');
    await press(window, '提出减 ¥25.00');
    await press(window, '接受');
    await app.screenshot('bargain-accepted');

    await test.step('X4: the next import shows that the price was not changed', async () => {
      const paid = unpaidOrder(KETTLE, {
        ...PRICE,
        订单状态: PAID,
        订单付款时间: '2026-06-10 10:30:00',
        买家实际支付金额: '238.00',
      });
      await importFile(app, writeOrderCsv(app, { name: 'paid.csv', writtenAt: LATER }, [paid]));
      await expect(orderPanel(window)).toContainText('未兑现');
      await app.screenshot('bargain-unkept');
    });
  });

  test('R13: a shop that blocks keeps a forbidden word off the clipboard; the lead may say otherwise', async ({
    launchApp,
  }) => {
    const app = await oneBargainer(launchApp);
    const { window } = app;
    await openSettings(window, '话术规范');
    await window.getByText('拦截', { exact: true }).click();
    await window.getByRole('button', { name: '添加词语' }).click();
    await window.getByRole('textbox', { name: '第 1 条词语' }).fill('核对');
    await window.getByRole('textbox', { name: '第 1 条原因' }).fill('试用：不说核对');
    await window.getByRole('textbox', { name: '试写一段话术' }).fill('请您核对地址');
    await expect(window.getByRole('list', { name: '用语提示' })).toContainText('试用：不说核对');
    await expect(window.getByText('1 处提示，复制时会被拦截')).toBeVisible();
    await app.screenshot('wording-settings');
    await window.getByRole('button', { name: '保存', exact: true }).click();
    await expect(window.getByText(/^已保存「.*」的话术规范$/)).toBeVisible();

    await takeSeat(window, '小乔');
    await window.keyboard.press('Control+1');
    await queueRow(window, KETTLE.nick).first().click();
    await expect(openCustomer(window)).toHaveText(KETTLE.nick);
    await app.electron.evaluate(({ clipboard }) => clipboard.writeText('before'));
    await window.getByRole('combobox', { name: '搜索话术' }).fill('核对');
    await window.keyboard.press('Enter');
    const blocked = window.getByRole('group', { name: '话术被拦截' });
    await expect(blocked).toContainText('试用：不说核对');
    await expect(blocked.getByRole('button', { name: '仍要复制' })).toHaveCount(0);
    await app.screenshot('wording-blocked');
    expect(await clipboardText(app)).toBe('before');

    await takeSeat(window, '亦安');
    await queueRow(window, KETTLE.nick).first().click();
    await expect(openCustomer(window)).toHaveText(KETTLE.nick);
    await window.getByRole('combobox', { name: '搜索话术' }).fill('核对');
    await window.keyboard.press('Enter');
    await blocked.getByRole('button', { name: '仍要复制' }).click();
    await expect.poll(() => clipboardText(app)).toContain('核对');
  });
});
