import { HOUR } from '../../../shared/time/durations.ts';
import { expect, test } from '../support/app.ts';
import { exportTime, writeOrderXlsx } from '../support/exports.ts';
import { importFile, openShop } from '../support/seed.ts';

const NOW = '2026-06-15T09:00:00+08:00';
const SHOP = '示例旗舰店';
const at = (hours: number) => exportTime(Date.parse(NOW) + hours * HOUR);

const order = (index: number, sentAfterHours: number): Readonly<Record<string, string>> => ({
  订单编号: `330437000000000020${index}`,
  买家会员名: `示例客户${index}号`,
  订单状态: '卖家已发货，等待买家确认',
  订单创建时间: at(-97),
  订单付款时间: at(-96),
  发货时间: at(-96 + sentAfterHours),
  总金额: '66.00',
  买家实付金额: '66.00',
  商品标题: index === 0 ? '示例茶壶 24小时发货' : '示例茶壶',
});

test('4.5 O4: a lead sees which orders were late, by which rule, and opens one', async ({ launchApp }) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { shopName: SHOP });
  const orders = [30, 30, 60].map((hours, index) => order(index, hours));
  const file = { name: 'ExportOrderList.xlsx', writtenAt: NOW };
  await importFile(app, writeOrderXlsx(app, file, orders), SHOP);

  await window.keyboard.press('Control+5');
  await window.getByRole('radiogroup', { name: '报表' }).getByText('订单').click();
  const figures = window.getByRole('region', { name: '订单概况' });
  await expect(figures).toContainText('2 ÷ 3');
  await app.screenshot('order-report');
  await figures.getByRole('button', { name: /^超时发货 / }).click();
  const rows = window.getByRole('listbox', { name: '报表中的订单' }).getByRole('option');
  await expect(rows).toHaveCount(2);
  await app.screenshot('order-report-rows');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: '订单', exact: true })).toContainText('示例茶壶');
});
