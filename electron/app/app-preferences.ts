import { z } from 'zod';
import type { AppSettings } from '../../shared/domain/team/app-settings.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

const DO_NOT_DISTURB_UNTIL = 'doNotDisturbUntilMs';

export type AppPreferences = ReturnType<typeof createAppPreferences>;

/** How this PC is set up. */
export function createAppPreferences(store: SettingsStore) {
  // Looked at before every pop-up, and written by this process alone.
  let doNotDisturbUntilMs = store.read(DO_NOT_DISTURB_UNTIL, z.int().nullable()) ?? null;

  return {
    current: (): AppSettings => store.ofApp(),
    doNotDisturbUntilMs: (): number | null => doNotDisturbUntilMs,
    pauseUntil(untilMs: number | null): void {
      store.write(DO_NOT_DISTURB_UNTIL, untilMs);
      doNotDisturbUntilMs = untilMs;
    },
  };
}
