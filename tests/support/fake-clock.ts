import type { Clock, EpochMs } from '../../shared/time/clock.ts';

/** A timer is over by the time of day or by the time since the start, whichever comes first. */
type Timer = { readonly atMs: EpochMs; readonly atElapsedMs: number; readonly callback: () => void };

/** A clock that stands still until a test moves it. */
export type FakeClock = Clock & {
  /** Time passes and every timer that comes due runs, in order, at its own time. */
  advanceBy(durationMs: number): void;
  /** The wall clock is set, or the computer slept: no timer runs until time passes again. */
  jumpTo(nowMs: EpochMs): void;
  /** How many timers wait. */
  timerCount(): number;
};

export function createFakeClock(startMs: EpochMs): FakeClock {
  let nowMs = startMs;
  let elapsedMs = 0;
  const timers = new Set<Timer>();

  const leftMs = ({ atMs, atElapsedMs }: Timer) =>
    Math.max(0, Math.min(atMs - nowMs, atElapsedMs - elapsedMs));
  function nextWithin(withinMs: number): Timer | undefined {
    return [...timers]
      .filter((timer) => leftMs(timer) <= withinMs)
      .toSorted((a, b) => leftMs(a) - leftMs(b))[0];
  }
  function pass(durationMs: number): void {
    nowMs += durationMs;
    elapsedMs += durationMs;
  }

  return {
    now: () => nowMs,
    elapsed: () => elapsedMs,
    runAfter(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, atElapsedMs: elapsedMs + delayMs, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advanceBy(durationMs) {
      const untilMs = elapsedMs + durationMs;
      for (let timer = nextWithin(durationMs); timer; timer = nextWithin(untilMs - elapsedMs)) {
        timers.delete(timer);
        pass(leftMs(timer));
        timer.callback();
      }
      pass(untilMs - elapsedMs);
    },
    jumpTo(newNowMs) {
      nowMs = newNowMs;
    },
    timerCount: () => timers.size,
  };
}
