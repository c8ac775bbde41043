import { appearanceSettings } from './appearance.ts';
import { businessHoursSettings } from './business-hours.ts';
import { chaseSettings } from './chase.ts';
import { concessionSettings } from './concession.ts';
import { gradeSettings } from './grade.ts';
import { importSettings } from './imports.ts';
import { paletteSettings } from './palette.ts';
import { refundSettings } from './refund.ts';
import { reminderSettings } from './reminders.ts';
import { scriptSettings } from './scripts.ts';
import { wordingSettings } from './wording.ts';

/** Every domain that can be set. A new one adds its file and its line here. */
export const SETTINGS = [
  chaseSettings,
  concessionSettings,
  refundSettings,
  gradeSettings,
  businessHoursSettings,
  wordingSettings,
  scriptSettings,
  reminderSettings,
  paletteSettings,
  importSettings,
  appearanceSettings,
] as const;
