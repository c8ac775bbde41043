import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

/**
 * The real clock, optionally set to start at another time. It never waits longer than a minute before it looks
 * again, so sleep and the 2³¹−1 ms limit of `setTimeout` do no harm.
 */
export function createSystemClock(startsAtMs?: EpochMs): Clock {
  const offsetMs = startsAtMs === undefined ? 0 : startsAtMs - Date.now();
  const now = () => Date.now() + offsetMs;
  const elapsed = () => performance.now();

  return {
    now,
    elapsed,
    runAfter(delayMs, callback) {
      const [startMs, startedMs] = [now(), elapsed()];
      let timer: ReturnType<typeof setTimeout> | undefined;
      // The PC's time runs on in a sleep, the time since the start when the PC's is set back: the one that is ahead counts.
      const leftMs = () => delayMs - Math.max(now() - startMs, elapsed() - startedMs);
      function wait(): void {
        timer = setTimeout(check, Math.min(Math.max(leftMs(), 0), MINUTE));
      }
      // A timer may fire a moment early, or after a minute of a longer wait.
      function check(): void {
        if (leftMs() > 0) wait();
        else callback();
      }
      wait();
      return () => clearTimeout(timer);
    },
  };
}
