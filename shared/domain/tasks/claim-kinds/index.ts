import type { ClaimSpec } from './claim-spec.ts';
import { paid } from './paid.ts';
import { refundAnswered } from './refund-answered.ts';

/** Every kind of claim. The key is what the store holds, so it stays. */
export const CLAIM_KIND_SPECS = { paid, 'refund-answered': refundAnswered } as const satisfies Record<
  string,
  ClaimSpec
>;
