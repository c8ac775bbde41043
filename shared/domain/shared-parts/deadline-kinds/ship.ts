import type { DeadlineKindSpec } from './deadline-kind-spec.ts';

/** O4: the shop has to have shipped the order. */
export const ship: DeadlineKindSpec = { label: '发货期限', warnBeforeMs: null };
