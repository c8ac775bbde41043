import { useEffect } from 'react';
import { giveFocus, hasNoFocus, keepFocus } from '../../lib/focus-home.ts';
import { isDialogOpen } from '../../lib/shortcuts.ts';
import { after } from '../../lib/time/timers.ts';

/** A dialog that closes gives the focus back itself; this comes after it. */
const SETTLED_MS = 80;
const HOMES = ['[role="listbox"][tabindex="0"]', '[role="combobox"]', 'input:not([type="hidden"])', 'button'];

/** A press on one of these is not the beginning of marking words, also where it has the focus already. */
const CONTROLS =
  'button, a, input, textarea, select, label, [role="option"], [role="tab"], [role="menuitem"]';

const isOnControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(CONTROLS) !== null;

/** Where the agent goes on: a list before a field before a button of the screen. */
function goHome(): void {
  if (!document.hasFocus() || !hasNoFocus() || isDialogOpen()) return;
  const main = document.querySelector('.shell-main');
  const home = HOMES.map((selector) => main?.querySelector<HTMLElement>(selector)).find(Boolean);
  if (home) giveFocus(home);
}

/**
 * The element that has the focus may go: a dialog closes, the last task is done, a screen changes. The next key must mean
 * something, so the focus never rests on nothing.
 */
export function useFocusHome(): void {
  useEffect(() => {
    let cancel = (): void => {};
    let isPointing = false;
    const ends = new AbortController();
    const options = { signal: ends.signal, capture: true };
    function look(): void {
      // An agent who clicks beside everything may be about to mark some words.
      if (isPointing || !hasNoFocus()) return;
      cancel();
      cancel = after(SETTLED_MS, goHome);
    }
    function act(points: boolean): void {
      isPointing = points;
      keepFocus();
    }
    window.addEventListener('pointerdown', (event) => act(!isOnControl(event)), options);
    window.addEventListener('keydown', () => act(false), options);
    window.addEventListener('focusin', () => (isPointing = false), options);
    window.addEventListener('focusout', () => queueMicrotask(look), options);
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      ends.abort();
      changes.disconnect();
      cancel();
    };
  }, []);
}
