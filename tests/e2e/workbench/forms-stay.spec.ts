import { expect, test } from '../support/app.ts';
import { zoomOf } from '../support/every-screen.ts';
import { openShop } from '../support/seed.ts';
import { openCustomer, orderPanel } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const HEIGHT = 697;

test('C7: a form stays open with all that was typed, however the window changes', async ({ launchApp }) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { withSample: true });
  await app.resize(1366, HEIGHT);
  await expect(openCustomer(window)).toBeVisible();
  await window.keyboard.press('F2');
  const form = orderPanel(window).locator('.action-form');
  await form.getByLabel('说明').fill('客户说晚上充值');
  await form.getByRole('textbox', { name: /指定时间/ }).fill('20:30');
  const expectKept = async (when: string) =>
    test.step(when, async () => {
      await expect(form.getByLabel('说明')).toHaveValue('客户说晚上充值');
      await expect(form.getByRole('textbox', { name: /指定时间/ })).toHaveValue('20:30');
      await expect(form.getByRole('textbox', { name: /指定时间/ })).toBeFocused();
      await expect(form.locator('[type="submit"]')).toBeInViewport({ ratio: 1 });
    });

  const width = () => window.evaluate<number>('innerWidth');
  await window.keyboard.press('Control+Backslash');
  await expect.poll(width).toBe(420);
  await expectKept('docked beside the chat');
  await window.keyboard.press('Control+Backslash');
  await expect.poll(width).toBe(1366);
  await expectKept('as it was');
  for (const narrower of [800, 340, 1366]) {
    await app.resize(narrower, HEIGHT);
    await expectKept(`${narrower} wide`);
  }
  for (const zoom of [110, 125, 150]) {
    await window.keyboard.press('Control+Equal');
    await expect.poll(() => zoomOf(app)).toBe(zoom);
    await expectKept(`${zoom} %`);
  }
});
