import { useEffect, useState } from 'react';
import { SECOND } from '../../shared/time/durations.ts';

/**
 * The page's clock. Main's clock rules (tests and a wrong PC clock may set it apart), so every reply that carries
 * `nowMs` should be handed to `setMainNow`; countdowns then agree with the reminders.
 */
let offsetMs = 0;

export function setMainNow(nowMs: number): void {
  offsetMs = nowMs - Date.now();
}

export function now(): number {
  return Date.now() + offsetMs;
}

/** The current time, renewed on every `everyMs`; one timer per component that shows time left. */
export function useNow(everyMs: number = SECOND): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
