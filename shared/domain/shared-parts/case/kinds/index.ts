import type { CaseKindSpec } from './case-kind-spec.ts';
import { other } from './other.ts';

/** Every kind of case. The key is what the store holds, so it stays. */
export const CASE_KIND_SPECS = { other } as const satisfies Record<string, CaseKindSpec>;
