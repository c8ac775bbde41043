import { RECURRING_DUTIES as PRODUCT } from '../../../shared/domain/shared-parts/recurring-duties/index.ts';
import type { RecurringDuty } from '../../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import { HOUR } from '../../../shared/time/durations.ts';

export const RECURRING_DUTIES: Readonly<Record<string, RecurringDuty>> = {
  ...PRODUCT,
  'toy-round': {
    label: '清点玩具包裹',
    over: 'shop',
    schedule: { every: 'days', days: 1, firstDate: '2026-06-01', minute: 9 * 60 },
    dueAfterMs: HOUR,
  },
};
