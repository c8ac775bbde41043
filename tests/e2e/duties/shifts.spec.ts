import { writeFileSync } from 'node:fs';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { settle, useLook } from '../support/every-screen.ts';
import { unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { answerOpenDialog, clipboardText, fillClipboard } from '../support/main-process.ts';
import { accessibilityFaults, brokenByWidth } from '../support/screen-check.ts';
import { importFile, openShop, signInAs, takeSeat } from '../support/seed.ts';
import { orderPanel, queueList, timeline } from '../support/workbench.ts';

const EVENING = '2026-06-10T22:40:00+08:00';
const MORNING = '2026-06-11T08:55:00+08:00';
const NEXT = { name: '知夏', pin: '1357' };

async function look(app: RunningApp, name: string): Promise<void> {
  await settle(app);
  await app.screenshot(name);
  expect(await brokenByWidth(app.window)).toEqual([]);
  expect(await accessibilityFaults(app.window)).toEqual([]);
}

async function lookEverywhere(app: RunningApp, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await useLook(app, theme);
    await look(app, `${name}-${theme}-1366`);
  }
  for (const [width, height] of [
    [340, 720],
    [420, 720],
    [1920, 1040],
    [1366, 697],
  ] as const) {
    await app.resize(width, height);
    await look(app, `${name}-light-${width}`);
  }
}

