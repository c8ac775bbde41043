import type { DeadlineKindSpec } from './deadline-kind-spec.ts';

/** A4: the platform decides without what was not sent by then. */
export const refundProof: DeadlineKindSpec = { label: '举证截止', warnBeforeMs: null };
