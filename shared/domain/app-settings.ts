import { z } from 'zod';
import { QuietHours } from './chase-settings.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

/** How this PC behaves, whoever works on it. */
export const AppSettings = z.object({
  theme: Theme,
  /** Pop-ups are delayed inside these hours, tasks never. Off: a night shift needs its reminders. */
  popUpQuietHours: QuietHours.pick({ fromMinute: true, toMinute: true }).nullable(),
  soundEnabled: z.boolean(),
  opensAtLogin: z.boolean(),
  /** Registered over every program; `null` while the agent has not allowed it. */
  paletteHotkey: z.string().nullable(),
  /** The palette may look at the clipboard for a nick or an order number. */
  readsClipboard: z.boolean(),
  /** New exports in this folder are offered by themselves. */
  watchedFolder: z.string().nullable(),
  /** X5: how often, in percent, a script that is not known well enough is offered first. */
  trialSharePercent: z.int().min(0).max(50),
  /** What agents would change for others is for a lead to accept. */
  scriptApprovalRequired: z.boolean(),
  /** The agent has heard and seen a test reminder. */
  reminderChecked: z.boolean(),
});
export type AppSettings = z.infer<typeof AppSettings>;

/** What a new PC starts with. Apart from the schema: a partial change must not bring defaults along. */
export const DEFAULT_APP_SETTINGS: AppSettings = {
  theme: 'system',
  popUpQuietHours: null,
  soundEnabled: true,
  opensAtLogin: false,
  paletteHotkey: null,
  readsClipboard: false,
  watchedFolder: null,
  trialSharePercent: 10,
  scriptApprovalRequired: false,
  reminderChecked: false,
};

export const DEFAULT_PALETTE_HOTKEY = 'CommandOrControl+Shift+Space';
