import type { Locator, Page } from '@playwright/test';
import type { Zoom } from '../../../shared/domain/settings/app/appearance.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { useZoom } from '../support/every-screen.ts';
import { exportTime, PAID, unpaidOrder, writeOrderCsv, writeRefundCsv } from '../support/exports.ts';
import { importFile, openShop } from '../support/seed.ts';
import { openCustomer, queueList } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';

type Form = readonly [key: string, button: string | RegExp];

/** Every form of an open unpaid order by its key, and the button that ends it. */
const FORMS: readonly Form[] = [
  ['F2', '记录原因'],
  ['F3', /^延后/],
  ['F4', /^转交/],
  ['F6', '添加备注'],
  ['F7', '标记已付款'],
  ['F8', '放弃催付'],
  ['F9', '修改关闭时间'],
  ['Control+B', /^提出减/],
  ['Control+M', '复制整条备注'],
  ['Control+N', /^新建/],
];
/** Of an order that is paid. */
const PAID_FORMS: readonly Form[] = [['Control+D', '登记退款']];
/** Of a refund. */
const REFUND_FORMS: readonly Form[] = [
  ['F2', '申请平台介入'],
  ['F7', '缺件'],
  ['F8', '未能挽留'],
];

type Place = { readonly width: number; readonly height: number; readonly zoom: Zoom };
/** The smallest window, and the commonest screen less its bars, as it is and enlarged to 125 and 150 %. */
const PLACES: readonly Place[] = [
  { width: 960, height: 600, zoom: '100' },
  { width: 1366, height: 697, zoom: '100' },
  { width: 1366, height: 697, zoom: '125' },
  { width: 1366, height: 697, zoom: '150' },
];

const formOf = (window: Page): Locator => window.locator('.action-form');

async function open(app: RunningApp): Promise<void> {
  await openShop(app, { withSample: true });
  await expect(queueList(app.window).getByRole('option').first()).toBeVisible();
  await expect(openCustomer(app.window)).toBeVisible();
}

const PAID_NO = '3304370000000000900';

/** An order that is paid and a refund, of nobody in the sample. */
async function importPaid(app: RunningApp): Promise<void> {
  const file = (name: string) => ({ name, writtenAt: NOW });
  const placed = { no: PAID_NO, nick: '山间一壶茶', placedAt: '2026-06-09T10:00:00+08:00' };
  const paid = {
    订单状态: PAID,
    订单付款时间: exportTime('2026-06-09T10:01:00+08:00'),
    买家实际支付金额: '66.00',
  };
  await importFile(app, writeOrderCsv(app, file('ExportOrderList.csv'), [unpaidOrder(placed, paid)]));
  const refund = {
    订单编号: '3304370000000000001',
    退款编号: '2500000000000000001',
    买家退款金额: '40.00',
    宝贝标题: '示例水杯',
    售后类型: '退货退款',
    退款的申请时间: exportTime('2026-06-09T20:00:00+08:00'),
    超时时间: exportTime('2026-06-11T20:00:00+08:00'),
    退款状态: '买家已经申请退款，等待卖家同意',
  };
  const refundFile = { ...file('退款报表.csv'), layout: 'REFUNDS_2026' } as const;
  await importFile(app, writeRefundCsv(app, refundFile, [refund]));
}

async function openFound({ window }: RunningApp, no: string): Promise<void> {
  await window.keyboard.press('Control+K');
  await window.keyboard.type(no);
  await expect(window.getByRole('dialog').getByRole('option').first()).toContainText(no);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** The button that ends the form is seen whole, and a field of the form has the focus. */
async function expectEveryButtonInView(
  { window }: RunningApp,
  place: string,
  forms: readonly Form[] = FORMS,
): Promise<void> {
  for (const [key, name] of forms) {
    await test.step(`${key} at ${place}`, async () => {
      await window.keyboard.press(key);
      const button = formOf(window).getByRole('button', { name }).last();
      await expect(button).toBeInViewport({ ratio: 1 });
      await expect.poll(() => isOnTop(button)).toBe(true);
      await expect.poll(() => window.evaluate('document.activeElement.tagName')).not.toBe('BODY');
      await window.keyboard.press('Escape');
      await expect(formOf(window)).toHaveCount(0);
    });
  }
}

/** Nothing lies over it: a press of the mouse goes to it. */
const isOnTop = (button: Locator): Promise<boolean> =>
  button.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  });

test.describe('A7: the button that ends a form', () => {
  for (const { width, height, zoom } of PLACES) {
    const place = `${width}×${height}, ${zoom} %`;
    test(`is in view at ${place}`, async ({ launchApp }) => {
      const app = await launchApp({ now: NOW });
      await open(app);
      await app.resize(width, height);
      await useZoom(app, zoom);
      await expectEveryButtonInView(app, place);
    });
  }

  test('is in view for a paid order and for a refund', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await open(app);
    await importPaid(app);
    for (const [no, forms] of [
      [PAID_NO, PAID_FORMS],
      ['2500000000000000001', REFUND_FORMS],
    ] as const) {
      await app.resize(1366, 697);
      await openFound(app, no);
      for (const { width, height, zoom } of [...PLACES, { width: 340, height: 600, zoom: '100' as Zoom }]) {
        // A window with an enlarged page is not made as narrow.
        await useZoom(app, zoom);
        await app.resize(width, height);
        await expectEveryButtonInView(app, `${width}×${height}, ${zoom} %`, forms);
      }
    }
  });

  test('is in view beside the chat, at the narrowest', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await open(app);
    await app.window.keyboard.press('Control+Backslash');
    await expect(app.window.getByRole('button', { name: '总在最前' })).toBeVisible();
    const handle = await app.electron.browserWindow(app.window);
    await handle.evaluate((browserWindow) => {
      const bounds = browserWindow.getBounds();
      browserWindow.setBounds({ ...bounds, width: 340, height: 600 });
    });
    await expect.poll(() => app.window.evaluate('innerWidth')).toBe(340);
    // The search of the scripts, which has the focus there, makes a script with Ctrl+N.
    const forms = FORMS.filter(([key]) => key !== 'Control+N');
    await expectEveryButtonInView(app, '340 wide', forms);
  });

  test('is in view in the script editor at 150 %, of which nothing is cut and no label broken', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await open(app);
    await app.resize(1366, 697);
    await useZoom(app, '150');
    await window.keyboard.press('Control+4');
    await window.getByRole('listbox', { name: '话术' }).getByRole('option').first().click();
    await expect(window.getByRole('textbox', { name: '第 1 段' })).toBeVisible();
    await expect(window.getByRole('button', { name: /^保存/ })).toBeInViewport({ ratio: 1 });
    const body = window.locator('.library-editor-body');
    const cut = () => body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    await expect.poll(cut).toBe(0);
    const lines = await body.locator('label').evaluateAll((labels) =>
      labels.map((label) => {
        const style = label.ownerDocument.defaultView?.getComputedStyle(label);
        return Math.round(label.getBoundingClientRect().height / Number.parseFloat(style?.lineHeight ?? '0'));
      }),
    );
    expect(lines.filter((count) => count > 1)).toEqual([]);
  });
});
