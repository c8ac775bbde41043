import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../support/app.ts';
import { exportTime, PAID, writeOrderCsv } from '../support/exports.ts';
import { clipboardText } from '../support/main-process.ts';
import { importFile, openShop, signIn } from '../support/seed.ts';
import { orderPanel, queueRow, timeline } from '../support/workbench.ts';

const NOW = '2026-06-15T09:00:00+08:00';
const NOON = '2026-06-15T12:00:00+08:00';
const LATER = '2026-06-15T12:01:00+08:00';
const NO = '3304370000000000900';
const WHOLE = '送袜子一双；不要了+小满/6.15';

function importOrder(app: RunningApp, writtenAt: string, memo: string): Promise<void> {
  const order = {
    订单编号: NO,
    买家会员名: '山间一壶茶',
    订单状态: PAID,
    订单创建时间: exportTime('2026-06-14T20:00:00+08:00'),
    订单付款时间: exportTime('2026-06-14T20:01:00+08:00'),
    总金额: '66.00',
    买家实际支付金额: '66.00',
    宝贝标题: '示例茶壶',
    订单备注: memo,
  };
  const file = { name: `ExportOrderList${Date.parse(writtenAt)}.csv`, writtenAt };
  return importFile(app, writeOrderCsv(app, file, [order]));
}

async function openOrder(window: Page): Promise<void> {
  await window.keyboard.press('Control+K');
  await window.keyboard.type(NO);
  await expect(window.getByRole('option', { name: `订单号 ${NO}` })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(orderPanel(window)).toContainText(NO);
}

test.describe('memos', () => {
  test('O1 X4: a memo is filled in and copied by keys, comes back when a file does not show it, and is proven', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await importOrder(app, NOW, '送袜子一双');
    await openOrder(app.window);

    // Three keys and the reason: the old memo stays, the flag follows.
    await app.window.keyboard.press('Control+M');
    const form = app.window.getByRole('form', { name: '平台备注' });
    await expect(form.getByLabel('备注原因')).toBeFocused();
    await app.window.keyboard.type('不要了');
    await expect(form).toContainText(WHOLE);
    await expect(form).toContainText('39 / 1000 字节');
    await expect(form).toContainText('旧备注取自 09:00 的报表');
    await app.window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toBe(WHOLE);
    await expect(app.window.getByText('已复制整条备注，请粘贴到平台并插紫旗')).toBeVisible();
    await expect(form).toBeHidden();
    await expect(orderPanel(app.window)).toContainText('备注还没写到订单：不要了+小满/6.15');
    await app.window.keyboard.press('Control+Enter');
    await expect(orderPanel(app.window)).toContainText('已写回，待导入核实');

    // At noon the platform shows the order without it.
    const noon = await app.relaunch({ now: NOON });
    await signIn(noon);
    await importOrder(noon, NOON, '送袜子一双');
    await queueRow(noon.window, '导入的订单上没有这条备注').click();
    await expect(timeline(noon.window).first()).toContainText('导入未显示备注');
    await noon.window.keyboard.press('Control+M');
    await expect(noon.window.getByRole('button', { name: '复制整条备注' })).toBeFocused();
    await noon.window.keyboard.press('Enter');
    await expect(orderPanel(noon.window)).toContainText('备注还没写到订单');

    // The next file has it, in the writing of another agent.
    await importOrder(noon, LATER, '送袜子一双 不要了＋小满／6.15');
    await expect(timeline(noon.window).first()).toContainText('导入已显示备注');
    // It is still to be shipped.
    await expect(orderPanel(noon.window)).toContainText('还剩 24 小时未发货');
    await expect(orderPanel(noon.window)).not.toContainText('备注还没写到订单');
  });
});
