import type { Clock, EpochMs } from '../../shared/time/clock.ts';

type Timer = { readonly atMs: EpochMs; readonly callback: () => void };

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
  const timers = new Set<Timer>();

  function nextDue(untilMs: EpochMs): Timer | undefined {
    return [...timers].filter((timer) => timer.atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
  }

  return {
    now: () => nowMs,
    runAt(atMs, callback) {
      const timer = { atMs, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advanceBy(durationMs) {
      const untilMs = nowMs + durationMs;
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.atMs);
        timer.callback();
      }
      nowMs = untilMs;
    },
    jumpTo(newNowMs) {
      nowMs = newNowMs;
    },
    timerCount: () => timers.size,
  };
}
