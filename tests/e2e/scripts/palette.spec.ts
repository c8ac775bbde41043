import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../support/app.ts';
import { pressKeys } from '../support/desktop.ts';
import { clipboardText, fillClipboard, windowState } from '../support/main-process.ts';
import { allow, callPalette, expectPaletteHidden, paletteState } from '../support/palette.ts';
import { accessibilityFaults, expectNoSidewaysScroll } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';
import { openCustomer, queueRow } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
/** The first order of the sample shop that is due: 山间一壶茶, 示例不粘锅. */
const ORDER_NO = '3320260610000000024';

const search = (palette: Page) => palette.getByRole('combobox', { name: '搜索话术' });
const stacked = (palette: Page) => palette.getByRole('listbox', { name: '叠加的话术' }).getByRole('option');

/** In the window itself; what was just done is also said beside it. */
const progress = (palette: Page, text: string) => palette.getByRole('main').getByText(text);

/** An input method at work: its keys reach the page while it composes, and mean nothing there. */
async function compose(palette: Page): Promise<void> {
  await palette.evaluate(`(() => {
    const field = document.activeElement;
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Backspace'])
      for (const ctrlKey of [false, true])
        field.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, keyCode: 229, isComposing: true, bubbles: true }));
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  })()`);
}

type Launch = (options: { readonly now: string }) => Promise<RunningApp>;

/** The program with its sample shop, where the palette and some more is allowed. */
async function launchWithPalette(launchApp: Launch, ...more: readonly string[]): Promise<RunningApp> {
  const app = await launchApp({ now: NOW });
  await openShop(app, { withSample: true });
  for (const name of ['话术小窗', ...more]) await allow(app, name);
  return app;
}

async function openOnWorkbench({ window }: RunningApp, customer: string): Promise<void> {
  await window.keyboard.press('Control+1');
  await queueRow(window, customer).first().click();
  await expect(openCustomer(window)).toContainText(customer);
}

