import { expect, type RunningApp, test } from '../support/app.ts';
import { createHands, openChat, sentInChat } from '../support/hands.ts';
import { clipboardText } from '../support/main-process.ts';
import { allow } from '../support/palette.ts';
import { expectNoSidewaysScroll } from '../support/screen-check.ts';
import { openShop } from '../support/seed.ts';
import { openCustomer, orderPanel, queueList, timeline } from '../support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const DOCK = 'Control+Backslash';

type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function placeOf({ electron, window }: RunningApp) {
  const handle = await electron.browserWindow(window);
  return handle.evaluate((browserWindow, _none) => ({
    bounds: browserWindow.getBounds() as Bounds,
    isOnTop: browserWindow.isAlwaysOnTop(),
  }));
}

const workArea = ({ electron }: RunningApp): Promise<Bounds> =>
  electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);

const scripts = ({ window }: RunningApp) => window.getByRole('combobox', { name: '搜索话术' });

async function openDocked(app: RunningApp): Promise<void> {
  await openShop(app, { withSample: true });
  await expect(queueList(app.window).getByRole('option').first()).toBeVisible();
  await app.window.keyboard.press(DOCK);
  await expect(app.window.getByRole('button', { name: '总在最前' })).toBeVisible();
}

test.describe('B1: beside the chat', () => {
  test('one key puts the window at a side of the screen, and one brings it back', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openShop(app, { withSample: true });
    const before = await placeOf(app);
    await app.window.keyboard.press(DOCK);
    const area = await workArea(app);
    const docked = { x: area.x + area.width - 420, y: area.y, width: 420, height: area.height };
    await expect.poll(() => placeOf(app)).toEqual({ bounds: docked, isOnTop: true });
    await app.window.getByRole('button', { name: '总在最前' }).click();
    await expect.poll(async () => (await placeOf(app)).isOnTop).toBe(false);
    await app.window.keyboard.press(DOCK);
    await expect.poll(() => placeOf(app)).toEqual(before);
  });

  test('it stays where the agent has put it on this screen, also after a restart', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    await openDocked(app);
    const handle = await app.electron.browserWindow(app.window);
    await handle.evaluate((window) => window.setBounds({ x: 40, y: 60, width: 380, height: 600 }));
    const area = await workArea(app);
    const moved = { x: area.x, y: area.y, width: 380, height: area.height };
    await expect.poll(async () => (await placeOf(app)).bounds).toEqual(moved);
    const again = await app.relaunch();
    await expect.poll(async () => (await placeOf(again)).bounds).toEqual(moved);
  });

  test('the whole job is done in it by keys', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openDocked(app);
    const first = await openCustomer(window).textContent();
    await expectNoSidewaysScroll(window);

    // The queue slides over what is open, a row is chosen, and Enter is at its script.
    await window.keyboard.press('Control+G');
    await expect(queueList(window)).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await expect(scripts(app)).toBeFocused();
    await expect(openCustomer(window)).not.toHaveText(first ?? '');
    const second = await openCustomer(window).textContent();
    await window.keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toContain(second ?? '');

    // A form opens above the actions, its button in sight; what is known of the order is one key away.
    await window.keyboard.press('F3');
    const snooze = orderPanel(window)
      .getByRole('button', { name: /^延后到|^延后$/ })
      .first();
    await expect(snooze).toBeInViewport();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+O');
    await expect(timeline(window)).toBeInViewport();
    await window.keyboard.press('Control+E');
    await expect(scripts(app)).toBeFocused();

    await window.keyboard.press('Control+Enter');
    await expect(openCustomer(window)).not.toHaveText(second ?? '');
    await expect(scripts(app)).toBeFocused();
  });
});

test.describe('B16: due order to both parts sent and recorded', () => {
  async function begin(app: RunningApp) {
    await openShop(app, { withSample: true });
    await allow(app, '话术小窗');
    await app.window.keyboard.press('Control+1');
    await app.window.keyboard.press(DOCK);
    await expect(app.window.getByRole('button', { name: '总在最前' })).toBeVisible();
    await app.window.keyboard.press('Control+E');
    await expect(scripts(app)).toBeFocused();
    const chat = await openChat(app);
    await app.window.bringToFront();
    return chat;
  }

  test('the next part follows with the hotkey: 7 keys, 2 window switches', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    const chat = await begin(app);
    const customer = (await openCustomer(window).textContent()) ?? '';
    await expect(window.locator('.script-card[aria-selected="true"] .script-part')).toHaveCount(2);
    const hands = createHands();

    await hands.press(window, 'Enter');
    await expect.poll(() => clipboardText(app)).toContain(customer);
    const part = await clipboardText(app);
    await hands.press(chat, 'Control+V', 'Enter');
    await hands.hotkey('ctrl+shift+space');
    await expect.poll(() => clipboardText(app)).not.toBe(part);
    const other = await clipboardText(app);
    await hands.press(chat, 'Control+V', 'Enter');
    await hands.press(window, 'Control+Enter');

    expect(await sentInChat(chat)).toEqual([part, other]);
    await expect(openCustomer(window)).not.toHaveText(customer);
    expect(hands.counted()).toMatchObject({ keys: 7, switches: 2 });
  });

  test('all parts as one: 4 keys, 2 window switches', async ({ launchApp }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    const chat = await begin(app);
    const customer = (await openCustomer(window).textContent()) ?? '';
    const hands = createHands();

    await hands.press(window, 'Control+Shift+Enter');
    await expect.poll(() => clipboardText(app)).toContain('\n');
    const whole = await clipboardText(app);
    await hands.press(chat, 'Control+V', 'Enter');
    await hands.press(window, 'Control+Enter');

    expect(await sentInChat(chat)).toEqual([whole]);
    await expect(openCustomer(window)).not.toHaveText(customer);
    expect(hands.counted()).toMatchObject({ keys: 4, switches: 2 });
  });
});
