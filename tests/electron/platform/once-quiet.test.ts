import { describe, expect, it } from 'vitest';
import { onceQuiet } from '../../../electron/platform/once-quiet.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

function aStart() {
  const clock = createFakeClock(0);
  const doneAtMs: number[] = [];
  const waiting = onceQuiet(clock, { quietMs: SECOND, atLatestMs: 5 * SECOND }, () => {
    doneAtMs.push(clock.now());
  });
  return { clock, doneAtMs, asked: waiting.hear(() => undefined), cancel: waiting.cancel };
}

describe('X3: the first moments of the window belong to the page', () => {
  it('the rest of the start waits until the page has been quiet for a second', () => {
    const { clock, doneAtMs, asked } = aStart();
    for (let call = 0; call < 3; call++) {
      clock.advanceBy(SECOND / 2);
      asked();
    }
    clock.advanceBy(10 * SECOND);
    expect(doneAtMs).toEqual([2.5 * SECOND]);
  });

  it('and five seconds at most, so that a reminder is never kept by a page that asks on and on', () => {
    const { clock, doneAtMs, asked } = aStart();
    for (let call = 0; call < 100; call++) {
      clock.advanceBy(SECOND / 10);
      asked();
    }
    expect(doneAtMs).toEqual([5 * SECOND]);
  });

  it('nothing of it is done when the program has ended before', () => {
    const { clock, doneAtMs, asked, cancel } = aStart();
    cancel();
    asked();
    clock.advanceBy(10 * SECOND);
    expect(doneAtMs).toEqual([]);
  });
});
