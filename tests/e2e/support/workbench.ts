import { expect, type Locator, type Page } from '@playwright/test';

/** Finds things on the screen by the names that the agent reads. */
export const queueList = (window: Page): Locator => window.getByRole('listbox', { name: '待办' });

export const queueRow = (window: Page, text: string): Locator =>
  queueList(window).getByRole('option').filter({ hasText: text });

export const orderPanel = (window: Page): Locator => window.getByRole('region', { name: '订单' });

export const timeline = (window: Page): Locator => window.getByRole('list', { name: '记录' });

/** How many tasks a part of the queue holds, as its button says. */
export const bucket = (window: Page, name: string): Locator =>
  window.getByRole('group', { name: '队列分类' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** The order that is open, by customer. */
export const openCustomer = (window: Page): Locator => orderPanel(window).getByRole('heading', { level: 2 });

/** The files that are to be decided on, this one among them. */
export const importJob = (window: Page, fileName: string): Locator =>
  window
    .getByRole('region', { name: '检查' })
    .filter({ has: window.getByRole('row', { name: fileName, exact: true }) });

/** The card after an import. */
export const importResult = (window: Page): Locator => window.getByRole('region', { name: '导入结果' });

/** Records the chase of the open order, whose message the agent has typed: nothing was copied for it. */
export async function chaseByHand(window: Page): Promise<void> {
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('button', { name: '手打发送的，记为已催付' })).toBeFocused();
  await window.keyboard.press('Enter');
}

export async function openSettings(window: Page, section: string): Promise<void> {
  await window.keyboard.press('Control+6');
  const sections = window.getByRole('navigation', { name: '设置分类' });
  await sections.getByRole('button', { name: section, exact: true }).click();
}
