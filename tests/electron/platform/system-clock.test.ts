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

  function ringAfter(delayMs: number): { count: number; cancel: () => void } {
    const state = { count: 0, cancel: () => {} };
    state.cancel = createSystemClock().runAfter(delayMs, () => {
      state.count += 1;
    });
    return state;
  }

  it('rings at the time, not a moment before', () => {
    const bell = ringAfter(15 * MINUTE);
    vi.advanceTimersByTime(15 * MINUTE - 1);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(1);
    expect(bell.count).toBe(1);
  });

  it('rings once after 40 days, further than one timer reaches', () => {
    const bell = ringAfter(40 * DAY);
    vi.advanceTimersByTime(40 * DAY - 1);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(1);
    expect(bell.count).toBe(1);
  });

  it('notices within a minute that the PC slept over the time', () => {
    const bell = ringAfter(HOUR);
    vi.setSystemTime(START + 8 * HOUR);
    vi.advanceTimersByTime(MINUTE);
    expect(bell.count).toBe(1);
  });

  it('makes nobody wait longer when the clock is set back', () => {
    const bell = ringAfter(2 * MINUTE);
    vi.advanceTimersByTime(MINUTE);
    vi.setSystemTime(START - 365 * DAY);
    vi.advanceTimersByTime(MINUTE - 1);
    expect(bell.count).toBe(0);
    vi.advanceTimersByTime(1);
    expect(bell.count).toBe(1);
  });

  it('counts what has passed, however the time of day is set', () => {
    const clock = createSystemClock();
    const before = clock.elapsed();
    vi.setSystemTime(START + DAY);
    expect(clock.elapsed()).toBe(before);
    vi.advanceTimersByTime(SECOND);
    expect(clock.elapsed() - before).toBe(SECOND);
  });

  it('does not ring after it was cancelled', () => {
    const bell = ringAfter(MINUTE);
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