test('H2: the evening hands over its promises by keys, and the morning sees them first, signs, and has them', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: EVENING });
  const { window } = app;
  await openShop(app, { withSample: true });
  await ask(window, 'agents.create', { ...NEXT, role: 'agent' });
  await app.resize(1366, 697);
  await expect(queueList(window).getByRole('option').first()).toBeVisible();
  for (const [words, kept] of [
    ['明早9点回复尺码', '回复尺码'],
    ['明天12点前问仓库有没有货', '问仓库有没有货'],
  ] as const) {
    await expect(orderPanel(window)).toContainText('¥');
    await window.keyboard.press('Control+n');
    await window.keyboard.type(words);
    await window.keyboard.press('Enter');
    await expect(timeline(window)).toContainText(kept);
    await window.keyboard.press('ArrowDown');
  }

  await window.keyboard.press('Control+Shift+L');
  const items = window.getByRole('list', { name: '交接事项' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText('回复尺码');
  await window.getByLabel('第 2 项要做什么').fill('8 点仓库上班就打电话');
  await window.keyboard.press('Enter');
  await items.nth(1).getByRole('button', { name: '先做' }).click();
  await expect(items.first()).toContainText('问仓库');
  await window.keyboard.press('F7');
  await window.getByRole('form', { name: '交接备注' }).getByRole('textbox').fill('旺旺 2 号掉线，已报修');
  await window.getByRole('form', { name: '交接备注' }).getByRole('button', { name: '记下' }).click();
  await expect(window.getByText('备注：旺旺 2 号掉线，已报修')).toBeVisible();
  await lookEverywhere(app, 'handover-draft');
  await window.keyboard.press('F2');
  await look(app, 'handover-give');
  await window.getByRole('form', { name: '交出' }).getByRole('button', { name: '签字交出' }).click();
  await expect(window.getByText('已交给下一班，共 2 项')).toBeVisible();
  await test.step('on paper stands the sheet alone', async () => {
    await window.emulateMedia({ media: 'print' });
    await expect(queueList(window)).toBeHidden();
    await expect(window.getByText('备注：旺旺 2 号掉线，已报修')).toBeVisible();
    await app.screenshot('handover-paper');
    await window.emulateMedia({ media: null });
  });
  await window.keyboard.press('Control+Shift+C');
  await expect.poll(() => clipboardText(app)).toContain('8 点仓库上班就打电话');

  await test.step('the power is cut, and the morning begins', async () => {
    await app.kill();
  });
  const morning = await app.relaunch({ now: MORNING });
  await signInAs(morning, NEXT.name, NEXT.pin);
  await expect(morning.window.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await expect(morning.window.getByRole('heading', { name: '小满的交接单' })).toBeVisible();
  await morning.resize(1366, 697);
  await lookEverywhere(morning, 'handover-received');
  await morning.window.keyboard.press('F2');
  await morning.window.getByLabel('PIN', { exact: true }).fill('0000');
  await morning.window.keyboard.press('Enter');
  await expect(morning.window.getByText('PIN 不正确')).toBeVisible();
  await morning.window.getByLabel('PIN', { exact: true }).fill(NEXT.pin);
  await look(morning, 'handover-sign');
  await morning.window.keyboard.press('Enter');
  await expect(morning.window.getByText('已签收 2 项')).toBeVisible();
  await expect(morning.window.getByRole('region', { name: '待签收的交接单' })).toBeHidden();
  const mine = await ask(morning.window, 'handovers.list', undefined);
  expect(mine).toMatchObject([{ state: 'received', receiverName: NEXT.name, count: 2, openCount: 2 }]);
  // The one who gave sees that it was signed, and nothing of it is theirs any more.
  await takeSeat(morning, '小满');
  await morning.window.keyboard.press('Control+Shift+L');
  await expect(morning.window.getByText('没有要交接的事项')).toBeVisible();
  await look(morning, 'handover-empty');
});

test('issue 14.2: the next morning begins with what the day holds, one Enter per step', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: EVENING });
  await openShop(app, { withSample: true });
  const unpaid = unpaidOrder({ no: '3304370000000000001', nick: '山间一壶茶', placedAt: EVENING });
  await importFile(app, writeOrderCsv(app, { name: 'evening.csv', writtenAt: EVENING }, [unpaid]));
  await ask(app.window, 'agents.create', { ...NEXT, role: 'agent' });
  await ask(app.window, 'handovers.begin', undefined);
  await takeSeat(app, NEXT.name, NEXT.pin);
  const { id } = await ask(app.window, 'handovers.begin', undefined);
  await ask(app.window, 'handovers.give', { id, receiverId: null, pin: NEXT.pin });

  const morning = await app.relaunch({ now: MORNING });
  const { window } = morning;
  await signInAs(morning, '小满');
  const steps = window.getByRole('list', { name: '先做这些' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^知夏 昨天 22:40 交接 0 项，等你签收看交接单/,
    /^示例旗舰店 数据截至 昨天 22:40去导入/,
    /^现在要处理 \d+ 项，涉及 ¥.*开始处理/,
  ]);
  await morning.resize(1366, 697);
  await lookEverywhere(morning, 'today');
  await morning.resize(420, 720);
  await expect(steps.first().getByRole('button')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: '知夏的交接单' })).toBeVisible();
  await expect(window.getByText('上一班没有留下待办')).toBeInViewport();
  await morning.resize(1366, 697);
  await window.keyboard.press('F2');
  await window.keyboard.press('Enter');
  await expect(window.getByText('已签收 0 项')).toBeVisible();

  await window.keyboard.press('Control+Shift+H');
  await expect(steps.first().getByRole('button', { name: /^去导入/ })).toBeFocused();
  const chases = window.getByRole('list', { name: '按事项' }).getByRole('button', { name: /^催付/ });
  const count = Number(/(\d+) 项/.exec(await chases.innerText())?.[1]);
  expect(count).toBeGreaterThan(1);
  await chases.click();
  await expect(queueList(window)).toBeVisible();
  await expect(window.getByRole('region', { name: '今天' })).toBeHidden();

  await test.step('K8: the lead tells the team; it is read by keys, and the lead sees by whom', async () => {
    await window.keyboard.press('Control+K');
    await window.keyboard.type('写团队通知');
    await window.keyboard.press('Enter');
    const draft = window.getByRole('form', { name: '写通知' });
    await draft.getByLabel('标题').fill('618 满减规则');
    await draft.getByLabel('内容').fill('满 300 减 40，跨店可用。\n预售商品定金不参加。');
    await lookEverywhere(morning, 'bulletin-draft');
    await window.keyboard.press('F2');
    await expect(window.getByText('已发布「618 满减规则」')).toBeVisible();
    await takeSeat(morning, NEXT.name, NEXT.pin);
    await window.keyboard.press('Control+Shift+H');
    await expect(steps.first()).toContainText('未读通知：618 满减规则');
    await window.keyboard.press('Enter');
    await expect(window.getByText('预售商品定金不参加。')).toBeVisible();
    await window.keyboard.press('F2');
    await lookEverywhere(morning, 'bulletin-unread');
    await expect(window.getByRole('button', { name: '看完了，记为已读' })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('已读「618 满减规则」')).toBeVisible();
    await takeSeat(morning, '小满');
    await window.keyboard.press('Control+K');
    await window.keyboard.type('看团队通知');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('region', { name: '阅读情况' })).toContainText('已读 1/1');
    await window.keyboard.press('F8');
    await look(morning, 'bulletin-read');
  });

  await test.step('the same day is begun once', async () => {
    await takeSeat(morning, '小满');
    await expect(queueList(window)).toBeVisible();
  });
});

