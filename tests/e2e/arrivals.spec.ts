import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { unpaidOrder, writeOrderCsv } from './support/exports.ts';
import { answerOpenDialog } from './support/main-process.ts';
import { openShop } from './support/seed.ts';
import { importJob, importResult, openSettings, queueRow } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const NAME = 'ExportOrderList202606101000.csv';

const writeExport = (app: RunningApp): string =>
  writeOrderCsv(app, { name: NAME, writtenAt: NOW }, [
    unpaidOrder({ no: '3304370000000000001', nick: '山间一壶茶', placedAt: '2026-06-10T09:30:00+08:00' }),
  ]);

test.describe('files come by themselves', () => {
  test('X6: a file dropped onto any screen is previewed', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    const devtools = await window.context().newCDPSession(window);
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      devtools.send('Input.dispatchDragEvent', {
        type,
        x: 600,
        y: 400,
        data: { items: [], files: [writeExport(app)], dragOperationsMask: 1 },
      });
    await drag('dragEnter');
    await drag('dragOver');
    await expect(window.getByText('松开即可导入订单文件')).toBeVisible();
    await drag('drop');
    await expect(importJob(window, NAME).getByRole('button', { name: '导入 1 行' })).toBeVisible();
    await expect(window.getByText('松开即可导入订单文件')).toBeHidden();
  });

  test('X6: a new export in the watched folder is announced on the workbench and taken with one Enter', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    const folder = join(app.userData, 'downloads');
    mkdirSync(folder, { recursive: true });
    await answerOpenDialog(app, [folder]);
    await openSettings(window, '导入');
    await window.getByRole('button', { name: '选择文件夹' }).click();
    await expect(window.getByText(folder)).toBeVisible();

    writeExport(app);
    await window.keyboard.press('Control+1');
    const strip = window.getByRole('region', { name: '数据时间' });
    await expect(strip).toContainText('下载文件夹里有 1 个新报表');
    await expect(strip.getByRole('button', { name: /^导入新报表/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(importResult(window).getByRole('button', { name: '开始催付' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(queueRow(window, '山间一壶茶')).toBeVisible();
    await expect(strip).toContainText('数据截至');
    await expect(strip).not.toContainText('新报表');
    expect(await ask(window, 'imports.foundFiles', undefined)).toEqual([]);
  });
});
