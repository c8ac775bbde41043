import { expect, type RunningApp, test } from './support/app.ts';
import { createDemo } from './support/demo-report.ts';
import { clearNotifications, clickNotification, shownNotifications } from './support/desktop.ts';
import { CLOSED, exportTime, PAID, unpaidOrder, writeOrderCsv } from './support/exports.ts';
import { answerOpenDialog, clipboardText } from './support/main-process.ts';
import { signIn } from './support/seed.ts';
import {
  chaseByHand,
  importJob,
  openCustomer,
  openSettings,
  orderPanel,
  queueList,
  timeline,
} from './support/workbench.ts';

const MORNING = '2026-06-10T10:00:00+08:00';
const EVENING = '2026-06-10T20:29:55+08:00';
const TOMORROW = '2026-06-11T10:00:00+08:00';
const SHOP = '示例店铺（试用）';
const MORNING_FILE = 'ExportOrderList202606101005.csv';
const TOMORROW_FILE = 'ExportOrderList202606111000.csv';
const sampleNo = (index: number): string => `3320260610${String(index).padStart(9, '0')}`;

/** Of these the sample shop already knows when they were placed; an export says it again. */
const PAID_LATER = [
  { no: sampleNo(32), amount: '89.70', at: '2026-06-10 10:31:00' },
  { no: sampleNo(34), amount: '329.00', at: '2026-06-10 10:12:00' },
  { no: sampleNo(26), amount: '459.00', at: '2026-06-10 20:41:00' },
  { no: sampleNo(35), amount: '459.00', at: '2026-06-10 11:05:00' },
] as const;

function morningExport(app: RunningApp): string {
  const fresh = [
    ['林间有鹿', '示例手冲咖啡壶', '238.00', 21],
    ['海盐柠檬茶', '示例床品四件套', '459.00', 34],
    ['今天也要早睡', '示例蓝牙耳机', '329.00', 48],
  ] as const;
  const rows = fresh.map(([nick, title, amount, minutesAgo], index) =>
    unpaidOrder(
      {
        no: `33043700000000009${index}1`,
        nick,
        placedAt: new Date(Date.parse(MORNING) - minutesAgo * 60_000).toISOString(),
      },
      {
        宝贝标题: title,
        总金额: amount,
        买家应付货款: amount,
        买家应付邮费: '0.00',
        店铺名称: SHOP,
      },
    ),
  );
  const broken = unpaidOrder(
    { no: '3.30438E+18', nick: '小麦与土豆', placedAt: MORNING },
    { 店铺名称: SHOP },
  );
  return writeOrderCsv(app, { name: MORNING_FILE, writtenAt: MORNING }, [...rows, broken]);
}

function tomorrowsExport(app: RunningApp): string {
  const paid = PAID_LATER.map(({ no, amount, at }) => ({
    订单编号: no,
    买家会员名: '',
    订单状态: PAID,
    总金额: amount,
    买家实际支付金额: amount,
    订单创建时间: '',
    订单付款时间: at,
    店铺名称: SHOP,
  }));
  const closed = {
    订单编号: sampleNo(30),
    买家会员名: '老王家的猫',
    订单状态: CLOSED,
    订单关闭原因: '买家误拍或重拍',
    订单创建时间: exportTime(Date.parse(MORNING) - 55 * 60_000),
    订单付款时间: '',
    店铺名称: SHOP,
  };
  return writeOrderCsv(app, { name: TOMORROW_FILE, writtenAt: TOMORROW }, [...paid, closed]);
}

async function chooseForSample(app: RunningApp, path: string): Promise<void> {
  const { window } = app;
  await answerOpenDialog(app, [path]);
  await window.keyboard.press('Control+3');
  await window.getByRole('combobox', { name: '导入到店铺' }).click();
  await window.locator('.ant-select-item-option').filter({ hasText: SHOP }).click();
  await window.getByRole('button', { name: '选择文件' }).click();
}

