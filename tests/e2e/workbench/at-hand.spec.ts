import { expect, type RunningApp, test } from '../support/app.ts';
import { zoomOf } from '../support/every-screen.ts';
import { answerSaveDialog } from '../support/main-process.ts';
import { accessibilityFaults, expectNoSidewaysScroll, expectStill } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';
import { queueList } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const SCREENS = [1, 2, 7, 8, 9, 3, 4, 5, 6];

async function open(app: RunningApp): Promise<void> {
  await openShop(app, { withSample: true });
  await expect(queueList(app.window).getByRole('option').first()).toBeVisible();
}

test.describe('X1: the rest of a desktop program', () => {
  test('everything is drawn larger by keys, stays so after a restart, and fits', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await open(app);
    await app.resize(1366, 697);
    for (const factor of [110, 125, 150]) {
      await app.window.keyboard.press('Control+Equal');
      await expect.poll(() => zoomOf(app)).toBe(factor);
    }
    for (const key of SCREENS) {
      await app.window.keyboard.press(`Control+${key}`);
      await app.window.waitForLoadState('networkidle');
      await expectStill(app.window);
      await test.step(`screen ${key} at 150 %`, () => expectNoSidewaysScroll(app.window));
    }
    const again = await app.relaunch();
    await expect.poll(() => zoomOf(again)).toBe(150);
    await again.window.keyboard.press('Enter');
    await expect(again.window.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
    await again.window.keyboard.press('Control+1');
    await expect(queueList(again.window)).toBeVisible();
    await again.window.keyboard.press('Control+0');
    await expect.poll(() => zoomOf(again)).toBe(100);
  });

  test('keys are listed, looked for and changed, and the focus comes back', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await open(app);
    await queueList(window).focus();
    await window.keyboard.press('F1');
    await expect(window.getByRole('textbox', { name: '查找按键' })).toBeFocused();
    await window.keyboard.type('延后');
    await expectStill(window);
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.getByRole('button', { name: '修改「延后」的按键' }).click();
    await window.keyboard.press('Control+F9');
    await expect(window.getByRole('button', { name: '恢复 F3' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(queueList(window)).toBeFocused();
    await window.keyboard.press('Control+F9');
    await expect(window.getByRole('textbox', { name: /延后|时间/ }).first()).toBeVisible();
  });

  test('the guide is read and searched inside, and no dialog leaves the focus on nothing', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await open(app);
    const isOnNothing = () => window.evaluate('document.activeElement === document.body');
    await window.getByRole('button', { name: '帮助' }).click();
    await window.getByRole('menuitem', { name: '使用说明' }).click();
    const guide = window.getByRole('dialog', { name: '使用说明' });
    await guide.getByRole('textbox', { name: '查找说明' }).fill('接力');
    await expect(guide.getByRole('heading', { name: '几段话术不用来回切窗口' })).toBeVisible();
    await expectStill(window);
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(guide).toBeHidden();
    await expect.poll(isOnNothing).toBe(false);
    await window.keyboard.press('Control+Shift+N');
    await expect(window.getByRole('dialog', { name: '通知记录' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog', { name: '通知记录' })).toBeHidden();
    await expect.poll(isOnNothing).toBe(false);
  });

  test('what was exported is opened from its message, and one key changes the shop everywhere', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await open(app);
    await window.keyboard.press('Control+J');
    await window.keyboard.press('2');
    await expect(window.getByRole('button', { name: /^店铺：示例店铺/ })).toBeVisible();
    await window.keyboard.press('Control+7');
    await expect(window.getByRole('combobox', { name: '店铺' }).locator('..').locator('..')).toContainText(
      '示例店铺',
    );
    const path = `${app.userData}/退款.csv`;
    await answerSaveDialog(app, path);
    await app.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.showItemInFolder = (shown) => void opened.push(shown);
    });
    await window.getByRole('button', { name: '导出退款' }).click();
    const form = window.getByRole('form', { name: '导出退款' });
    await form.getByRole('radio', { name: '全部退款' }).check();
    await form.getByRole('radio', { name: 'CSV（.csv）' }).check();
    await form.getByRole('button', { name: '导出', exact: true }).click();
    await window.getByRole('button', { name: '打开文件夹' }).click();
    await expect
      .poll(() => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
      .toEqual([path]);
  });
});
