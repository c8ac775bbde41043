import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './support/app.ts';
import { manyUnpaid, writeOrderCsv } from './support/exports.ts';
import { clipboardText } from './support/main-process.ts';
import {
  accessibilityFaults,
  expectNoSidewaysScroll,
  expectStill,
  watchConsole,
} from './support/screen-check.ts';
import { importFile, openShop, previewFile } from './support/seed.ts';
import { openCustomer, openSettings, orderPanel, queueList } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
/** Each screen by something that is there only once it is loaded. */
const SCREENS = [
  ['workbench', 1, (window: Page) => window.getByRole('option').first()],
  ['orders', 2, (window: Page) => window.getByRole('button', { name: '导出订单' })],
  ['refunds', 7, (window: Page) => window.getByRole('button', { name: '导出退款' })],
  ['imports', 3, (window: Page) => window.getByRole('button', { name: '选择文件' })],
  ['library', 4, (window: Page) => window.getByText('没有选中的话术')],
  ['report', 5, (window: Page) => window.getByText(/^这段时间没有催付|^催付成功率$/).first()],
  ['settings', 6, (window: Page) => window.getByText('一个未付款订单将在何时提醒催付')],
] as const;
const SIZES = [
  // Docked beside the chat client, as narrow as the window goes.
  [960, 700],
  [1280, 800],
  [1920, 1080],
] as const;

/** Chasing something makes the report say something. */
async function chaseFirst({ window }: RunningApp): Promise<void> {
  await expect(queueList(window).getByRole('option').first()).toBeVisible();
  const customer = await openCustomer(window).textContent();
  await window.keyboard.press('Control+Enter');
  await expect(openCustomer(window)).not.toHaveText(customer ?? '');
}

async function settle({ window }: RunningApp): Promise<void> {
  await window.waitForLoadState('networkidle');
  await expectStill(window);
}

async function checkEveryScreen(app: RunningApp, amount: string): Promise<void> {
  const { window } = app;
  const complaints = watchConsole(window);
  for (const scheme of ['light', 'dark'] as const) {
    await app.useColorScheme(scheme);
    for (const [width, height] of SIZES) {
      await app.resize(width, height);
      for (const [index, [screen, key, landmark]] of SCREENS.entries()) {
        await window.keyboard.press(`Control+${key}`);
        await expect(window.locator('.nav-item').nth(index)).toHaveAttribute('aria-current', 'page');
        await expect(landmark(window)).toBeVisible();
        await settle(app);
        await app.screenshot(`${screen}-${amount}-${scheme}-${width}`);
        await test.step(`${screen}, ${scheme}, ${width} wide`, async () => {
          await expectNoSidewaysScroll(window);
          // The layout is the same for axe at any width; the colours are not the same in the dark.
          if (width === 1280) expect(await accessibilityFaults(window)).toEqual([]);
        });
      }
    }
  }
  expect(complaints()).toEqual([]);
}

test.describe('every screen, in all sizes and both colour schemes', () => {
  test('X1: with nothing in it yet', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await checkEveryScreen(app, 'empty');
  });

  test('X1: with a day’s work', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app, { withSample: true });
    await chaseFirst(app);
    const rows = [...manyUnpaid(3, NOW), { 订单编号: '3.30438E+18' }, { 订单编号: '3304', 总金额: '？' }];
    const path = writeOrderCsv(app, { name: 'ExportOrderList202606101000.csv', writtenAt: NOW }, rows);
    await previewFile(app, path);
    await checkEveryScreen(app, 'few');
  });

  test('X1: with 10 000 tasks', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    const rows = manyUnpaid(10_000, NOW);
    await importFile(app, writeOrderCsv(app, { name: 'many.csv', writtenAt: NOW }, rows));
    await chaseFirst(app);
    await checkEveryScreen(app, 'many');
  });

  test('X1: the parts of a screen that open on demand', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    await app.resize(1280, 800);
    const complaints = watchConsole(window);
    const look = async (name: string) => {
      await settle(app);
      await app.screenshot(name);
      await test.step(name, async () => expect(await accessibilityFaults(window)).toEqual([]));
    };
    await expect(orderPanel(window)).toContainText('¥');
    for (const key of ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9']) {
      await window.keyboard.press(key);
      await expect(window.locator('.action-form')).toBeVisible();
      await look(`form-${key}`);
      await window.keyboard.press(key);
    }
    for (const tab of ['客户', '记录']) {
      await orderPanel(window).getByRole('tab', { name: tab }).click();
      await look(`tab-${tab === '客户' ? 'customer' : 'timeline'}`);
    }
    for (const [key, name] of [
      ['Control+K', 'find'],
      ['F1', 'shortcuts'],
    ] as const) {
      await window.keyboard.press(key);
      await expect(window.getByRole('dialog')).toBeVisible();
      await look(name);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toBeHidden();
    }
    for (const [index, section] of [
      '店铺',
      '客服',
      '提醒',
      '快捷键',
      '导入',
      '外观',
      '示例店铺',
      '数据',
    ].entries()) {
      await openSettings(window, section);
      await look(`settings-${index + 1}`);
    }
    await window.keyboard.press('Control+L');
    await expect(window.getByRole('button', { name: '进入' })).toBeVisible();
    await look('sign-in');
    expect(complaints()).toEqual([]);
  });

  test('X3: the whole job without a mouse', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await window.keyboard.press(key);
    };
    await expect(queueList(window).getByRole('option')).toHaveCount(8);
    // Find a customer, read, come back, copy, say why, agree on a time, undo, note, go on.
    await press('Control+K');
    await window.keyboard.type('跑步的鱼');
    await expect(window.getByRole('listbox', { name: '查找结果' }).getByRole('option').first()).toBeVisible();
    await press('Escape', 'Control+G', 'Home', 'Enter', 'Enter');
    await expect.poll(() => clipboardText(app)).toContain('云朵收藏家');
    await press('F2');
    await expect(window.getByRole('form', { name: '未付原因' })).toBeVisible();
    await press('ArrowDown', 'Tab');
    await expect(window.getByLabel('约定付款时间，指定时间')).toBeFocused();
    await window.keyboard.type('20:30');
    await expect(window.getByRole('button', { name: '约定 20:30 付款' })).toBeEnabled();
    await press('Escape');
    await expect(window.getByRole('form', { name: '未付原因' })).toBeHidden();
    await press('F6');
    await window.keyboard.type('客户说晚点付');
    await press('Enter');
    await expect(window.getByText('已添加备注')).toBeVisible();
    await press('Control+Enter');
    await expect(queueList(window).getByRole('option')).toHaveCount(7);
    await press('Control+Z');
    await expect(queueList(window).getByRole('option')).toHaveCount(8);
  });
});
