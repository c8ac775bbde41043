import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

/**
 * The real clock, optionally set to start at another time. It never waits longer than a minute before it looks
 * again, so sleep, a changed wall clock and the 2³¹−1 ms limit of `setTimeout` do no harm.
 */
export function createSystemClock(startsAtMs?: EpochMs): Clock {
  const offsetMs = startsAtMs === undefined ? 0 : startsAtMs - Date.now();
  const now = () => Date.now() + offsetMs;

  return {
    now,
    runAt(atMs, callback) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      function wait(): void {
        timer = setTimeout(check, Math.min(Math.max(atMs - now(), 0), MINUTE));
      }
      // A timer may fire a moment early, or after a minute of a longer wait; the task must not.
      function check(): void {
        if (now() < atMs) wait();
        else callback();
      }
      wait();
      return () => clearTimeout(timer);
    },
  };
}
