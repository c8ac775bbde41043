import { type SettingsOf, settingsSchema } from '../settings/settings-of.ts';

/** Settings of this PC, the same for every agent who works on it, by domain. */
export type AppSettings = SettingsOf<'app'>;
export const AppSettings = settingsSchema('app');
