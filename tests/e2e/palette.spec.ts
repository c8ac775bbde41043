import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from './support/app.ts';
import { pressKeys } from './support/desktop.ts';
import { clipboardText, fillClipboard, windowState } from './support/main-process.ts';
import { openShop } from './support/seed.ts';
import { openSettings } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
/** The first order of the sample shop that is due: 山间一壶茶, 示例不粘锅. */
const ORDER_NO = '3320260610000000024';

async function callPalette({ electron }: RunningApp): Promise<Page> {
  const opened = electron.windows().find((page) => page.url().endsWith('/palette.html'));
  const coming = opened ?? electron.waitForEvent('window');
  await pressKeys('ctrl+shift+space');
  const palette = await coming;
  await expect(palette.getByRole('option').first()).toBeVisible();
  return palette;
}

const stateOf = (app: RunningApp, palette: Page) => windowState({ ...app, window: palette });

async function allow({ window }: RunningApp, name: string): Promise<void> {
  await openSettings(window, '快捷键');
  await window.getByRole('switch', { name }).click();
  await expect(window.getByRole('switch', { name })).toBeChecked();
}

test.describe('the script palette', () => {
  test('X3: one hotkey over any program, a few letters, Enter, and the words are on the clipboard', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app, { withSample: true });
    await allow(app, '话术小窗');
    await fillClipboard(app, ORDER_NO);
    const palette = await callPalette(app);
    expect(await stateOf(app, palette)).toMatchObject({ isVisible: true });

    // Without leave the clipboard is not looked at.
    await expect(palette.getByText('未识别到订单，变量需手动填写')).toBeVisible();
    await palette.getByRole('combobox', { name: '搜索话术' }).fill('bthh');
    await expect(palette.getByRole('option')).toHaveCount(0);
    await palette.getByRole('combobox', { name: '搜索话术' }).fill('btwh');
    await expect(palette.getByRole('option').first()).toContainText('白天问候');

    // The Enter of an input method chooses its word, not ours.
    await palette.evaluate(
      `document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }))`,
    );
    await palette.keyboard.press('Enter');
    // Which of the two shops only the agent knows: words with a hole are never copied.
    await palette.getByRole('group', { name: '填写变量' }).getByLabel('店铺').fill('山间旗舰店');
    expect(await clipboardText(app)).toBe(ORDER_NO);
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/^您好，欢迎光临山间旗舰店，我是客服小满/);
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/^您看中了哪一款/);
    await expect.poll(() => stateOf(app, palette)).toMatchObject({ isVisible: false });
  });

  test('X3: with leave it knows the order whose number was copied, and fills its words in', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app, { withSample: true });
    await allow(app, '话术小窗');
    await allow(app, '识别剪贴板');
    await fillClipboard(app, `订单号：${ORDER_NO}`);
    const palette = await callPalette(app);
    await expect(palette.getByText(ORDER_NO)).toBeVisible();
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toContain('山间一壶茶');
    expect(await clipboardText(app)).not.toMatch(/[{}【】]/);

    await palette.keyboard.press('Escape');
    await expect.poll(() => stateOf(app, palette)).toMatchObject({ isVisible: false });
    // The next time it is empty again, and has forgotten the order.
    await fillClipboard(app, '别的文字');
    await callPalette(app);
    await expect(palette.getByText('未识别到订单，变量需手动填写')).toBeVisible();
    await expect(palette.getByRole('combobox', { name: '搜索话术' })).toHaveValue('');
  });
});
