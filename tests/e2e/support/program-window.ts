import { expect, type Page } from '@playwright/test';

/**
 * The first window of the program itself: while an older store is brought up, another one, of a `data:` address, shows
 * how far that is. The probe of the runtime loads a file.
 */
export async function programWindow(windows: () => readonly Page[], timeout: number): Promise<Page> {
  const find = () => windows().find((page) => /^(app|file):/.test(page.url()));
  await expect.poll(() => find() !== undefined, { timeout }).toBe(true);
  const window = find();
  if (!window) throw new Error('The window has gone again');
  return window;
}
