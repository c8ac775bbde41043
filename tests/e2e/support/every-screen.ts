import { expect, type Page } from '@playwright/test';
import type { Zoom } from '../../../shared/domain/settings/app/appearance.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import type { RunningApp } from './app.ts';
import { ask } from './bridge.ts';
import { manyUnpaid, writeOrderCsv } from './exports.ts';
import { expectStill } from './screen-check.ts';
import { openShop, previewFile } from './seed.ts';
import { chaseByHand, openCustomer, queueList } from './workbench.ts';

export const NOW = '2026-06-10T10:00:00+08:00';

/** Each screen by something that is there only once it is loaded. */
export const SCREENS = [
  ['workbench', 1, (window: Page) => window.getByRole('option').first()],
  ['orders', 2, (window: Page) => window.getByRole('button', { name: '导出订单' })],
  ['refunds', 7, (window: Page) => window.getByRole('button', { name: '导出退款' })],
  ['parcels', 8, (window: Page) => window.getByLabel('查包裹')],
  ['cases', 9, (window: Page) => window.getByLabel('查事务')],
  ['imports', 3, (window: Page) => window.getByRole('button', { name: '选择文件' })],
  ['library', 4, (window: Page) => window.getByRole('textbox', { name: '查找话术' })],
  ['report', 5, (window: Page) => window.getByText(/^这段时间没有催付|^催付成功率$/).first()],
  ['settings', 6, (window: Page) => window.getByText('一个未付款订单将在何时提醒催付')],
] as const;

export async function settle({ window }: RunningApp): Promise<void> {
  await window.waitForLoadState('networkidle');
  await expectStill(window);
}

/** Loaded, and with nothing that still moves. */
export async function openScreen(app: RunningApp, index: number): Promise<void> {
  const { window } = app;
  const [, key, landmark] = SCREENS[index] ?? SCREENS[0];
  await window.keyboard.press(`Control+${key}`);
  await expect(window.locator('.nav-item').nth(index)).toHaveAttribute('aria-current', 'page');
  await expect(landmark(window)).toBeVisible();
  await settle(app);
}

export const LOOKS = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof LOOKS)[number];

/** As an agent chooses it, so that a later change of the settings leaves it as it is. */
export async function useLook(app: RunningApp, look: Look): Promise<void> {
  await ask(app.window, 'settings.save', { scope: APP_SCOPE, key: 'appearance', values: { theme: look } });
  const surface = `getComputedStyle(document.documentElement).getPropertyValue('--surface').trim()`;
  const isDark = `matchMedia('(prefers-color-scheme: dark)').matches`;
  const drawn = () => app.window.evaluate<[boolean, boolean]>(`[${isDark}, ${surface} === '#000000']`);
  await expect.poll(drawn).toEqual([look !== 'light', look === 'contrast']);
}

/** In percent, as everything is drawn. */
export const zoomOf = ({ window }: RunningApp): Promise<number> =>
  window.evaluate<number>('Math.round(devicePixelRatio * 100)');

export async function useZoom(app: RunningApp, zoom: Zoom): Promise<void> {
  await ask(app.window, 'settings.save', { scope: APP_SCOPE, key: 'appearance', values: { zoom } });
  await expect.poll(() => zoomOf(app)).toBe(Number(zoom));
}

/** The windows that a key opens over any screen, each looked at while it is open. */
export async function openDialogs(
  { window }: RunningApp,
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const [key, name] of [
    ['Control+K', 'find'],
    ['F1', 'shortcuts'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(window.getByRole('dialog')).toBeVisible();
    await look(name);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
}

/** Chasing something makes the report say something. */
export async function chaseFirst({ window }: RunningApp): Promise<void> {
  await expect(queueList(window).getByRole('option').first()).toBeVisible();
  const customer = await openCustomer(window).textContent();
  await chaseByHand(window);
  await expect(openCustomer(window)).not.toHaveText(customer ?? '');
}

/** The sample shop, one chase, and a file that waits to be decided on. */
export async function openDaysWork(app: RunningApp): Promise<void> {
  await openShop(app, { withSample: true });
  await chaseFirst(app);
  const rows = [...manyUnpaid(3, NOW), { 订单编号: '3.30438E+18' }, { 订单编号: '3304', 总金额: '？' }];
  const path = writeOrderCsv(app, { name: 'ExportOrderList202606101000.csv', writtenAt: NOW }, rows);
  await previewFile(app, path);
}
