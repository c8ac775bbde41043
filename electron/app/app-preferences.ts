import { z } from 'zod';
import { AppSettings, DEFAULT_APP_SETTINGS } from '../../shared/domain/app-settings.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

const APP_SETTINGS = 'appSettings';
const DO_NOT_DISTURB_UNTIL = 'doNotDisturbUntilMs';

export type SettingsChange = { readonly [K in keyof AppSettings]?: AppSettings[K] | undefined };
export type AppPreferences = ReturnType<typeof createAppPreferences>;

/** What is left out, or undefined, stays as it is. */
function changed(settings: AppSettings, change: SettingsChange): AppSettings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...settings, ...given };
}

/** How this PC is set up. Read often, so kept in memory beside the store. */
export function createAppPreferences(store: SettingsStore) {
  // A setting that this build brought along is not among what an older one has saved.
  let settings = changed(DEFAULT_APP_SETTINGS, store.read(APP_SETTINGS, AppSettings.partial()) ?? {});
  let doNotDisturbUntilMs = store.read(DO_NOT_DISTURB_UNTIL, z.int().nullable()) ?? null;

  return {
    current: (): AppSettings => settings,
    change(change: SettingsChange): AppSettings {
      settings = changed(settings, change);
      store.write(APP_SETTINGS, settings);
      return settings;
    },
    doNotDisturbUntilMs: (): number | null => doNotDisturbUntilMs,
    pauseUntil(untilMs: number | null): void {
      doNotDisturbUntilMs = untilMs;
      store.write(DO_NOT_DISTURB_UNTIL, untilMs);
    },
  };
}
