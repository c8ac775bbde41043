import { z } from 'zod';
import { QuietHours } from './chase-settings.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

/** How this PC behaves, whoever works on it. */
export const AppSettings = z.object({
  theme: Theme.default('system'),
  /** Pop-ups are delayed inside these hours, tasks never. Off: a night shift needs its reminders. */
  popUpQuietHours: QuietHours.pick({ fromMinute: true, toMinute: true }).nullable().default(null),
  soundEnabled: z.boolean().default(true),
  opensAtLogin: z.boolean().default(false),
  /** Registered over every program; `null` while the agent has not allowed it. */
  paletteHotkey: z.string().nullable().default(null),
  /** The palette may look at the clipboard for a nick or an order number. */
  readsClipboard: z.boolean().default(false),
  /** New exports in this folder are offered by themselves. */
  watchedFolder: z.string().nullable().default(null),
  /** The agent has heard and seen a test reminder. */
  reminderChecked: z.boolean().default(false),
});
export type AppSettings = z.infer<typeof AppSettings>;

export const DEFAULT_PALETTE_HOTKEY = 'CommandOrControl+Shift+Space';
