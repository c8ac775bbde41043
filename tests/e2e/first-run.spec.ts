import { expect, type RunningApp, test } from './support/app.ts';
import { shownNotifications } from './support/desktop.ts';
import { signInAs } from './support/seed.ts';
import { openSettings, queueList } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';

async function fillFirstRun({ window }: RunningApp, withSample: boolean): Promise<void> {
  await window.getByLabel('店铺名称').fill('山间旗舰店');
  await window.getByLabel('客服名字').fill('小满');
  await window.getByLabel('PIN（可不填）').fill('2468');
  await window.getByLabel('再输一次 PIN').fill('2468');
  if (withSample) await window.getByLabel('同时安装示例店铺').check();
  await window.getByRole('button', { name: '开始使用' }).click();
}

test.describe('the first day', () => {
  test('X2 X6: one shop and one agent are enough, and the reminder is proved on the spot', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await window.getByRole('button', { name: '开始使用' }).click();
    await expect(window.getByText('请填写店铺名称')).toBeVisible();
    await expect(window.getByText('请填写客服名字')).toBeVisible();
    await fillFirstRun(app, false);

    const check = window.getByRole('dialog', { name: '检查提醒' });
    await check.getByRole('button', { name: '发送测试提醒' }).click();
    await expect
      .poll(shownNotifications)
      .toMatchObject([{ title: '小二工作台：测试提醒', body: expect.stringContaining('提醒就是正常的') }]);
    await check.getByRole('button', { name: '看到并听到了' }).click();
    await expect(check).toBeHidden();
    await expect(window.getByText('还没有订单')).toBeVisible();
    await window.reload();
    await expect(window.getByText('还没有订单')).toBeVisible();
    await expect(check).toBeHidden();
  });

  test('H1: a lock, a wrong PIN, a switch of agents and a restart', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await fillFirstRun(app, false);
    await window.getByRole('dialog').getByRole('button', { name: '稍后', exact: true }).click();

    await openSettings(window, '客服');
    await window.getByRole('button', { name: '添加客服' }).click();
    await window.getByLabel('名字').fill('阿远');
    await window.getByRole('dialog').getByRole('button', { name: '添加' }).click();
    await expect(window.getByText('已添加「阿远」')).toBeVisible();

    await window.keyboard.press('Control+L');
    await expect(window.getByRole('button', { name: '进入' })).toBeVisible();
    await signInAs(app, '小满', '1357');
    await expect(window.getByText('PIN 不正确')).toBeVisible();
    await signInAs(app, '阿远');
    await expect(window.getByRole('banner').getByRole('button', { name: '阿远' })).toBeVisible();

    const again = await app.relaunch();
    await expect(again.window.getByRole('radio', { name: /阿远/ })).toBeChecked();
    await signInAs(again, '小满', '2468');
    await expect(again.window.getByRole('banner').getByRole('button', { name: '小满' })).toBeVisible();
    await again.window.getByRole('button', { name: '稍后', exact: true }).click();
    await openSettings(again.window, '店铺');
    await expect(again.window.getByRole('region', { name: '店铺' })).toContainText('山间旗舰店');
  });

  test('X1: the sample shop comes with work and leaves without a trace', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await fillFirstRun(app, true);
    await window.getByRole('dialog').getByRole('button', { name: '稍后', exact: true }).click();
    // One of them is paid and to be shipped.
    await expect(queueList(window).getByRole('option')).toHaveCount(7);

    await openSettings(window, '示例店铺');
    await window.getByRole('button', { name: '移除示例店铺' }).click();
    await window.getByRole('button', { name: '移除', exact: true }).click();
    await expect(window.getByText('已移除示例店铺')).toBeVisible();
    await window.keyboard.press('Control+1');
    await expect(window.getByText('还没有订单')).toBeVisible();
    await expect(window.getByText('第一天从这里开始')).toBeVisible();

    await openSettings(window, '示例店铺');
    await window.getByRole('button', { name: '安装示例店铺' }).click();
    await window.keyboard.press('Control+1');
    await expect(queueList(window).getByRole('option')).toHaveCount(7);
  });
});
