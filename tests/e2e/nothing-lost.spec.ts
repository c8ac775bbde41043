import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/store/connection.ts';
import { CHASE_PRESET_SETTINGS } from '../../shared/domain/chasing/chase-settings.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import { verifyData } from './support/cli.ts';
import { manyUnpaid, writeOrderCsv } from './support/exports.ts';
import { answerSaveDialog } from './support/main-process.ts';
import { importFile, openShop, previewFile, signIn, stateOf } from './support/seed.ts';
import { bucket, chaseByHand, openCustomer, openSettings, queueList } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';

const writeMany = (app: RunningApp, count: number, name = 'ExportOrderList.csv'): string =>
  writeOrderCsv(app, { name, writtenAt: NOW }, manyUnpaid(count, NOW));

async function startCommit(app: RunningApp, path: string) {
  const job = await previewFile(app, path);
  await ask(app.window, 'imports.commit', { jobId: job.id });
  await expect.poll(() => stateOf(app, job), { intervals: [10], timeout: 60_000 }).toBe('commit under way');
  return job;
}

async function rowAt({ window }: RunningApp, offset: number) {
  const everything = { bucket: 'todo', shopId: null, kind: null, owner: null, text: '' } as const;
  const { rows } = await ask(window, 'tasks.queue', { ...everything, sort: 'urgency', offset, limit: 1 });
  const [row] = rows;
  if (!row) throw new Error(`The queue has no row ${offset}`);
  return row;
}

const customerAt = async (app: RunningApp, offset: number): Promise<string> =>
  (await rowAt(app, offset)).summary.customerNick ?? '';

function countOpenTasks({ userData }: RunningApp): unknown {
  const db = openDatabase(join(userData, 'data', 'xiaoer.db'));
  const count = db.prepare(`SELECT count(*) FROM tasks WHERE state = 'open'`).pluck().get();
  db.close();
  return count;
}

test.describe('nothing is lost', () => {
  test('X6: a power cut during an import of 30 000 rows leaves the store as it was', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await importFile(app, writeMany(app, 50, 'small.csv'));
    const large = writeMany(app, 30_000);
    await startCommit(app, large);
    await app.kill();
    expect(await verifyData(app)).toMatchObject({ ok: true, orders: 50, customers: 50 });

    const again = await app.relaunch();
    await signIn(again);
    await importFile(again, large);
    await again.close();
    expect(await verifyData(again)).toMatchObject({ ok: true, orders: 30_000, customers: 30_000 });
  });

  test('X6: an import that is called off leaves nothing', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    const job = await startCommit(app, writeMany(app, 30_000));
    await window.keyboard.press('Control+3');
    await window.getByRole('button', { name: '取消' }).click();
    await expect(window.getByText('已取消，没有写入任何数据')).toBeVisible();
    expect(await stateOf(app, job)).toBe('cancelled');
    await app.close();
    expect(await verifyData(app)).toMatchObject({ ok: true, orders: 0, openTasks: 0 });
  });

  test('X2 X6: what was confirmed survives a power cut at that very moment', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeMany(app, 5));
    await expect(queueList(window).getByRole('option')).toHaveCount(5);
    await chaseByHand(window);
    await expect(window.getByText(/^已记录：/)).toBeVisible();
    await app.kill();
    const again = await app.relaunch();
    await signIn(again);
    await expect(queueList(again.window).getByRole('option')).toHaveCount(4);
    await again.close();
    expect(await verifyData(again)).toMatchObject({ ok: true });
  });

  test('X6: settings of a shop and of the PC are there after a power cut', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await openSettings(app.window, '店铺');
    await app.window.getByRole('spinbutton', { name: '每单 24 小时内最多' }).fill('2');
    await app.window.getByRole('button', { name: '保存', exact: true }).click();
    await expect(app.window.getByText(/^已保存「.*」的设置$/)).toBeVisible();
    await openSettings(app.window, '提醒');
    await app.window.getByRole('switch', { name: '提示音' }).click();
    await expect(app.window.getByRole('button', { name: '提示音恢复默认' })).toBeVisible();
    await app.kill();
    const again = await app.relaunch();
    await signIn(again);
    await openSettings(again.window, '提醒');
    await expect(again.window.getByRole('switch', { name: '提示音' })).not.toBeChecked();
    await openSettings(again.window, '店铺');
    await expect(again.window.getByRole('spinbutton', { name: '每单 24 小时内最多' })).toHaveValue('2');
    await again.close();
    expect(await verifyData(again)).toMatchObject({ ok: true });
  });

  test('P1 X6: new settings reach all tasks after a power cut in their middle, and an export goes on beside', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await importFile(app, writeMany(app, 600));
    expect(countOpenTasks(app)).toBe(1200);
    const { shops } = await ask(app.window, 'app.state', undefined);
    const scope = shops[0]?.id ?? 'app';
    const values = CHASE_PRESET_SETTINGS['group-buy'];
    // The answer comes before the tasks have followed.
    await ask(app.window, 'settings.save', { scope, key: 'chase', values });
    expect(await ask(app.window, 'jobs.list', undefined)).toMatchObject([
      { title: '更新「示例旗舰店」的待办' },
    ]);
    await app.kill();

    const again = await app.relaunch();
    await signIn(again);
    const path = join(again.userData, '订单.csv');
    await answerSaveDialog(again, path);
    await openSettings(again.window, '数据');
    await again.window.getByRole('button', { name: '导出订单为 CSV' }).click();
    await expect(again.window.getByText(`已保存到 ${path}`)).toBeVisible();
    expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toHaveLength(601);
    // A group buy that is half a day old is over, and so is its chase; the work begins once the page is quiet.
    await expect.poll(() => countOpenTasks(again), { timeout: 60_000 }).toBe(0);
    await again.close();
    expect(await verifyData(again)).toMatchObject({ ok: true, orders: 600, openTasks: 0 });
  });

  test('X1: 10 000 due tasks scroll, and a refresh leaves the agent where they are', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importFile(app, writeMany(app, 10_000));
    await expect(bucket(window, '待办')).toContainText('10,000');
    await window.keyboard.press('Control+G');
    await window.keyboard.press('End');
    await expect(openCustomer(window)).toHaveText(await customerAt(app, 9999));
    const anyRow = await queueList(window).getByRole('option').first().boundingBox();
    await queueList(window).hover();
    await window.mouse.wheel(0, -5000 * (anyRow?.height ?? 0));
    const customer = await customerAt(app, 4993);
    const row = queueList(window).getByRole('option').filter({ hasText: customer });
    await row.click();
    await expect(openCustomer(window)).toHaveText(customer);
    const before = await row.boundingBox();
    // Somebody else settles a task far above: the rows move, the list moves with them.
    const other = await rowAt(app, 10);
    await ask(window, 'tasks.complete', { id: other.task.id });
    await expect(bucket(window, '待办')).toContainText('9,999');
    await expect(row).toHaveAttribute('aria-posinset', '4993');
    expect((await row.boundingBox())?.y).toBe(before?.y);
    await expect(openCustomer(window)).toHaveText(customer);
  });
});
