import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Everything that axe finds on the page as it stands, as `rule: element`. */
export async function accessibilityFaults(window: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await window.evaluate(`if (!globalThis.axe) { ${source} }`);
  const violations = await window.evaluate<Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
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

/** What the page has complained about since it was watched. */
export function watchConsole(window: Page): () => readonly string[] {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  return () => complaints;
}
