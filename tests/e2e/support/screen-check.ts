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

/**
 * All that is not whole in the width that it has: it scrolls sideways, stands beyond the edge of the window or is cut
 * without an ellipsis; or it is a short word that is broken over lines. A table may be wider than its own scroller.
 */
export function brokenByWidth(window: Page): Promise<string[]> {
  return window.evaluate<string[]>(`(() => {
    const faults = new Set();
    const ownScroller = '.ant-table-content, .ant-table-body, .ant-table-header';
    // Said to screen readers only, drawn without words, or moved by what is written in it.
    const unseen = 'svg, canvas, input, textarea, [aria-hidden="true"], .ant-switch-inner, .visually-hidden';
    const nameOf = ({ tagName, className, textContent }) =>
      [tagName.toLowerCase(), ...String(className).split(' ')].join('.') + ' ' + textContent.trim().slice(0, 16);
    const widestIn = (element) => {
      const edge = element.getBoundingClientRect().right + 1;
      return [...element.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > edge).at(-1) ?? element;
    };
    const isClipped = (element) => {
      for (let at = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none') return true;
      return false;
    };
    const blockOf = (element) => {
      let at = element;
      while (getComputedStyle(at).display === 'inline' && at.parentElement) at = at.parentElement;
      return at;
    };
    for (const element of [document.documentElement, ...document.body.querySelectorAll('*')]) {
      const isPage = element === document.documentElement;
      if (!isPage && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest(unseen) || isClipped(element)) continue;
      const { left, right } = element.getBoundingClientRect();
      // Put aside, such as the queue beside the chat.
      if (!isPage && (right <= 0 || left >= innerWidth + 1000)) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const over = element.scrollWidth - element.clientWidth;
      const scrolls = isPage || overflowX === 'auto' || overflowX === 'scroll';
      if (scrolls && over > 1 && !element.matches(ownScroller)) faults.add('scrolls by ' + over + ': ' + nameOf(element) + ' for ' + nameOf(widestIn(element)));
      if (element.closest(ownScroller)) continue;
      const cuts = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis';
      if (cuts && over > 1 && element.clientWidth > 1) faults.add('cut by ' + over + ': ' + nameOf(element));
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.data.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        const isShortened = textOverflow === 'ellipsis' || element.closest('.truncate') !== null;
        const isBeyond = lines.some((line) => line.right > innerWidth + 1 || line.left < -1);
        if (isBeyond && !isShortened) faults.add('beyond the edge: ' + nameOf(element));
        const isWord = blockOf(element).textContent.trim().length <= 6;
        const areSeveral = lines.some((line) => Math.abs(line.top - lines[0].top) > 4);
        if (isWord && areSeveral) faults.add('broken: ' + nameOf(element));
      }
    }
    return [...faults];
  })()`);
}
