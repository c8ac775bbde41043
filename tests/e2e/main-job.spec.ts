import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type RunningApp, test } from './support/app.ts';
import { CLOSED, PAID, unpaidOrder, writeItemCsv, writeOrderCsv, writeOrderXlsx } from './support/exports.ts';
import { answerOpenDialog, answerSaveDialog, clipboardText } from './support/main-process.ts';
import { openShop, signIn } from './support/seed.ts';
import {
  bucket,
  chaseByHand,
  importJob,
  importResult,
  openCustomer,
  orderPanel,
  queueList,
  queueRow,
  timeline,
} from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const TOMORROW = '2026-06-11T10:00:00+08:00';

const KETTLE = unpaidOrder(
  { no: '3304370000000000101', nick: '橘子不吃皮', placedAt: '2026-06-10T09:30:00+08:00' },
  {
    总金额: '238.00',
    买家应付货款: '238.00',
    买家应付邮费: '0.00',
    '宝贝标题 ': '示例手冲咖啡壶',
    宝贝标题: '示例手冲咖啡壶',
  },
);
const CUP = unpaidOrder(
  { no: '3304370000000000102', nick: '老王家的猫', placedAt: '2026-06-10T09:40:00+08:00' },
  {
    总金额: '178.00',
    宝贝标题: '示例保温杯 500ml',
  },
);
const PAN = unpaidOrder(
  { no: '3304370000000000103', nick: '云朵收藏家', placedAt: '2026-06-10T07:00:00+08:00' },
  {
    总金额: '201.12',
    宝贝标题: '示例不粘锅 20cm',
  },
);
const FRESH = unpaidOrder(
  { no: '3304370000000000104', nick: '夜航船', placedAt: '2026-06-10T09:55:00+08:00' },
  {
    总金额: '59.80',
  },
);
const BROKEN = unpaidOrder({ no: '3.30438E+18', nick: '小麦与土豆', placedAt: '2026-06-10T09:00:00+08:00' });
const DONE = { 订单编号: '3304370000000000105', 买家会员名: '跑步的鱼', 订单状态: PAID };

function todaysExport(app: RunningApp): string {
  const orders = [KETTLE, CUP, PAN, FRESH, BROKEN, DONE];
  return writeOrderCsv(app, { name: 'ExportOrderList202606101000.csv', writtenAt: NOW }, orders);
}

/** Chooses the files in the (stubbed) dialog and waits for the preview of the last one. */
async function chooseFiles(app: RunningApp, ...paths: readonly string[]): Promise<void> {
  await answerOpenDialog(app, paths);
  await app.window.keyboard.press('Control+3');
  await app.window.getByRole('button', { name: '选择文件' }).click();
}

async function importToday(app: RunningApp): Promise<void> {
  await chooseFiles(app, todaysExport(app));
  const { window } = app;
  await importJob(window, 'ExportOrderList202606101000.csv')
    .getByRole('button', { name: /^导入 5 行/ })
    .click();
  await window.getByRole('button', { name: '开始催付' }).click();
  await expect(queueList(window).getByRole('option')).toHaveCount(3);
}

