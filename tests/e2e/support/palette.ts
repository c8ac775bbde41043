import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { pressKeys } from './desktop.ts';
import { type WindowState, windowState } from './main-process.ts';
import { openSettings } from './workbench.ts';

/** The small window of scripts and its look at the clipboard are off until the agent allows them. */
export async function allow({ window }: RunningApp, name: string): Promise<void> {
  await openSettings(window, '快捷键');
  await window.getByRole('switch', { name }).click();
  await expect(window.getByRole('switch', { name })).toBeChecked();
}

export const paletteState = (app: RunningApp, palette: Page): Promise<WindowState> =>
  windowState({ ...app, window: palette });

export const expectPaletteHidden = (app: RunningApp, palette: Page): Promise<void> =>
  expect.poll(() => paletteState(app, palette)).toMatchObject({ isVisible: false });

/** `press` calls it; it is in sight, with its scripts, when this returns. */
export async function callPalette(
  app: RunningApp,
  press: (hotkey: string) => Promise<void> = pressKeys,
): Promise<Page> {
  const opened = app.electron.windows().find((page) => page.url().endsWith('/palette.html'));
  const coming = opened ?? app.electron.waitForEvent('window');
  await press('ctrl+shift+space');
  const palette = await coming;
  await expect.poll(() => paletteState(app, palette)).toMatchObject({ isVisible: true });
  await expect(palette.getByRole('option').first()).toBeVisible();
  return palette;
}
