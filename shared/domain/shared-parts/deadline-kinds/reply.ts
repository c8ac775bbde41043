import { HOUR } from '../../../time/durations.ts';
import type { DeadlineKindSpec } from './deadline-kind-spec.ts';

/** An answer is owed to the customer. */
export const reply: DeadlineKindSpec = { label: '答复客户', warnBeforeMs: HOUR };
