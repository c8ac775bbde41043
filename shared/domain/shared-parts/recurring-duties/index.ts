import type { RecurringDuty } from './recurring-duty.ts';

/** Every recurring duty. The key is what the store holds, so it stays. */
export const RECURRING_DUTIES: Readonly<Record<string, RecurringDuty>> = {};
