import type { Locator, Page } from '@playwright/test';
import { HOUR } from '../../../shared/time/durations.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { exportTime, writeOrderCsv, writeParcelCsv } from '../support/exports.ts';
import { fillClipboard } from '../support/main-process.ts';
import { importFile, openShop } from '../support/seed.ts';

const NOW = '2026-06-15T09:00:00+08:00';
const SHOP = '示例旗舰店';
const at = (hours: number) => exportTime(Date.parse(NOW) + hours * HOUR);

type Cells = Readonly<Record<string, string>>;

const order = (index: number, sentHoursAgo: number): Cells => ({
  订单编号: `330437000000000010${index}`,
  买家会员名: `示例客户${index}号`,
  收货人姓名: `林小${'一二三四五'[index]}`,
  联系手机: `1390000001${index}`,
  订单状态: '卖家已发货，等待买家确认',
  订单创建时间: at(-sentHoursAgo - 5),
  订单付款时间: at(-sentHoursAgo - 4),
  总金额: '66.00',
  买家实际支付金额: '66.00',
  宝贝标题: '示例茶壶',
  物流单号: `No:YT000000000010${index}`,
  物流公司: '圆通速递',
});

/** As a program that prints labels exports it. */
const exceptions: readonly Cells[] = [
  {
    快递单号: 'YT0000000000100',
    快递公司: '圆通速递',
    订单编号: '3304370000000000100',
    发货时间: at(-70),
    最新轨迹: '派送不成功，客户电话无人接听',
    最新轨迹时间: at(-3),
    异常类型: '派送失败',
  },
  {
    快递单号: 'YT0000000000101',
    快递公司: '圆通速递',
    订单编号: '3304370000000000101',
    发货时间: at(-80),
    最新轨迹: '快件已到达【杭州中心】',
    最新轨迹时间: at(-60),
    异常类型: '',
  },
];

const list = (window: Page): Locator => window.getByRole('listbox', { name: '包裹' });
const rows = (window: Page): Locator => list(window).getByRole('option');
const panel = (window: Page): Locator => window.getByRole('region', { name: '包裹', exact: true });

async function importMorning(app: RunningApp): Promise<void> {
  const file = (name: string) => ({ name, writtenAt: NOW });
  const orders = [order(0, 70), order(1, 80), order(2, 20)];
  await importFile(app, writeOrderCsv(app, file('ExportOrderList.csv'), orders), SHOP);
  await importFile(app, writeParcelCsv(app, file('异常件.csv'), exceptions), SHOP);
}

test.describe('parcels', () => {
  test('O13 A6: the customer hears before asking, the courier gets his lines, one paste finds all', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { shopName: SHOP });
    await importMorning(app);

    // The file of exceptions has made the trouble a list.
    await window.keyboard.press('Control+8');
    await expect(window.getByLabel('查包裹')).toBeFocused();
    await expect(rows(window)).toHaveCount(2);
    await expect(list(window)).toContainText('派送失败');
    await expect(list(window)).toContainText('停滞');

    // A column of a chat is pasted as it is, and a tail finds a parcel of which only the order knows.
    await fillClipboard(app, 'YT0000000000100\n尾号0102\nYT9999999999999');
    await window.keyboard.press('Control+V');
    await expect(rows(window)).toHaveCount(2);
    await expect(rows(window).nth(1)).toContainText('物流未知');
    await expect(window.getByText('没有找到 YT9999999999999')).toBeVisible();
    await window.keyboard.press('Enter');
    await window.keyboard.press('F2');
    await expect(window.getByText('已复制给快递的 1 行')).toBeVisible();
    await window.keyboard.press('Enter');

    // The panel says no more than the file, and takes down that the customer was told.
    await expect(panel(window)).toContainText('派送不成功，客户电话无人接听');
    await expect(
      window.getByRole('region', { name: '话术', exact: true }).getByRole('option').first(),
    ).toContainText('主动告知：派送失败');
    await window.keyboard.press('F2');
    await window.keyboard.type('20:30');
    await window.keyboard.press('Enter');
    await expect(window.getByText('已记录：已告知客户')).toBeVisible();
  });
});