test.describe('the script palette', () => {
  test('X3: one hotkey over any program, a few letters, Enter, and the words are on the clipboard', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp);
    await fillClipboard(app, ORDER_NO);
    const palette = await callPalette(app);
    expect(await paletteState(app, palette)).toMatchObject({ isVisible: true });

    // Without leave the clipboard is not looked at.
    await expect(palette.getByText('未识别到订单，变量需手动填写')).toBeVisible();
    await search(palette).fill('bthhx');
    await expect(palette.getByRole('option')).toHaveCount(0);
    await search(palette).fill('btwh');
    await expect(palette.getByRole('option').first()).toContainText('白天问候');

    // The Enter of an input method chooses its word, not ours.
    await compose(palette);
    await palette.keyboard.press('Enter');
    // Which of the two shops only the agent knows: words with a hole are never copied.
    await palette.getByRole('group', { name: '填写变量' }).getByLabel('店铺').fill('山间旗舰店');
    expect(await clipboardText(app)).toBe(ORDER_NO);
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/^您好，欢迎光临山间旗舰店，我是客服小满/);
    await expect.poll(() => paletteState(app, palette)).toMatchObject({ isVisible: false, isFocused: false });

    // Pasted; the same hotkey brings the next message.
    await callPalette(app);
    await expect(progress(palette, '已复制 1/2')).toBeVisible();
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/^您看中了哪一款/);
    await expectPaletteHidden(app, palette);
    await callPalette(app);
    await expect(progress(palette, '已复制')).toBeHidden();
  });

  test('X3: with leave it knows the order whose number was copied, and fills its words in', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp, '识别剪贴板');
    await fillClipboard(app, `订单号：${ORDER_NO}`);
    const palette = await callPalette(app);
    const strip = palette.getByRole('group', { name: '剪贴板中的订单' });
    await expect(strip).toContainText('山间一壶茶');
    await expect(strip).toContainText(ORDER_NO.slice(-6));
    await expect(strip).toContainText('后关闭');
    await palette.keyboard.press('Shift+Enter');
    await expect.poll(() => clipboardText(app)).toContain('山间一壶茶');
    expect(await clipboardText(app)).not.toMatch(/[{}【】]/);
    await expect(progress(palette, '已复制 1/2')).toBeVisible();
    expect(await paletteState(app, palette)).toMatchObject({ isVisible: true });

    await palette.keyboard.press('Escape');
    await expectPaletteHidden(app, palette);
    // The next time it is empty again, and has forgotten the order.
    await fillClipboard(app, '别的文字');
    await callPalette(app);
    await expect(palette.getByText('剪贴板「别的文字」没有识别到订单，不代填')).toBeVisible();
    await expect(search(palette)).toHaveValue('');
  });

  test('X3: stacks several scripts into one text, and puts back what the clipboard held before', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp);
    await fillClipboard(app, '客户发来的快递单号');
    const palette = await callPalette(app);
    for (const [typed, title] of [
      ['fp1', '发票：登记开票信息'],
      ['qx1', '取消：未付款'],
      ['dz1', '改地址：未发货'],
    ] as const) {
      await search(palette).fill(typed);
      await expect(palette.getByRole('option', { name: title }).first()).toBeVisible();
      await palette.keyboard.press('Alt+Enter');
      await expect(stacked(palette).last()).toContainText(title);
    }
    await expect(search(palette)).toHaveValue('');
    expect(await accessibilityFaults(palette)).toEqual([]);
    await expectNoSidewaysScroll(palette);
    await palette.keyboard.press('Backspace');
    await expect(stacked(palette)).toHaveCount(2);
    await palette.keyboard.press('Shift+Tab');
    await palette.keyboard.press('Shift+ArrowRight');
    await expect(stacked(palette).first()).toContainText('取消：未付款');
    await palette.keyboard.press('Escape');
    await compose(palette);
    await palette.keyboard.press('Enter');
    await expect
      .poll(() => clipboardText(app))
      .toMatch(/^好的。未付款的订单由您自己取消[^]*\n\n可以开具发票/);
    await expectPaletteHidden(app, palette);

    await callPalette(app);
    await expect(stacked(palette)).toHaveCount(0);
    await palette.keyboard.press('Control+z');
    await expect.poll(() => clipboardText(app)).toBe('客户发来的快递单号');
    await expectPaletteHidden(app, palette);
  });

  test('X3: fills its scripts for the order that is open in the workbench, until told otherwise', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp);
    await openOnWorkbench(app, '夜航船');
    const palette = await callPalette(app);
    await expect(palette.getByRole('group', { name: '工作台中的订单' })).toContainText('夜航船');
    await expect(palette.getByRole('option').first()).toContainText('推荐');
    await palette.keyboard.press('Control+Backspace');
    await expect(palette.getByText('未识别到订单，变量需手动填写')).toBeVisible();
    await palette.keyboard.press('Escape');
    await expectPaletteHidden(app, palette);
    // An agent who locks the workstation leaves nothing behind.
    await app.window.keyboard.press('Control+l');
    await expect(app.window.getByRole('button', { name: '进入' })).toBeVisible();
    // F4: while nobody is signed in the hotkey shows that screen, and no customer.
    const handle = await app.electron.browserWindow(app.window);
    await handle.evaluate((browserWindow) => browserWindow.hide());
    await pressKeys('ctrl+shift+space');
    await expect.poll(() => windowState(app)).toMatchObject({ isVisible: true });
    await expectPaletteHidden(app, palette);
  });

  test('A3: what the clipboard does not name is filled in for nobody, and tails and parts of nicks are found', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp, '识别剪贴板');
    await openOnWorkbench(app, '夜航船');

    const strip = (palette: Page) => palette.getByRole('group', { name: '剪贴板中的订单' });
    for (const named of [ORDER_NO.slice(-6), `订单号后六位${ORDER_NO.slice(-6)}`, '一壶茶']) {
      await fillClipboard(app, named);
      const palette = await callPalette(app);
      await expect(strip(palette)).toContainText('山间一壶茶');
      await palette.keyboard.press('Escape');
      await expectPaletteHidden(app, palette);
    }

    await fillClipboard(app, '13840234045');
    const palette = await callPalette(app);
    await expect(palette.getByRole('alert')).toContainText('剪贴板「13840234045」没有识别到订单，不代填');
    await expect(palette.getByRole('group', { name: '工作台中的订单' })).toBeHidden();
    await expect(palette.getByRole('option').first()).not.toContainText('夜航船');
    await palette.keyboard.press('Control+1');
    await expect(palette.getByRole('group', { name: '工作台中的订单' })).toContainText('夜航船');
  });

  test('A4: the chase is recorded in the palette for its own order, and the workbench follows', async ({
    launchApp,
  }) => {
    const app = await launchWithPalette(launchApp, '识别剪贴板');
    await openOnWorkbench(app, '夜航船');

    await fillClipboard(app, ORDER_NO);
    const palette = await callPalette(app);
    await palette.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toContain('山间一壶茶');
    await expect(openCustomer(app.window)).toContainText('山间一壶茶');

    await callPalette(app);
    await palette.keyboard.press('Control+Enter');
    await expectPaletteHidden(app, palette);
    await expect(app.window.getByText('已记录：首次催付')).toBeVisible();
    await expect(openCustomer(app.window)).toContainText('山间一壶茶');
    await expect(app.window.getByRole('list', { name: '记录' }).first()).toContainText('已催付');
    await app.window.keyboard.press('Control+Z');
    await expect(app.window.getByText('已撤销：已催付')).toBeVisible();
  });
});