test.describe('the main job', () => {
  test('P1: today’s export is previewed, its bad row explained and saved, and the rest asks for a chase', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await chooseFiles(app, todaysExport(app));
    const job = importJob(window, 'ExportOrderList202606101000.csv');
    const row = job.getByRole('row', { name: 'ExportOrderList202606101000.csv' });
    await expect(row.locator('.imports-count')).toHaveText(['5', '0', '0', '1']);
    await expect(job.getByRole('region', { name: '会发生什么' })).toContainText('新增催付');
    await expect(job.getByRole('option')).toContainText(['科学计数法']);

    // The preview is there to be decided on: Enter says yes, and once more leads to the queue.
    const commit = job.getByRole('button', { name: /^导入 5 行/ });
    await expect(commit).toBeFocused();
    const rejectedPath = join(app.userData, 'rejected.xlsx');
    await answerSaveDialog(app, rejectedPath);
    await job.getByRole('button', { name: '另存为文件' }).click();
    await expect(window.getByText(`已保存到 ${rejectedPath}`)).toBeVisible();
    expect(readFileSync(rejectedPath).subarray(0, 2).toString()).toBe('PK');

    await commit.focus();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: '开始催付' })).toBeFocused();
    await window.keyboard.press('Enter');

    await expect(queueList(window).getByRole('option')).toHaveCount(3);
    await expect(queueList(window).getByRole('option').first()).toContainText('橘子不吃皮');
    await expect(queueRow(window, '橘子不吃皮')).toContainText('首次催付');
    await expect(queueRow(window, '橘子不吃皮')).toContainText('¥238.00');
    await expect(bucket(window, '待办')).toContainText('3');
  });

  test('R1 X3 P2 P10: two keystrokes copy the right words, one records, and an agreed time comes back', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importToday(app);

    await window.keyboard.press('Control+G');
    await window.keyboard.press('Home');
    await expect(openCustomer(window)).toHaveText('橘子不吃皮');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toContain('示例手冲咖啡壶');
    const text = await clipboardText(app);
    expect(text).toMatch(/小满|示例旗舰店/);
    expect(text).not.toMatch(/[{}【】]|undefined|null/);

    await window.keyboard.press('Control+Enter');
    await expect(window.getByText('已记录：首次催付')).toBeVisible();
    await expect(openCustomer(window)).toHaveText('云朵收藏家');
    await expect(queueList(window).getByRole('option')).toHaveCount(2);
    await window.keyboard.press('Control+Z');
    await expect(window.getByText(/^已撤销/)).toBeVisible();
    await expect(queueList(window).getByRole('option')).toHaveCount(3);

    // P2: why it is unpaid, and the very minute that the customer named.
    await queueRow(window, '老王家的猫').click();
    await expect(openCustomer(window)).toHaveText('老王家的猫');
    await window.keyboard.press('F2');
    await window.getByRole('radio', { name: '余额不足，稍后充值' }).check();
    await window.getByLabel('约定付款时间，指定时间').fill('20:30');
    await window.getByLabel('说明', { exact: true }).fill('客户说 20:30 充值');
    await window.getByRole('button', { name: '约定 20:30 付款' }).click();
    await expect(queueRow(window, '老王家的猫')).toHaveCount(0);
    await bucket(window, '约定').click();
    await expect(queueRow(window, '老王家的猫')).toContainText('客户说 20:30 充值');

    const evening = await app.relaunch({ now: '2026-06-10T20:31:00+08:00' });
    await signIn(evening);
    await bucket(evening.window, '待办').click();
    await queueRow(evening.window, '老王家的猫').click();
    await expect(orderPanel(evening.window)).toContainText('客户说 20:30 充值');
  });

  test('X4 P9 P10: the next exports prove what was paid, what was lost and what was only claimed', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app);
    await importToday(app);
    await queueRow(app.window, '橘子不吃皮').click();
    await expect(openCustomer(app.window)).toHaveText('橘子不吃皮');
    await chaseByHand(app.window);
    await expect(openCustomer(app.window)).toHaveText('云朵收藏家');
    await app.window.keyboard.press('F7');
    await app.window.getByRole('form', { name: '标记已付款' }).getByRole('button').click();
    await expect(openCustomer(app.window)).toHaveText('老王家的猫');
    await chaseByHand(app.window);
    await expect(queueList(app.window).getByRole('option')).toHaveCount(0);
    // P9: an agent cannot close an order.
    await expect(app.window.getByRole('button', { name: '关闭订单' })).toHaveCount(0);

    const next = await app.relaunch({ now: TOMORROW });
    const { window } = next;
    await signIn(next);
    const noon = { name: '订单报表.xlsx', writtenAt: TOMORROW };
    const evening = { name: 'ExportOrderList202606111000.csv', writtenAt: TOMORROW };
    const xlsx = writeOrderXlsx(next, noon, [
      {
        ...KETTLE,
        订单状态: '买家已付款,等待卖家发货',
        订单付款时间: '2026-06-10 10:25:00',
        买家实付金额: '238.00',
      },
    ]);
    const csv = writeOrderCsv(next, evening, [
      { ...CUP, 订单状态: CLOSED, 订单关闭原因: '买家误拍或重拍' },
      PAN,
    ]);
    await chooseFiles(next, xlsx, csv);
    await importJob(window, noon.name).getByRole('button', { name: '导入 2 个文件，2 行' }).click();
    const result = importResult(window);
    await expect(result).toContainText('昨天催的已付款1 单 ¥238.00');
    await expect(result).toContainText('催过仍关闭1 单');

    await openOrder(next, '3304370000000000101');
    await expect(timeline(window)).toContainText('催付成功');
    await expect(timeline(window)).toContainText('¥238.00');
    await expect(timeline(window)).toContainText(/催付后 2\d 分钟/);
    await openOrder(next, '3304370000000000102');
    await expect(orderPanel(window)).toContainText('买家误拍或重拍');
    await expect(timeline(window)).toContainText('未付款关闭');
    await openOrder(next, '3304370000000000103');
    await expect(timeline(window)).toContainText('导入显示仍未付款');

    await window.keyboard.press('Control+5');
    const report = window.getByRole('region', { name: '催付成效' });
    await expect(report).toContainText('1 ÷ 2');
    await expect(report).toContainText('50.0%');
    await expect(report).toContainText('¥238.00');
  });

  test('X4: the same file again changes nothing, an item report adds to it, and an import can be taken back', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app);
    await importToday(app);
    await chooseFiles(app, join(app.userData, 'downloads', 'ExportOrderList202606101000.csv'));
    await importJob(window, 'ExportOrderList202606101000.csv').getByRole('button', { name: '关闭' }).click();

    const items = writeItemCsv(app, { name: 'ExportOrderDetailList.csv', writtenAt: NOW }, [
      { 订单编号: '3304370000000000101', 标题: '示例手冲咖啡壶', 商品属性: '颜色分类：哑光黑' },
    ]);
    await chooseFiles(app, items);
    const itemJob = importJob(window, 'ExportOrderDetailList.csv');
    await itemJob.getByRole('button', { name: '导入 1 行' }).click();
    await expect(importResult(window).getByRole('button', { name: '开始催付' })).toBeVisible();

    // Taken back in the order they came in: what others were built on stays until those are gone.
    const history = window.getByRole('region', { name: '导入记录' });
    await history.getByRole('button', { name: '撤销导入 ExportOrderList202606101000.csv' }).click();
    await window.getByRole('tooltip').getByRole('button', { name: '撤销导入' }).click();
    await expect(window.getByRole('alert').filter({ hasText: '不能撤销' })).toBeVisible();
    await window.getByRole('button', { name: '保留' }).click();
    for (const name of ['ExportOrderDetailList.csv', 'ExportOrderList202606101000.csv']) {
      await history.getByRole('button', { name: `撤销导入 ${name}` }).click();
      await window.getByRole('tooltip').getByRole('button', { name: '撤销导入' }).click();
      await expect(window.getByText(`已撤销导入「${name}」`)).toBeVisible();
    }
    await window.keyboard.press('Control+1');
    await expect(window.getByText('还没有订单')).toBeVisible();
  });
});

async function openOrder({ window }: RunningApp, no: string): Promise<void> {
  await window.keyboard.press('Control+K');
  await window.getByRole('combobox', { name: '查找' }).fill(no);
  await window.getByRole('listbox', { name: '查找结果' }).getByRole('option', { name: no }).click();
  await expect(orderPanel(window)).toContainText(no);
}
