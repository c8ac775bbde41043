import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { showOnceDrawn } from '../../../../electron/platform/windows/show-once-drawn.ts';
import { MINUTE, SECOND } from '../../../../shared/time/durations.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

function aWindow() {
  const clock = createFakeClock(0);
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: (): boolean => false,
    webContents: new EventEmitter(),
  });
  const shownAtMs: number[] = [];
  showOnceDrawn(window, clock, () => shownAtMs.push(clock.now()));
  return { clock, window, shownAtMs };
}

describe('X3: a program that has started shows its window', () => {
  it('with its first picture, and once', () => {
    const { clock, window, shownAtMs } = aWindow();
    window.webContents.emit('did-finish-load');
    clock.advanceBy(SECOND / 2);
    window.emit('ready-to-show');
    clock.advanceBy(MINUTE);
    expect(shownAtMs).toEqual([SECOND / 2]);
  });

  it('soon after its page is loaded, even if nothing tells of a picture', () => {
    const { clock, window, shownAtMs } = aWindow();
    clock.advanceBy(5 * SECOND);
    window.webContents.emit('did-finish-load');
    clock.advanceBy(MINUTE);
    expect(shownAtMs).toEqual([6 * SECOND]);
  });

  it('unless it is gone by then', () => {
    const { clock, window, shownAtMs } = aWindow();
    window.webContents.emit('did-finish-load');
    window.isDestroyed = () => true;
    clock.advanceBy(MINUTE);
    expect(shownAtMs).toEqual([]);
  });
});
