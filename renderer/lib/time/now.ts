import { useSyncExternalStore } from 'react';
import { startOfBeijingDay } from '../../../shared/time/beijing.ts';
import { SECOND } from '../../../shared/time/durations.ts';

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

/** One timer for the whole page, however many countdowns are on it. */
const listeners = new Set<() => void>();
let tickMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  tickMs = now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function ticked(everyMs: number): number {
  // Without a listener there were no ticks, so the last one may be long ago.
  if (timer === undefined) tickMs = now();
  const dayMs = startOfBeijingDay(tickMs);
  return dayMs + Math.floor((tickMs - dayMs) / everyMs) * everyMs;
}

/** The current time in whole steps of `everyMs` from midnight in Beijing; renders only when the step changes. */
export function useNow(everyMs: number = SECOND): number {
  return useSyncExternalStore(listen, () => ticked(everyMs));
}
