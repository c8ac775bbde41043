import { CLOCK_CORRECTION_MS, type Clock } from '../../../../shared/time/clock.ts';
import { HOUR } from '../../../../shared/time/durations.ts';

/** So far ahead without a sleep, and nothing is said to be missed before an agent has said that the time is right. */
const DOUBTFUL_MS = HOUR;

/**
 * Compares the PC's time with the time that has passed: a dead battery, a slip or a wrong time server sets it to any
 * moment. A time that is set back is seen in it; one that runs ahead may be a sleep, of which the system tells.
 */
export function createClockWatch(clock: Pick<Clock, 'now' | 'elapsed'>) {
  const offset = () => clock.now() - clock.elapsed();
  let lastMs = offset();
  /** The last one that nobody doubts. */
  let trustedMs = lastMs;
  let mayHaveSlept = false;

  return {
    fellAsleep(): void {
      mayHaveSlept = true;
    },
    /** Call it after the look that follows the sleep. */
    wokeUp(): void {
      mayHaveSlept = false;
    },
    /** An agent says that the PC's time is right. */
    confirm(): void {
      trustedMs = offset();
    },
    isDoubtful: (): boolean => lastMs - trustedMs > DOUBTFUL_MS,
    /** Whether the PC's time was set back since the last look. */
    look(): boolean {
      const nowMs = offset();
      const isSetBack = nowMs < lastMs - CLOCK_CORRECTION_MS;
      lastMs = nowMs;
      if (mayHaveSlept || nowMs - trustedMs <= DOUBTFUL_MS) trustedMs = nowMs;
      return isSetBack;
    },
  };
}
