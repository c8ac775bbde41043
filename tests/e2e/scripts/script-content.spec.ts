import type { Locator, Page } from '@playwright/test';
import { aPng } from '../../support/records/pictures.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { clipboardPicture, clipboardText, fillClipboardWithPicture } from '../support/main-process.ts';
import { accessibilityFaults, expectStill } from '../support/screen-check.ts';
import { openShop, signIn } from '../support/seed.ts';
import { openCustomer, queueList } from '../support/workbench.ts';

/** Beijing's night begins at 22:00. */
const NOW = '2026-06-10T10:00:00+08:00';
const CHART = aPng({ width: 32, height: 20 });

/** A byte by its place, of which nothing follows for the next one. */
function noisy(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 24;
}

const preview = (window: Page): Locator => window.getByRole('region', { name: '预览' });
const part = (window: Page, number: number): Locator =>
  window.getByRole('textbox', { name: `第 ${number} 段` });
const toolbar = (window: Page): Locator => window.getByRole('toolbar', { name: '插入' });

async function newScript(window: Page, { title, code }: { title: string; code: string }): Promise<void> {
  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: '新建', exact: true }).click();
  await window.getByLabel('标题').fill(title);
  await window.getByLabel('编码').fill(code);
}

async function save(window: Page, title: string): Promise<void> {
  await window.keyboard.press('Control+S');
  await expect(window.getByText(`已保存「${title}」`)).toBeVisible();
}

async function findScript({ window }: RunningApp, code: string): Promise<void> {
  await window.keyboard.press('Control+E');
  await window.getByRole('combobox', { name: '搜索话术' }).fill(code);
  await expect(window.getByRole('listbox', { name: '话术' }).getByRole('option')).toHaveCount(1);
}

