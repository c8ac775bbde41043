import { type SettingsOf, settingsSchema } from './settings/settings-of.ts';

/** How this PC behaves, whoever works on it, by domain. */
export type AppSettings = SettingsOf<'app'>;
export const AppSettings = settingsSchema('app');
