import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { answerOpenDialog } from '../support/main-process.ts';
import { importFile, openShop, previewFile } from '../support/seed.ts';
import { chaseByHand, importJob, openCustomer, queueList } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const ORDER = { no: '3304370000000000101', nick: '橘子不吃皮', placedAt: '2026-06-10T09:30:00+08:00' };

/** The next key must mean something, and it stays so: what takes the focus later may lose it again. */
async function expectFocus(window: Page, after: string): Promise<void> {
  await test.step(after, async () => {
    const isOnNothing = () => window.evaluate<boolean>('document.activeElement === document.body');
    await expect.poll(isOnNothing).toBe(false);
    // The way home waits until a dialog has given the focus back.
    await window.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    expect(await isOnNothing()).toBe(false);
  });
}

test.describe('C5: the focus never rests on nothing', () => {
  test('on the first run, after the reminder check', async ({ launchApp }) => {
    const { window } = await launchApp({ now: NOW });
    await window.getByLabel('店铺名称').fill('山间旗舰店');
    await window.getByLabel('客服名字').fill('小满');
    await window.getByRole('button', { name: '开始使用' }).press('Enter');
    const check = window.getByRole('dialog', { name: '检查提醒' });
    await expectFocus(window, 'the check has opened');
    await check.getByRole('button', { name: '稍后', exact: true }).press('Enter');
    await expect(check).toBeHidden();
    await expectFocus(window, 'the check has closed');
  });

  test('through the imports and the last task', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await window.keyboard.press('Control+3');
    await expect(window.getByRole('button', { name: '选择文件' })).toBeVisible();
    await expectFocus(window, '导入 has opened');
    const path = writeOrderCsv(app, { name: 'orders.csv', writtenAt: NOW }, [unpaidOrder(ORDER)]);
    await previewFile(app, path);
    await expect(window.getByRole('region', { name: '检查' })).toBeVisible();
    await expectFocus(window, 'a file waits to be confirmed');
    await importJob(window, 'orders.csv').getByRole('button', { name: '导入 1 行' }).click();
    await expect(window.getByRole('region', { name: '导入结果' })).toBeVisible();
    await expectFocus(window, 'the result is shown');

    await window.keyboard.press('Control+1');
    await expect(openCustomer(window)).toHaveText(ORDER.nick);
    await chaseByHand(window);
    await expect(queueList(window).getByRole('option')).toHaveCount(0);
    await expectFocus(window, 'the last task is done');
  });

  test('through the scripts', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeOrderCsv(app, { name: 'orders.csv', writtenAt: NOW }, [unpaidOrder(ORDER)]));
    await expect(openCustomer(window)).toHaveText(ORDER.nick);
    await window.keyboard.press('Control+E');
    await window.keyboard.press('Control+I');
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expectFocus(window, 'the page of a script was closed');

    await window.keyboard.press('Control+U');
    await expect(window.getByRole('form', { name: /^改文字/ })).toBeVisible();
    await expectFocus(window, 'a text is open where it is shown');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('combobox', { name: '搜索话术' })).toBeFocused();

    await window.keyboard.press('Control+4');
    await expect(window.getByRole('button', { name: '导入话术' })).toBeVisible();
    await window.keyboard.press('Control+N');
    await window.getByRole('textbox', { name: '内容' }).fill('在的，您说');
    await window.keyboard.press('Control+S');
    await expect(window.getByText(/^已保存/)).toBeVisible();
    await expectFocus(window, 'a new script was saved');

    const file = join(app.userData, 'scripts.csv');
    writeFileSync(file, '快捷编码,内容,分组\r\nzz1,您好,问候\r\n');
    await answerOpenDialog(app, [file]);
    await window.getByRole('button', { name: '导入话术' }).click();
    await window.getByRole('button', { name: '选择文件…' }).click();
    await expect(window.getByRole('listbox', { name: '文件中的话术' })).toBeVisible();
    await expectFocus(window, 'a file of scripts waits to be confirmed');
  });
});