test('H1: a month is planned by keys, by a paste and from a file; a leave is asked and decided', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: MORNING });
  const { window } = app;
  await openShop(app, { withSample: true });
  await ask(window, 'agents.create', { ...NEXT, role: 'agent' });
  await app.resize(1366, 697);
  await window.keyboard.press('Control+K');
  await window.keyboard.type('排班');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: '排班' });
  const cell = (name: string) => dialog.getByRole('button', { name, exact: true });
  await cell('小满 06-01 空').click();
  await window.keyboard.press('a');
  await expect(cell('小满 06-01 A')).toBeFocused();
  // A block over both agents and two days.
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('d');
  await expect(cell('知夏 06-02 D')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(cell('知夏 06-02 空')).toBeVisible();
  await expect(cell('小满 06-01 A')).toBeVisible();

  await cell('小满 06-10 空').click();
  await fillClipboard(app, '早1班\tA\t休\n通宵班\tF\t不知道');
  await window.keyboard.press('Control+v');
  await expect(cell('知夏 06-11 F')).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveText('有 1 格不能识别，没有粘贴：不知道');

  const path = `${app.userData}/排班.csv`;
  writeFileSync(path, '员工,6月15日,6月16日\n小满,A,休\n没有这个人,B,B\n');
  await answerOpenDialog(app, [path]);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(dialog.getByRole('region', { name: '导入预览' })).toContainText('团队里没有「没有这个人」');
  await look(app, 'roster-preview');
  await dialog.getByRole('button', { name: '导入 2 天' }).click();
  await expect(cell('小满 06-16 休')).toBeVisible();
  await lookEverywhere(app, 'roster');
  await window.keyboard.press('Escape');

  await takeSeat(app, NEXT.name, NEXT.pin);
  await window.keyboard.press('Control+K');
  await window.keyboard.type('排班');
  await window.keyboard.press('Enter');
  await cell('知夏 06-11 F').click();
  await window.keyboard.press('b');
  await expect(cell('知夏 06-11 F')).toBeVisible();
  await dialog.getByLabel('申请原因').fill('家里有事');
  await dialog.getByRole('button', { name: '提交申请' }).click();
  await expect(dialog.getByRole('list', { name: '换班与请假申请' })).toContainText('家里有事');
  await window.keyboard.press('Escape');
  await takeSeat(app, '小满');
  await window.keyboard.press('Control+K');
  await window.keyboard.type('排班');
  await window.keyboard.press('Enter');
  await look(app, 'roster-request');
  await dialog.getByRole('button', { name: '批准' }).click();
  await expect(cell('知夏 06-11 假')).toBeVisible();
});
