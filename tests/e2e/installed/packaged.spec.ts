import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Page } from '@playwright/test';
import { backupFolderOf, listBackups } from '../../../electron/store/backups/backup-files.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { writeFirstStore } from '../../support/first-store.ts';
import { shownNotifications } from '../support/desktop.ts';
import { unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { importJob, openCustomer, orderPanel, timeline } from '../support/workbench.ts';
import {
  environmentOf,
  expect,
  machineSwitches,
  makeReadOnly,
  type PackagedApp,
  stateOfFolder,
  test,
} from './packaged-app.ts';

const execute = promisify(execFile);
const CUSTOMER = '橘子不吃皮';
/** Long enough for a program of two lines; the app itself would go on. */
const START_MS = 2000;
const FILE = 'ExportOrderList.csv';

/** A packaged app takes no other clock than the PC's. */
function writeExport(app: PackagedApp): string {
  const now = Date.now();
  return writeOrderCsv(app, { name: FILE, writtenAt: new Date(now).toISOString() }, [
    unpaidOrder(
      { no: '3304370000000000101', nick: CUSTOMER, placedAt: new Date(now - 40 * MINUTE).toISOString() },
      { 宝贝标题: '示例手冲咖啡壶', 总金额: '238.00', 买家应付货款: '238.00', 买家应付邮费: '0.00' },
    ),
  ]);
}

function storeVersion(path: string): unknown {
  const db = openDatabase(path);
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return version;
}

async function dropFile(window: Page, path: string): Promise<void> {
  const devtools = await window.context().newCDPSession(window);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
}

async function firstRun(window: Page): Promise<void> {
  await window.getByLabel('店铺名称').fill('山间旗舰店');
  await window.getByLabel('客服名字').fill('小满');
  await window.getByRole('button', { name: '开始使用' }).click();
  const check = window.getByRole('dialog', { name: '检查提醒' });
  await check.getByRole('button', { name: '发送测试提醒' }).click();
  await expect.poll(shownNotifications).toMatchObject([{ title: '小二工作台：测试提醒' }]);
  await check.getByRole('button', { name: '看到并听到了' }).click();
}

/** By its customer: at night its chase is not due yet. */
async function openOrderOf(window: Page, customer: string): Promise<void> {
  await window.keyboard.press('Control+1');
  await window.keyboard.press('Control+K');
  await window.keyboard.type(customer);
  await window.getByRole('listbox', { name: '查找结果' }).getByRole('option').first().waitFor();
  await window.keyboard.press('Enter');
  await expect(openCustomer(window)).toHaveText(customer);
}

test.describe('installed', () => {
  test('X3 X6: the main job in a read-only folder, at the first start and at the second', async ({
    installation,
    start,
  }) => {
    await makeReadOnly(installation.folder);
    const before = await stateOfFolder(installation.folder);
    const app = await start();
    const { window } = app;
    await firstRun(window);
    await dropFile(window, writeExport(app));
    await importJob(window, FILE).getByRole('button', { name: '导入 1 行' }).click();
    await expect(window.getByRole('heading', { name: '已导入' })).toBeVisible();

    await openOrderOf(window, CUSTOMER);
    await window.keyboard.press('Control+E');
    await expect(window.getByRole('option', { selected: true }).filter({ hasText: '推荐' })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(window.getByText(/^已复制/).first()).toBeVisible();
    // Pasted where an agent would paste it: from the system's clipboard.
    await window.keyboard.press('Control+K');
    const box = window.getByRole('combobox', { name: '查找' });
    await box.fill('');
    await box.press('Control+V');
    // Which script is recommended on that day does not matter here.
    await expect(box).toHaveValue(/\p{Script=Han}{4}.*。/u);
    await window.keyboard.press('Escape');
    expect(await app.quit()).toBe(0);

    const again = await start();
    await again.window.getByRole('button', { name: '进入' }).click();
    await openOrderOf(again.window, CUSTOMER);
    await expect(orderPanel(again.window)).toContainText('¥238.00');
    await expect(timeline(again.window)).toContainText('导入');
    expect(await again.quit()).toBe(0);
    expect(await stateOfFolder(installation.folder)).toEqual(before);
  });

  test('X6: an update takes the store of the first version along, and a backup of it first', async ({
    home,
    start,
  }) => {
    const databasePath = join(home, 'config', 'xiaoer', 'xiaoer.db');
    writeFirstStore(databasePath);
    const app = await start();
    await app.window.getByRole('button', { name: '进入' }).click();
    await app.window.keyboard.press('Control+K');
    await app.window.getByRole('combobox', { name: '查找' }).fill('3304370000000000101');
    await app.window.getByRole('option', { name: '3304370000000000101' }).click();
    await expect(openCustomer(app.window)).toHaveText(CUSTOMER);
    expect(await app.quit()).toBe(0);

    expect(storeVersion(databasePath)).toBe(migrations.length);
    const [backup] = listBackups(backupFolderOf(databasePath), databasePath);
    expect(backup).toMatchObject({ reason: 'migration', content: { schemaVersion: 1 } });
  });

  test('nobody gets own code to run in it: the fuses are those of a release', async ({
    installation,
    home,
  }) => {
    const wire = await getCurrentFuseWire(installation.executable);
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);

    const script = join(home, 'print.js');
    await writeFile(script, 'process.stdout.write("own code ran"); process.exit(0)');
    const env = { ...environmentOf(home), ELECTRON_RUN_AS_NODE: '1' };
    const args = [script, ...machineSwitches()];
    const { stdout } = await execute(installation.executable, args, { env, timeout: START_MS }).catch(
      (error: { readonly stdout: string }) => error,
    );
    expect(stdout).not.toContain('own code ran');
  });
});
