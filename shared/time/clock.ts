import { MINUTE } from './durations.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** A PC's time is corrected by so much all the time; a time that is further ahead was a wrong one. */
export const CLOCK_CORRECTION_MS = MINUTE;

export type Clock = {
  /** The time of day as the PC has it; anyone may set it, to any time. */
  now(): EpochMs;
  /** Milliseconds since some moment, however the PC's time is set; it may stand still while the PC sleeps. */
  elapsed(): number;
  /**
   * Runs `callback` after that long, however far away it is; the returned function cancels it. A clock that is set back
   * makes nobody wait longer.
   */
  runAfter(delayMs: number, callback: () => void): () => void;
};