const dueCount = ({ window }: RunningApp): Promise<number> => queueList(window).getByRole('option').count();

async function notificationAbout(text: string): Promise<string> {
  const titles = async () => (await shownNotifications()).map(({ title }) => title);
  await expect.poll(titles).toContainEqual(expect.stringContaining(text));
  return (await titles()).find((title) => title.includes(text)) ?? '';
}

test('the main job on the sample shop, from the first start to the report', async ({ launchApp }) => {
  const demo = createDemo();
  let app = await launchApp({ now: MORNING });
  await app.resize(1280, 800);
  await app.useColorScheme('light');

  await demo.step('first start', 'first-run', async () => {
    const { window } = app;
    await window.getByLabel('店铺名称').fill('山间旗舰店');
    await window.getByLabel('客服名字').fill('小满');
    await window.getByLabel('同时安装示例店铺').check();
    return { app, notes: 'one shop, one agent, the sample shop beside it' };
  });
  await demo.step('the reminder is proved', 'reminder-check', async () => {
    const { window } = app;
    await window.getByRole('button', { name: '开始使用' }).click();
    await window.getByRole('button', { name: '发送测试提醒' }).click();
    const shown = await notificationAbout('测试提醒');
    await expect(window.getByRole('button', { name: '看到并听到了' })).toBeVisible();
    return { app, notes: `the desktop shows 「${shown}」` };
  });
  await app.window.getByRole('button', { name: '看到并听到了' }).click();
  await clearNotifications();

  await demo.step('the queue', 'workbench', async () => {
    // Two that are better left are folded.
    await expect(queueList(app.window).getByRole('option')).toHaveCount(6);
    await expect(openCustomer(app.window)).toHaveText('云朵收藏家');
    return { app, notes: `${await dueCount(app)} tasks are due, the most urgent one is open` };
  });
  await demo.step('an export is previewed', 'import-preview', async () => {
    await chooseForSample(app, morningExport(app));
    const job = importJob(app.window, MORNING_FILE);
    await expect(job.getByRole('button', { name: /^导入 3 行/ })).toBeVisible();
    return { app, notes: '3 new orders, 1 row rejected with its reason' };
  });
  await demo.step('it is committed', 'import-done', async () => {
    await app.window.keyboard.press('Enter');
    await expect(app.window.getByRole('heading', { name: '已导入' })).toBeVisible();
    return { app, notes: 'whole or not at all' };
  });
  await demo.step('two keystrokes to the words', 'scripts', async () => {
    const { window } = app;
    await window.keyboard.press('Control+1');
    await expect(queueList(window).getByRole('option')).toHaveCount(9);
    for (const key of ['Control+G', 'Home', 'Enter', 'Enter']) await window.keyboard.press(key);
    await expect.poll(() => clipboardText(app)).toContain('云朵收藏家');
    await expect(window.getByRole('region', { name: '话术' }).getByText('已复制 1/2')).toBeVisible();
    return { app, notes: `on the clipboard: 「${await clipboardText(app)}」` };
  });
  await demo.step('the due ones are chased', 'chased', async () => {
    const { window } = app;
    let chased = 0;
    await window.getByRole('button', { name: /^不建议/ }).click();
    for (const customer of ['云朵收藏家', '小麦与土豆', '夜航船', '老王家的猫']) {
      await queueList(window).getByRole('option').filter({ hasText: customer }).click();
      await expect(openCustomer(window)).toHaveText(customer);
      // The words for the first are on the clipboard already.
      if (chased === 0) await window.keyboard.press('Control+Enter');
      else await chaseByHand(window);
      chased += 1;
      await expect(queueList(window).getByRole('option')).toHaveCount(11 - chased);
    }
    return { app, notes: `${chased} chases recorded with Ctrl+Enter, ${await dueCount(app)} tasks left` };
  });
  await demo.step('a reason and an agreed time', 'agreed-time', async () => {
    const { window } = app;
    await queueList(window).getByRole('option').filter({ hasText: 'tb000000123' }).click();
    await expect(openCustomer(window)).toHaveText('tb000000123');
    await window.keyboard.press('F2');
    await window.getByRole('radio', { name: '余额不足，稍后充值' }).check();
    await window.getByLabel('约定付款时间，指定时间').fill('20:30');
    await window.getByLabel('说明', { exact: true }).fill('客户说 20:30 充值');
    await expect(window.getByRole('button', { name: '约定 20:30 付款' })).toBeEnabled();
    return { app, notes: '「余额不足，稍后充值」 brings its own scripts; 20:30 becomes the reminder' };
  });
  await app.window.getByRole('button', { name: '约定 20:30 付款' }).click();
  await expect(app.window.getByRole('form', { name: '未付原因' })).toBeHidden();

  app = await app.relaunch({ now: EVENING });
  await app.resize(1280, 800);
  await signIn(app);
  // The first notification is about the tasks that came due since the morning.
  await notificationAbout('待办 ');
  await clearNotifications();
  await demo.step('20:30', 'reminder-opened', async () => {
    const shown = await notificationAbout('tb000000123');
    await demo.desktopPicture('reminder', app);
    await clickNotification();
    await expect(openCustomer(app.window)).toHaveText('tb000000123');
    await chaseByHand(app.window);
    await expect(app.window.getByText(/^已记录：/)).toBeVisible();
    return { app, notes: `the desktop shows 「${shown}」; a click opens the order` };
  });

  app = await app.relaunch({ now: TOMORROW });
  await app.resize(1280, 800);
  await signIn(app);
  await demo.step('tomorrow’s export', 'proof-preview', async () => {
    await chooseForSample(app, tomorrowsExport(app));
    await expect(
      importJob(app.window, TOMORROW_FILE).getByRole('button', { name: /^导入 5 行/ }),
    ).toBeVisible();
    return { app, notes: '5 orders changed: 4 paid, 1 closed' };
  });
  await demo.step('it proves the work', 'proof', async () => {
    const { window } = app;
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: '已导入' })).toBeVisible();
    await window.keyboard.press('Control+K');
    await window.getByRole('combobox', { name: '查找' }).fill(sampleNo(26));
    await window
      .getByRole('listbox', { name: '查找结果' })
      .getByRole('option', { name: sampleNo(26) })
      .click();
    await expect(orderPanel(window)).toContainText(sampleNo(26));
    await expect(timeline(window)).toContainText('催付成功');
    return {
      app,
      notes: `「${(await timeline(window).getByRole('listitem').first().textContent()) ?? ''}」`,
    };
  });
  await demo.step('the report', 'report', async () => {
    await app.window.keyboard.press('Control+5');
    const figures = app.window.getByRole('region', { name: '催付成效' });
    await expect(figures).toContainText('17 ÷ 23');
    await expect(app.window.getByRole('img', { name: /^每日催付/ })).toBeVisible();
    return { app, notes: '17 of 23 chased orders were paid, those of the sample’s past days among them' };
  });
  await demo.step('settings', 'settings', async () => {
    await openSettings(app.window, '店铺');
    await expect(app.window.getByText('一个未付款订单将在何时提醒催付')).toBeVisible();
    return { app, notes: 'the ladder, and when a new order would be chased' };
  });
  await app.useColorScheme('dark');
  await demo.step('the report in the dark', 'report-dark', async () => {
    await app.window.keyboard.press('Control+5');
    await expect(app.window.getByRole('img', { name: /^每日催付/ })).toBeVisible();
    return { app, notes: 'follows the system, or as set' };
  });
  await demo.step('the workbench in the dark', 'workbench-dark', async () => {
    await app.window.keyboard.press('Control+1');
    await expect(openCustomer(app.window)).toBeVisible();
    return { app, notes: 'the same places, the same keys' };
  });
  await demo.writeReport();
});
