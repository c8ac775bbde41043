import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { MINUTE } from '../../shared/time/durations.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { askRaw } from './support/bridge.ts';
import { unpaidOrder, writeOrderCsv } from './support/exports.ts';
import { answerSaveDialog } from './support/main-process.ts';
import { importFile, openShop } from './support/seed.ts';
import { openSettings } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const NO = '3304370000000000101';

function writeExport(app: RunningApp): string {
  const placedAt = new Date(Date.parse(NOW) - 40 * MINUTE).toISOString();
  return writeOrderCsv(app, { name: '橘子的订单.csv', writtenAt: NOW }, [
    unpaidOrder(
      { no: NO, nick: '橘子不吃皮', placedAt },
      { 收货人姓名: '陈示例', 收货地址: '浙江省 杭州市 西湖区 示例路 1 号', 联系手机: "'13800000000" },
    ),
  ]);
}

/** A handler fails, and what went wrong says whom it was about. */
async function failAtSaving({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => {
      throw new Error('橘子不吃皮，示例路 1 号');
    };
  });
}

/** The folders that the program would show on screen; the system's own windows are not for a test. */
async function watchFolders({ electron }: RunningApp): Promise<() => Promise<unknown>> {
  await electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => {
      process.env['XIAOER_SHOWN'] = path;
    };
  });
  return () => electron.evaluate(() => process.env['XIAOER_SHOWN']);
}

test('X6: diagnostics are one readable zip with nobody in it, and their folder is opened', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { shopName: '山间旗舰店', agentName: '小满' });
  await importFile(app, writeExport(app));
  await failAtSaving(app);
  await askRaw(window, 'exports.save', { what: 'orders', format: 'xlsx', shopId: null });
  const path = join(app.userData, '诊断.zip');
  await answerSaveDialog(app, path);
  const shownFolder = await watchFolders(app);

  await openSettings(window, '诊断');
  await window.getByRole('button', { name: '保存诊断信息' }).click();
  await expect(window.getByText(`已保存到 ${path}`)).toBeVisible();
  expect(await shownFolder()).toBe(path);

  const files = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
    name,
    strFromU8(bytes),
  ]);
  expect(files.map(([name]) => name)).toEqual([
    '说明.txt',
    '程序.json',
    '设置.json',
    '数据.json',
    '日志/main.log',
  ]);
  const text = files.flat().join('\n');
  expect(text).toContain('"orders": 1');
  expect(text).toContain('"integrity": "ok"');
  expect(text).toContain('exports.save Error');
  expect(text).not.toMatch(/橘子|陈示例|示例路|13800000000|3304370|山间|小满|xiaoer-e2e/);
  await app.screenshot('diagnostics');
});