test.describe('the content of scripts', () => {
  test('R2, R8, X3: a script with condition, fragment, picture and choices goes out message by message', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { withSample: true });
    await app.resize(1280, 800);

    await newScript(window, { title: '尺码说明', code: 'zz77' });
    await window.getByRole('textbox', { name: '内容' }).fill('您好，欢迎光临');
    // The words that are selected are put under the condition, without a mouse.
    for (let sign = 0; sign < 4; sign += 1) await window.keyboard.press('Shift+ArrowLeft');
    await toolbar(window).getByRole('button', { name: '条件' }).click();
    await window.getByRole('menuitem', { name: /^新客/ }).click();
    await expect(window.getByRole('textbox', { name: '内容' })).toHaveValue(
      '您好，{如果 新客}欢迎光临{否则}{结束}',
    );
    await window.getByRole('textbox', { name: '内容' }).press('End');
    await toolbar(window).getByRole('combobox', { name: '插入片段' }).click();
    await window.keyboard.type('aq1');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: '内容' })).toHaveValue(/\{片段:aq1\}$/);

    await window.getByRole('button', { name: '再加一段' }).click();
    await part(window, 2).fill('尺码表：');
    await fillClipboardWithPicture(app, CHART);
    await part(window, 2).press('Control+V');
    await expect(part(window, 2)).toHaveValue('尺码表：{图片:粘贴的图片.png}');
    await window.keyboard.type('您选的是{尺码:S|M|L}，刻字{刻字内容}');
    await toolbar(window).getByRole('button', { name: '表情' }).click();
    await window.getByRole('group', { name: '千牛表情' }).getByRole('button', { name: '微笑' }).click();
    await expect(part(window, 2)).toHaveValue(/\/:\^_\^$/);

    await expect(preview(window).getByRole('img', { name: '粘贴的图片.png' })).toBeVisible();
    const bubbles = preview(window).getByRole('listitem');
    await expect(bubbles).toHaveCount(4);
    await expect(bubbles.first()).toHaveText(/^您好，欢迎光临为了您的资金安全/);
    await preview(window).getByText('老客').click();
    await expect(bubbles.first()).toHaveText(/^您好，为了您的资金安全/);
    await expect(bubbles.last()).toContainText('[微笑]');
    await app.screenshot('script-content-editor');
    await expectStill(window);
    expect(await accessibilityFaults(window)).toEqual([]);
    await save(window, '尺码说明');

    // The editor tells a mistake under its part, and does not save the script.
    await part(window, 1).fill('{如果 新客}您好');
    await expect(window.getByText('{如果 新客} 没有 {结束}').first()).toBeVisible();
    await window.keyboard.press('Control+S');
    await expect(window.getByText('第 1 段：{如果 新客} 没有 {结束}')).toBeVisible();
    await window.getByRole('button', { name: '放弃修改' }).click();

    await window.keyboard.press('Control+1');
    await expect(openCustomer(window)).toBeVisible();
    await findScript(app, 'zz77');
    await window.keyboard.press('Enter');
    const form = window.getByRole('group', { name: '填写变量' });
    await form.getByRole('radio', { name: 'S' }).press('ArrowRight');
    await expect(form.getByRole('radio', { name: 'M' })).toBeChecked();
    await form.getByRole('textbox', { name: '刻字内容' }).fill('平安喜乐');
    await app.screenshot('script-content-form');
    await expectStill(window);
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/密码和验证码不要告诉任何人/);
    await expect(window.getByText('已复制 1/4').first()).toBeVisible();
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toBe('尺码表：');
    // Main has the words on the clipboard a moment before the page knows which message is next.
    await expect(window.getByText('已复制 2/4').first()).toBeVisible();
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardPicture(app)).toBe('32x20');
    await expect(window.getByText('已复制 3/4').first()).toBeVisible();
    await app.screenshot('script-content-copied');
    // Looking at another screen in between loses nothing.
    await window.keyboard.press('Control+4');
    await window.keyboard.press('Control+1');
    await findScript(app, 'zz77');
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toBe('您选的是M，刻字平安喜乐/:^_^');

    // The next customer: asked again, with what was said last at hand.
    await window.keyboard.press('Control+ArrowDown');
    await findScript(app, 'zz77');
    await window.keyboard.press('Enter');
    await expect(form.getByRole('textbox', { name: '刻字内容' })).toHaveValue('');
    await form.getByRole('button', { name: '平安喜乐', exact: true }).click();
    await expect(form.getByRole('textbox', { name: '刻字内容' })).toHaveValue('平安喜乐');
    await form.getByRole('button', { name: '不再提示「平安喜乐」' }).click();
    await window.keyboard.press('Escape');
    await expect(queueList(window)).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(form.getByRole('textbox', { name: '刻字内容' })).toBeVisible();
    await expect(form.getByRole('button', { name: '平安喜乐', exact: true })).toHaveCount(0);
  });

  test('R8: a picture that is too large is made smaller, a gif becomes a picture, one is dropped, and all is said', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await newScript(window, { title: '大图', code: 'zz76' });
    await toolbar(window).getByRole('button', { name: '图片' }).click();
    const chooser = window.getByLabel('选择图片文件');
    // Noise does not compress: some 1.7 MB.
    const noise = aPng({ width: 900, height: 640 }, noisy);
    await chooser.setInputFiles({ name: '实拍.png', mimeType: 'image/png', buffer: noise });
    await expect(window.getByText('已添加图片「实拍.jpg」，超过 1 MB 的已缩小')).toBeVisible();
    await expect(window.getByRole('textbox', { name: '内容' })).toHaveValue('{图片:实拍.jpg}');
    await expect(preview(window).getByRole('img', { name: '实拍.jpg' })).toBeVisible();

    // Dropped onto the text it is no export to be imported.
    const text = window.getByRole('textbox', { name: '内容' });
    const dropped = await window.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(
        new File([Uint8Array.from(${JSON.stringify([...CHART])})], '拖入.png', { type: 'image/png' }),
      );
      return transfer;
    })()`);
    await text.dispatchEvent('dragover', { dataTransfer: dropped });
    await expect(window.getByText('松开即可导入订单文件')).toHaveCount(0);
    await text.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(text).toHaveValue('{图片:实拍.jpg}{图片:拖入.png}');

    await toolbar(window).getByRole('button', { name: '图片' }).click();
    await expectStill(window);
    expect(await accessibilityFaults(window)).toEqual([]);
    const gif = Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
    await chooser.setInputFiles({ name: '动图.gif', mimeType: 'image/gif', buffer: gif });
    await expect(window.getByText('已添加图片「动图.png」，动图只保留第一帧')).toBeVisible();
    const pictures = await ask(window, 'pictures.list', undefined);
    expect(pictures.map(({ name }) => name)).toEqual(['动图.png', '拖入.png', '实拍.jpg']);
    expect(pictures.every(({ byteCount }) => byteCount <= 1024 * 1024)).toBe(true);

    await toolbar(window).getByRole('button', { name: '图片' }).click();
    await chooser.setInputFiles({ name: '坏.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(window.getByText('「坏.png」不是 png、jpg、gif 或 webp 图片')).toBeVisible();
  });

  test('R8: a picture survives a power cut, and one that was deleted comes back', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    const bytes = new Uint8Array(aPng({ width: 5, height: 4 }));
    // Bytes do not pass Playwright's own channel, so the page takes them from a text.
    await app.window.evaluate(
      `xiaoer.invoke('pictures.add', { name: '退货地址.png', bytes: Uint8Array.from(${JSON.stringify([...bytes])}) })`,
    );
    await app.kill();
    const again = await app.relaunch();
    const { window } = again;
    await signIn(again);
    await newScript(window, { title: '退货', code: 'zz78' });
    await toolbar(window).getByRole('button', { name: '图片' }).click();
    await expect(window.getByRole('img', { name: '退货地址.png' })).toBeVisible();
    const isLoaded = `document.querySelector('.library-gallery img').naturalWidth`;
    await expect.poll(() => window.evaluate(isLoaded)).toBe(5);
    await window.getByRole('button', { name: '删除图片 退货地址.png' }).click();
    await expect(window.getByText('已删除图片「退货地址.png」')).toBeVisible();
    await expect(window.getByRole('img', { name: '退货地址.png' })).toHaveCount(0);
    await window.getByRole('button', { name: /^撤销/ }).click();
    await expect.poll(async () => (await ask(window, 'pictures.list', undefined)).length).toBe(1);
  });
});
