import { expect, type RunningApp, test } from '../support/app.ts';
import { openScreen, SCREENS, settle, useLook } from '../support/every-screen.ts';
import { clipboardText } from '../support/main-process.ts';
import { accessibilityFaults, brokenByWidth } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';
import { orderPanel, queueList } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const LIST = SCREENS.findIndex(([name]) => name === 'cases');

async function look(app: RunningApp, name: string): Promise<void> {
  await settle(app);
  await app.screenshot(name);
  expect(await brokenByWidth(app.window)).toEqual([]);
  expect(await accessibilityFaults(app.window)).toEqual([]);
}

test('O2: a cancellation is noted on its order by keys, led on with the words for each party, and found in the list', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { withSample: true });
  await app.resize(1366, 697);
  await expect(queueList(window).getByRole('option').first()).toBeVisible();
  await expect(orderPanel(window)).toContainText('¥');
  await window.keyboard.press('Control+h');
  const form = window.getByRole('form', { name: '登记事务' });
  await expect(form.getByRole('radio', { name: '未付款' })).toBeChecked();
  await look(app, 'case-form');
  await form.getByText('不想要了').click();
  await form.getByText('撤单', { exact: true }).click();
  await form.getByRole('button', { name: '登记撤单' }).click();

  await expect(window.getByText('处理撤单').first()).toBeVisible();
  await window.keyboard.press('F2');
  const next = window.getByRole('form', { name: '下一步' });
  await expect(next.getByRole('radio', { name: '请客户关闭订单' })).toBeChecked();
  await look(app, 'case-next');
  await next.getByRole('button', { name: '请客户关闭订单' }).click();
  await expect(window.getByText(/“我的订单”里关闭就可以/)).toBeVisible();
  await window.keyboard.press('Control+Shift+c');
  await expect.poll(() => clipboardText(app)).toContain('“我的订单”里关闭就可以');

  for (const theme of ['light', 'dark'] as const) {
    await useLook(app, theme);
    await look(app, `case-panel-${theme}`);
  }
  await openScreen(app, LIST);
  await expect(window.getByRole('listbox', { name: '事务' }).getByRole('option')).toContainText('等待客户');
  await look(app, 'cases-dark-1366');
  await useLook(app, 'light');
  for (const [width, height] of [
    [340, 720],
    [1920, 1040],
  ] as const) {
    await app.resize(width, height);
    await look(app, `cases-light-${width}`);
  }
  // Back to the panel, beside the chat.
  await app.resize(420, 720);
  await window.getByLabel('查事务').click();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(window.getByText('请客户关闭订单').first()).toBeVisible();
  await look(app, 'case-panel-420');
  await window.keyboard.press('F8');
  await expect(window.getByText('还没有告知客户，请先转到告知客户的步骤')).toBeVisible();
  await look(app, 'case-close-420');
});
