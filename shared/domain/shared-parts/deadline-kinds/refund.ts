import type { DeadlineKindSpec } from './deadline-kind-spec.ts';

/** A4: the platform decides about the refund by itself. */
export const refund: DeadlineKindSpec = { label: '退款超时', warnBeforeMs: null };
