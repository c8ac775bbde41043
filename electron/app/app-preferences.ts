import { z } from 'zod';
import type { AppSettings } from '../../shared/domain/team/app-settings.ts';
import { CLOCK_CORRECTION_MS, type EpochMs } from '../../shared/time/clock.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

const PAUSE = 'reminderPause';
const Pause = z.object({ sinceMs: z.int(), untilMs: z.int() });

export type AppPreferences = ReturnType<typeof createAppPreferences>;

/** How this PC is set up. */
export function createAppPreferences(store: SettingsStore) {
  // Looked at before every pop-up, and written by this process alone.
  let pause = store.read(PAUSE, Pause.nullable()) ?? null;

  function keep(changed: typeof pause): void {
    store.write(PAUSE, changed);
    pause = changed;
  }

  return {
    current: (): AppSettings => store.ofApp(),
    doNotDisturbUntilMs: (): number | null => pause?.untilMs ?? null,
    pauseUntil: (untilMs: number | null, nowMs: EpochMs): void =>
      keep(untilMs === null ? null : { sinceMs: nowMs, untilMs }),
    /** A pause that began later than now was asked for under a wrong clock, and would last longer than anybody meant. */
    dropPauseOfLaterTime(nowMs: EpochMs): void {
      if (pause !== null && pause.sinceMs > nowMs + CLOCK_CORRECTION_MS) keep(null);
    },
  };
}
