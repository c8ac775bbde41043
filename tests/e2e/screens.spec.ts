import { expect, type RunningApp, test } from './support/app.ts';
import {
  chaseFirst,
  LOOKS,
  NOW,
  openDaysWork,
  openDialogs,
  openScreen,
  SCREENS,
  settle,
  useLook,
} from './support/every-screen.ts';
import { manyUnpaid, writeOrderCsv } from './support/exports.ts';
import { clipboardText } from './support/main-process.ts';
import { allow, callPalette } from './support/palette.ts';
import { accessibilityFaults, expectNoSidewaysScroll, watchConsole } from './support/screen-check.ts';
import { importFile, openShop } from './support/seed.ts';
import { openSettings, orderPanel, queueList } from './support/workbench.ts';

type Drawn = { readonly scheme: 'light' | 'dark'; readonly width: number };

/** Every colour, at the width of most windows; `every-width.spec.ts` goes through the widths. */
const SCHEMES: readonly Drawn[] = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
];
const WIDTHS: readonly Drawn[] = [960, 1920].map((width) => ({ scheme: 'light', width }));

async function checkEveryScreen(
  app: RunningApp,
  amount: string,
  looks: readonly Drawn[] = SCHEMES,
): Promise<void> {
  const { window } = app;
  const complaints = watchConsole(window);
  for (const { scheme, width } of looks) {
    await app.useColorScheme(scheme);
    await app.resize(width, 800);
    for (const [index, [screen]] of SCREENS.entries()) {
      await openScreen(app, index);
      await app.screenshot(`${screen}-${amount}-${scheme}-${width}`);
      await test.step(`${screen}, ${scheme}, ${width} wide`, async () => {
        await expectNoSidewaysScroll(window);
        // The layout is the same for axe at any width; the colours are not the same in the dark.
        if (width === 1280) expect(await accessibilityFaults(window)).toEqual([]);
      });
    }
  }
  expect(complaints()).toEqual([]);
}

test.describe('every screen, in both colour schemes', () => {
  test('X1: with nothing in it yet', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await checkEveryScreen(app, 'empty');
  });

  test('X1: with a day’s work', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openDaysWork(app);
    await checkEveryScreen(app, 'few');
  });

  test('X1: with 10 000 tasks', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    const rows = manyUnpaid(10_000, NOW);
    await importFile(app, writeOrderCsv(app, { name: 'many.csv', writtenAt: NOW }, rows));
    await chaseFirst(app);
    // Long lists are what a width can break that holds for a short one.
    await checkEveryScreen(app, 'many', [...WIDTHS, ...SCHEMES]);
  });

  test('X1: beside the chat and in high contrast; `npm run screens` looks at all of it', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    await allow(app, '话术小窗');
    const palette = await callPalette(app);
    await palette.keyboard.press('Escape');
    for (const look of LOOKS) {
      await useLook(app, look);
      for (const [width, height] of [
        [340, 700],
        [420, 700],
        [1366, 697],
      ] as const) {
        await app.resize(width, height);
        await openScreen(app, 0);
        await app.screenshot(`workbench-${look}-${width}`);
        await test.step(`workbench, ${look}, ${width} wide`, async () => {
          await expectNoSidewaysScroll(window);
          if (width !== 1366) expect(await accessibilityFaults(window)).toEqual([]);
        });
      }
      await callPalette(app);
      await test.step(`palette, ${look}`, async () => {
        await expectNoSidewaysScroll(palette);
        expect(await accessibilityFaults(palette)).toEqual([]);
      });
      await palette.keyboard.press('Escape');
    }
    await app.resize(1280, 800);
    // Where the palette was allowed is where the settings would open again.
    await openSettings(window, '店铺');
    for (const [index, [screen]] of SCREENS.entries()) {
      await openScreen(app, index);
      await test.step(`${screen}, contrast`, async () =>
        expect(await accessibilityFaults(window)).toEqual([]));
    }
  });

  test('using-it.md D: the commonest screen of an office shows at least 11 rows of the queue', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    const rows = manyUnpaid(40, NOW);
    await importFile(app, writeOrderCsv(app, { name: 'many.csv', writtenAt: NOW }, rows));
    // 1366×768 without the task bar and the title bar.
    await app.resize(1366, 697);
    await openScreen(app, 0);
    const whole = await window.evaluate<number>(`(() => {
      const list = document.querySelector('[role="listbox"][aria-label="待办"]');
      const { top, bottom } = list.getBoundingClientRect();
      return [...list.querySelectorAll('[role="option"]')].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.top >= top - 1 && place.bottom <= bottom + 1;
      }).length;
    })()`);
    expect(whole).toBeGreaterThanOrEqual(11);
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
    await orderPanel(window).getByRole('button', { name: '更多' }).click();
    await expect(window.getByRole('menuitem', { name: '转交' })).toBeVisible();
    await look('more-actions');
    await window.keyboard.press('Escape');
    await orderPanel(window).getByRole('button', { name: '全部记录' }).click();
    await look('all-records');
    await openDialogs(app, look);
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
    await expect(queueList(window).getByRole('option')).toHaveCount(7);
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
    await window.keyboard.type('11:30');
    await expect(window.getByRole('button', { name: '约定 11:30 付款' })).toBeEnabled();
    await press('Escape');
    await expect(window.getByRole('form', { name: '未付原因' })).toBeHidden();
    await press('F6');
    await window.keyboard.type('客户说晚点付');
    await press('Enter');
    await expect(window.getByText('已添加备注')).toBeVisible();
    // The words were copied before.
    await press('Control+Enter');
    await expect(queueList(window).getByRole('option')).toHaveCount(6);
    await press('Control+Z');
    await expect(queueList(window).getByRole('option')).toHaveCount(7);
  });
});
