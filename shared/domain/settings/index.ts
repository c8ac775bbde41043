import { appearanceSettings } from './app/appearance.ts';
import { importSettings } from './app/imports.ts';
import { keySettings } from './app/keys.ts';
import { paletteSettings } from './app/palette.ts';
import { reminderSettings } from './app/reminders.ts';
import { rosterSettings } from './app/roster.ts';
import { scriptSettings } from './app/scripts.ts';
import { businessHoursSettings } from './shop/business-hours.ts';
import { careSettings } from './shop/care.ts';
import { chaseSettings } from './shop/chase.ts';
import { concessionSettings } from './shop/concession.ts';
import { copyingSettings } from './shop/copying.ts';
import { gradeSettings } from './shop/grade.ts';
import { invoiceSettings } from './shop/invoice.ts';
import { memoSettings } from './shop/memo.ts';
import { orderChangeSettings } from './shop/order-change.ts';
import { parcelSettings } from './shop/parcel.ts';
import { refundSettings } from './shop/refund.ts';
import { shippingSettings } from './shop/shipping.ts';
import { warehouseSettings } from './shop/warehouse.ts';
import { wordingSettings } from './shop/wording.ts';

/** Every domain that can be set. A new one adds its file and its line here. */
export const SETTINGS = [
  chaseSettings,
  concessionSettings,
  refundSettings,
  parcelSettings,
  shippingSettings,
  memoSettings,
  orderChangeSettings,
  warehouseSettings,
  invoiceSettings,
  careSettings,
  gradeSettings,
  businessHoursSettings,
  copyingSettings,
  wordingSettings,
  rosterSettings,
  scriptSettings,
  reminderSettings,
  paletteSettings,
  keySettings,
  importSettings,
  appearanceSettings,
] as const;
