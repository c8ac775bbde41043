import { expect, type RunningApp, test } from '../support/app.ts';
import { exportTime, PAID, writeOrderXlsx } from '../support/exports.ts';
import { importFile, openShop, signIn } from '../support/seed.ts';
import { orderPanel, queueRow, timeline } from '../support/workbench.ts';

const NOW = '2026-06-15T09:00:00+08:00';
const NOON = '2026-06-15T12:00:00+08:00';
const HOUR_MS = 3_600_000;
const at = (hours: number) => exportTime(Date.parse(NOW) + hours * HOUR_MS);

/** A report of the platform as of that moment: two late orders, one that ends today, one that names no time. */
function importOrders(app: RunningApp, writtenAt: string): Promise<void> {
  const row = (tail: string, paidAt: number, shipBy: number | null) => ({
    订单编号: `33043700000000009${tail}`,
    订单状态: PAID,
    订单创建时间: at(paidAt),
    订单付款时间: at(paidAt),
    应发货时间: shipBy === null ? '' : at(shipBy),
    总金额: '89.00',
    买家实付金额: '89.00',
    商品标题: `示例保温杯 ${tail}`,
  });
  const file = { name: `ExportOrderList${Date.parse(writtenAt)}.xlsx`, writtenAt };
  return importFile(
    app,
    writeOrderXlsx(app, file, [
      row('01', -50, -2),
      row('02', -49, -1),
      row('03', -40, 8),
      row('04', -20, null),
    ]),
  );
}

test.describe('orders that are not shipped', () => {
  test('O4 O7 X4: late orders are worked through by keys, put off together, and come back where a file shows them unshipped', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importOrders(app, NOW);
    await expect(queueRow(window, '示例保温杯 01')).toBeVisible();

    // Both late orders: the customers were spoken to.
    await window.keyboard.press('Control+2');
    const views = window.getByRole('navigation', { name: '视图' });
    await views.getByRole('button', { name: /超时未发货/ }).click();
    await expect(window.getByText(/^2 单/)).toBeVisible();
    await window.getByLabel('查找订单').press('Enter');
    await window.keyboard.press('Control+A');
    await window.keyboard.press('F2');
    await expect(window.getByLabel('联系说明')).toBeFocused();
    await window.getByRole('button', { name: '已安抚，继续等待' }).click();
    await expect(window.getByText('2 单已记录：已安抚，继续等待')).toBeVisible();

    // Marked as shipped on the platform, they rest until a file shows them.
    await window.keyboard.press('Control+A');
    await window.keyboard.press('F8');
    await expect(window.getByText('2 单已登记发货，待下次导入核实')).toBeVisible();

    // A big sale: the order of today is put off, and the time before is kept.
    await window.getByRole('button', { name: '顺延发货期限' }).click();
    const form = window.getByRole('form', { name: '顺延发货期限' });
    await expect(form).toContainText('将推后 2 个截止时间');
    await form.getByLabel('顺延原因').fill('大促公告延长发货');
    await form.getByRole('button', { name: '顺延' }).click();
    await expect(window.getByText('已顺延 2 项截止时间')).toBeVisible();

    // At noon the platform still shows them unshipped.
    const noon = await app.relaunch({ now: NOON });
    await signIn(noon);
    await importOrders(noon, NOON);
    await noon.window.keyboard.press('Control+1');
    await queueRow(noon.window, '示例保温杯 01').click();
    await expect(orderPanel(noon.window)).toContainText('登记了已发货，导入显示仍未发货');
    await expect(timeline(noon.window).first()).toContainText('导入显示并非如此');

    // The customer agrees to wait: the words are kept, the platform's end stands beside the promise.
    await noon.window.keyboard.press('Control+T');
    await noon.window.getByRole('button', { name: '同意等到约定时间' }).click();
    const waiting = noon.window.getByRole('form', { name: '客户同意等待' });
    await waiting.getByLabel('客户同意等到，指定时间').fill('明天 18:00');
    await waiting.getByLabel('客户的原话').fill('可以等到明天');
    await waiting.getByRole('button', { name: '记录同意等待' }).click();
    await expect(orderPanel(noon.window)).toContainText('客户同意等到');
  });
});
