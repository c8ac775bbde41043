import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Everything that axe finds on the page as it stands, as `rule: element`. */
export async function accessibilityFaults(window: Page): Promise<string[]> {
  // Without the legacy mode it would open a page of its own, which an app has not.
  const { violations, passes } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  // A green tool that has looked at nothing proves nothing.
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Nothing moves or fades any more, so that colours are what they stay. */
export async function expectStill(window: Page): Promise<void> {
  const isMoving = 'document.getAnimations().some(({ playState }) => playState === "running")';
  await expect.poll(() => window.evaluate(isMoving)).toBe(false);
}

/** Nothing is cut off at the side, and nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(window: Page): Promise<void> {
  const tooWide = await window.evaluate<string[]>(
    `[document.documentElement, ...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        return scrolls && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.tagName + '.' + element.className)`,
  );
  expect(tooWide).toEqual([]);
}

/** The complaints of the page since it was watched. */
export function watchConsole(window: Page): () => readonly string[] {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  return () => complaints;
}
