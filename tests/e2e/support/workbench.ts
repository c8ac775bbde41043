import type { Locator, Page } from '@playwright/test';

/** Finds things on the screen by the names that the agent reads. */
export const queueList = (window: Page): Locator => window.getByRole('listbox', { name: '待办' });

export const queueRow = (window: Page, text: string): Locator =>
  queueList(window).getByRole('option').filter({ hasText: text });

export const orderPanel = (window: Page): Locator => window.getByRole('region', { name: '订单' });

export const timeline = (window: Page): Locator => window.getByRole('list', { name: '记录' });

/** How many tasks a part of the queue holds, as its button says. */
export const bucket = (window: Page, name: string): Locator =>
  window.getByRole('group', { name: '时间范围' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** The order that is open, by customer. */
export const openCustomer = (window: Page): Locator => orderPanel(window).getByRole('heading', { level: 2 });

/** One file on its way in. */
export const importJob = (window: Page, fileName: string): Locator =>
  window.getByRole('region', { name: fileName });

export async function openSettings(window: Page, section: string): Promise<void> {
  await window.keyboard.press('Control+6');
  const sections = window.getByRole('navigation', { name: '设置分类' });
  await sections.getByRole('button', { name: section, exact: true }).click();
}
