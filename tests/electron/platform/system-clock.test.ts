import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../../electron/platform/system-clock.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/time/durations.ts';

const START = Date.parse('2026-06-10T08:00:00+08:00');

describe('X2: the real clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function ring(atMs: number): { count: number; cancel: () => void } {
    const state = { count: 0, cancel: () => {} };
    state.cancel = createSystemClock().runAt(atMs, () => {
      state.count += 1;
    });
    return state;
  }

  it('rings at the time, not a moment before', () => {
    const bell = ring(START + 15 * MINUTE);
    vi.advanceTimersByTime(15 * MINUTE - 1);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(1);
    expect(bell.count).toBe(1);
  });

  it('rings once for a time 40 days away, further than one timer reaches', () => {
    const bell = ring(START + 40 * DAY);
    vi.advanceTimersByTime(40 * DAY - 1);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(1);
    expect(bell.count).toBe(1);
  });

  it('notices within a minute that the PC slept over the time', () => {
    const bell = ring(START + HOUR);
    vi.setSystemTime(START + 8 * HOUR);
    vi.advanceTimersByTime(MINUTE);
    expect(bell.count).toBe(1);
  });

  it('waits again when the clock was set back', () => {
    const bell = ring(START + 30 * SECOND);
    vi.setSystemTime(START - HOUR);
    vi.advanceTimersByTime(MINUTE);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(HOUR);
    expect(bell.count).toBe(1);
  });

  it('does not ring after it was cancelled', () => {
    const bell = ring(START + MINUTE);
    bell.cancel();
    vi.advanceTimersByTime(HOUR);
    expect(bell.count).toBe(0);
  });

  it('can start at another time, for tests and demonstrations', () => {
    const clock = createSystemClock(START + DAY);
    vi.advanceTimersByTime(SECOND);
    expect(clock.now()).toBe(START + DAY + SECOND);
  });
});
