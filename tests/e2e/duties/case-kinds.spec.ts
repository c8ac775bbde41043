import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { LOOKS, NOW, openScreen, SCREENS, settle, useLook } from '../support/every-screen.ts';
import { clipboardText } from '../support/main-process.ts';
import { accessibilityFaults, brokenByWidth } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';
import { orderPanel, queueList } from '../support/workbench.ts';

const WORKBENCH = SCREENS.findIndex(([name]) => name === 'workbench');
const KINDS = Object.entries(CASE_KIND_SPECS);
const PLACES = [
  [1366, 697, 'light'],
  [340, 720, 'dark'],
] as const;

async function look(app: RunningApp, name: string): Promise<void> {
  await settle(app);
  await app.screenshot(name);
  expect(await brokenByWidth(app.window)).toEqual([]);
  expect(await accessibilityFaults(app.window)).toEqual([]);
}

test('O2, O3, O8, O10, O11, O12: the form of every kind of case is whole on the desktop and beside the chat', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { withSample: true });
  await app.resize(1366, 697);
  await expect(queueList(window).getByRole('option').first()).toBeVisible();
  await expect(orderPanel(window)).toContainText('¥');
  await window.keyboard.press('Control+h');
  const kinds = window.getByRole('radiogroup', { name: '事务类型' });
  for (const [key, { label }] of KINDS) {
    await kinds.getByText(label, { exact: true }).click();
    await expect(window.getByRole('button', { name: `登记${label}` })).toBeVisible();
    for (const [width, height, theme] of PLACES) {
      await app.resize(width, height);
      await useLook(app, theme);
      await look(app, `kind-${key}-${width}-${theme}`);
    }
    await app.resize(1366, 697);
  }
});

test('O8: a question of the warehouse is called about, answered and returned by keys', async ({
  launchApp,
}) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { withSample: true });
  await app.resize(1366, 697);
  await openScreen(app, WORKBENCH);
  await expect(orderPanel(window)).toContainText('¥');
  await window.keyboard.press('Control+h');
  await window.getByRole('radiogroup', { name: '事务类型' }).getByText('仓库来问').click();
  const form = window.getByRole('form', { name: '登记事务' });
  await form.getByText('没有尺码或规格').click();
  await form.getByRole('button', { name: '登记仓库来问' }).click();
  await expect(window.getByText(/仓库打包时发现没有尺码或规格/)).toBeVisible();
  for (const theme of LOOKS.slice(0, 2)) {
    await useLook(app, theme);
    await look(app, `question-panel-${theme}`);
  }
  await window.keyboard.press('F2');
  const next = window.getByRole('form', { name: '下一步' });
  await next.getByLabel('客户答复').fill('要 M 码');
  await look(app, 'question-next');
  await next.getByRole('button', { name: '客户已答复，回给仓库' }).click();
  await expect(window.getByText(/要 M 码。请照此发出/)).toBeVisible();
  await window.keyboard.press('Control+Shift+c');
  await expect.poll(() => clipboardText(app)).toContain('要 M 码。请照此发出');
  await app.resize(340, 720);
  // The queue has slid over, as it does where the window becomes that narrow.
  await window.keyboard.press('Escape');
  await expect(window.getByText(/要 M 码。请照此发出/)).toBeVisible();
  await look(app, 'question-panel-340');
});
