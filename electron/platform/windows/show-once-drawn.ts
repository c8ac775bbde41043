import type { Clock } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';

/** As much of Electron's window as the waiting for its first picture needs. */
type DrawnWindow = {
  once(event: 'ready-to-show', listener: () => void): unknown;
  isDestroyed(): boolean;
  readonly webContents: { once(event: 'did-finish-load', listener: () => void): unknown };
};

const PATIENCE_MS = SECOND;

/**
 * Shows a window with its first picture. On a busy PC Electron now and then tells nothing of that picture, so the window
 * comes up all the same soon after its page is loaded: a program that has started and shows nothing is of no use.
 */
export function showOnceDrawn(window: DrawnWindow, clock: Pick<Clock, 'runAfter'>, show: () => void): void {
  let isShown = false;
  function showOnce(): void {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    show();
  }
  window.once('ready-to-show', showOnce);
  window.webContents.once('did-finish-load', () => {
    clock.runAfter(PATIENCE_MS, showOnce);
  });
}
